import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/**
 * Writes files below a folder: only those that differ from what is there, each whole or not at all. It is written beside, in a hidden folder
 * on the same file system, and then takes its place in one step, so that a server, a reader or a crash never sees half of it.
 */
export class FileWriter {
  readonly #folder: string;
  readonly #known = new Set<string>();
  #temporary: string | undefined;
  #count = 0;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** @returns whether there was something to write */
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

  /** Takes the hidden folder away. To be called at the end, however that came. */
  async close(): Promise<void> {
    if (this.#temporary !== undefined) await rm(this.#temporary, { recursive: true, force: true });
    this.#temporary = undefined;
  }
}

/** Not there yet; any other trouble is one. */
function absent(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}
