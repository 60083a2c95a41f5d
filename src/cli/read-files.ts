import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { decodeText } from '../import/index.js';
import type { ImportFile, ImportNote } from '../import/index.js';
import { CommandError } from './io.js';
import type { Io } from './io.js';
import { Progress } from './progress.js';

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  EACCES: 'no permission',
  EISDIR: 'it is a folder',
};

/** An error of the file system as a command's: the path, and the reason in words. */
export function unreadable(path: string, error: unknown): Error {
  const { code } = error as NodeJS.ErrnoException;
  return code === undefined
    ? (error as Error)
    : new CommandError(`${path} cannot be read: ${reasons[code] ?? code}`, { cause: error });
}

/** The text of a file, or of the standard input for `-`, in whichever encoding it was written. */
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

/** The files that were read, and those that could not be, which cost themselves only. */
interface Folder {
  readonly files: readonly ImportFile[];
  readonly notes: readonly ImportNote[];
}

/**
 * Paths of the files below a folder that a test accepts, sorted. Symbolic links to files are followed, those to folders are not,
 * because they may lead round in a circle.
 */
export async function filesBelow(path: string, accepts: (name: string) => boolean): Promise<string[]> {
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  return (
    entries
      .filter((entry) => (entry.isFile() || entry.isSymbolicLink()) && accepts(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      // A clone has more than its data.
      .filter((name) => !/[\\/](?:node_modules|\.git)[\\/]/.test(name.slice(path.length)))
      .sort()
  );
}

/** The files of a folder and of all below it that end in `ending`, or the one file that the path names. */
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
