import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { decodeText } from '../import/index.js';
import type { ImportFile, ImportNote } from '../import/index.js';
import { CommandError } from './errors.js';
import type { Io } from './io.js';
import { Progress } from './progress.js';

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  EACCES: 'no permission',
  EISDIR: 'it is a folder',
};

/** Converts a file system error to a `CommandError` with the path and the reason. */
export function unreadable(path: string, error: unknown): Error {
  const { code } = error as NodeJS.ErrnoException;
  return code === undefined
    ? (error as Error)
    : new CommandError(`${path} cannot be read: ${reasons[code] ?? code}`, { cause: error });
}

/** Reads the text of a file, or of standard input for `-`, and detects its encoding. */
export async function readTextFile(path: string, { stdin }: Io): Promise<string> {
  if (path === '-') {
    const pieces: Buffer[] = [];
    for await (const piece of stdin) pieces.push(Buffer.from(piece));
    return decodeText(Buffer.concat(pieces)).text;
  }
  try {
    return decodeText(await readFile(path)).text;
  } catch (error) {
    throw unreadable(path, error);
  }
}

/** The files of a folder, with a note for each unreadable file. */
interface Folder {
  readonly files: readonly ImportFile[];
  readonly notes: readonly ImportNote[];
}

/**
 * Lists the paths of accepted files below a folder, sorted. Symbolic links to files are followed; links to folders are not, because they
 * may form a cycle.
 */
export async function filesBelow(path: string, accepts: (name: string) => boolean): Promise<string[]> {
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  return (
    entries
      .filter((entry) => (entry.isFile() || entry.isSymbolicLink()) && accepts(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      // Skip the other contents of a clone.
      .filter((name) => !/[\\/](?:node_modules|\.git)[\\/]/.test(name.slice(path.length)))
      .sort()
  );
}

/** Reads all files below a folder that end with `ending`, or the one file at the path. */
export async function readFolder(path: string, ending: string, io: Io): Promise<Folder> {
  try {
    if (!(await stat(path)).isDirectory()) return { files: [{ path, text: await readTextFile(path, io) }], notes: [] };
    const names = await filesBelow(path, (name) => name.endsWith(ending));
    if (!names.length) throw new CommandError(`${path} has no file that ends in ${ending}`);
    const progress = new Progress(io, names.length, 'files');
    const files: ImportFile[] = [];
    const notes: ImportNote[] = [];
    for (const name of names) {
      io.signal.throwIfAborted();
      const file = join(path, relative(path, name)).split(sep).join('/');
      try {
        files.push({ path: file, text: decodeText(await readFile(name)).text });
      } catch (error) {
        const reason = reasons[(error as NodeJS.ErrnoException).code ?? ''] ?? (error as Error).message;
        notes.push({ kind: 'problem', file, message: `It cannot be read: ${reason}. The file is left out.` });
      }
      progress.step();
    }
    progress.end();
    return { files, notes };
  } catch (error) {
    throw unreadable(path, error);
  }
}
