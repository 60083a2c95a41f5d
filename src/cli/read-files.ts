import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { decodeText } from '../import/index.js';
import type { ImportFile } from '../import/index.js';
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

/** Paths of the files below a folder that a test accepts, sorted. */
export async function filesBelow(path: string, accepts: (name: string) => boolean): Promise<string[]> {
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  return (
    entries
      .filter((entry) => entry.isFile() && accepts(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      // A clone has more than its data.
      .filter((name) => !/[\\/](?:node_modules|\.git)[\\/]/.test(name.slice(path.length)))
      .sort()
  );
}

/** The files of a folder and of all below it that end in `ending`, or the one file that the path names. */
export async function readFolder(path: string, ending: string, io: Io): Promise<ImportFile[]> {
  try {
    if (!(await stat(path)).isDirectory()) return [{ path, text: await readTextFile(path, io) }];
    const names = await filesBelow(path, (name) => name.endsWith(ending));
    if (!names.length) throw new CommandError(`${path} has no file that ends in ${ending}`);
    const progress = new Progress(io, names.length, 'files');
    const files: ImportFile[] = [];
    for (const name of names) {
      io.signal.throwIfAborted();
      files.push({ path: join(path, relative(path, name)).split(sep).join('/'), text: await readTextFile(name, io) });
      progress.step();
    }
    progress.end();
    return files;
  } catch (error) {
    throw unreadable(path, error);
  }
}
