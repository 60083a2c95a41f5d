import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/**
 * Writes files below a folder atomically, and only those that changed. A file is first written to a hidden folder on the same file system
 * and then renamed, so that a server or a crash never leaves half of it.
 */
export class FileWriter {
  readonly #folder: string;
  readonly #known = new Set<string>();
  #temporary: string | undefined;
  #count = 0;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** @returns whether the file was new or changed */
  async write(path: string, content: string): Promise<boolean> {
    const target = join(this.#folder, ...path.split('/'));
    const bytes = Buffer.from(content);
    if ((await readFile(target).catch(absent))?.equals(bytes)) return false;
    const folder = dirname(target);
    if (!this.#known.has(folder)) {
      await mkdir(folder, { recursive: true });
      this.#known.add(folder);
    }
    this.#temporary ??= await mkdtemp(join(this.#folder, '.provision-embed-'));
    const written = join(this.#temporary, String(this.#count++));
    await writeFile(written, bytes);
    await rename(written, target);
    return true;
  }

  /** Removes the hidden folder. Call it at the end, also after an error. */
  async close(): Promise<void> {
    if (this.#temporary !== undefined) await rm(this.#temporary, { recursive: true, force: true });
    this.#temporary = undefined;
  }
}

/** A missing file is fine; rethrow anything else. */
function absent(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}

/** Writes a file atomically. */
export async function writeFileAtomically(path: string, content: string): Promise<boolean> {
  const writer = new FileWriter(dirname(path));
  try {
    return await writer.write(basename(path), content);
  } finally {
    await writer.close();
  }
}
