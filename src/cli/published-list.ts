import { createHash } from 'node:crypto';
import { rmSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PublishedFile } from '../publish/publish.js';
import { recordPaths } from '../publish/record-paths.js';
import { version } from '../version.js';
import type { FileWriter } from './write-files.js';

/** File name of the list in the site's folder. The leading dot keeps most hosts from serving it; it holds no secret. */
const listName = '.provision-embed-published';

const digest = (text: string) => createHash('sha256').update(text).digest('base64url').slice(0, 22);

/** Placeholder for the length of a file that the record does not have. */
const none = '-';

interface Entry {
  readonly name: string;
  readonly digest: string;
  /** Length of each file in bytes, by path. */
  readonly lengths: Map<string, number>;
}

/**
 * A list of the files that the last `publish` wrote, so that the next run skips unchanged records. For each record it holds a digest of
 * the record's JSON file and the length of each of its files. The list is discarded when the version or an option differs, and when a run
 * was interrupted. A file that is missing or has another length is written again. An edit that keeps the length is not detected;
 * `--repair` writes all files again.
 */
export class PublishedList {
  readonly #folder: string;
  readonly #list: string;
  readonly #stamp: string;
  /** The rest of each record's line, by name. A string saves memory, because a feed may hold 100,000 records. */
  readonly #before = new Map<string, string>();
  readonly #lines: string[] = [];
  #current: Entry | undefined;
  #isListOnDisk = true;

  /** @param options all options that affect the files, besides the feed */
  constructor(folder: string, options: object) {
    this.#folder = folder;
    this.#list = join(folder, listName);
    this.#stamp = digest(JSON.stringify([version, options]));
  }

  /** Reads the list of the last run. Without this call every record is written again. */
  async read(): Promise<void> {
    const [stamp, ...lines] = (await readFile(this.#list, 'utf8').catch(() => '')).split('\n');
    if (stamp !== this.#stamp) return;
    for (const line of lines) {
      const [name = ''] = line.split(' ', 1);
      this.#before.set(name, line.slice(name.length + 1));
    }
  }

  /**
   * Starts a record.
   *
   * @param content the record's own JSON file
   * @returns the number of its files when all of them are up to date, else 0
   */
  unchanged(name: string, content: string): number {
    this.#end();
    const before = this.#before.get(name);
    const [known, ...lengths] = before?.split(' ') ?? [];
    const current = digest(content);
    const paths = Object.values(recordPaths(name)).filter((_, index) => lengths[index] !== none);
    const expected = lengths.filter((length) => length !== none);
    if (known === current && paths.every((path, index) => String(this.#lengthOf(path)) === expected[index])) {
      this.#lines.push(`${name} ${before}`);
      return paths.length;
    }
    // Remove the list before the first write, because an interrupted run must not leave an outdated list.
    if (this.#isListOnDisk) rmSync(this.#list, { force: true });
    this.#isListOnDisk = false;
    this.#current = { name, digest: current, lengths: new Map() };
    return 0;
  }

  /** Adds a file of the current record. */
  note({ path, content }: PublishedFile): void {
    this.#current?.lengths.set(path, Buffer.byteLength(content));
  }

  /** Writes the list. */
  async save(writer: FileWriter): Promise<void> {
    this.#end();
    await writer.write(listName, `${[this.#stamp, ...this.#lines].join('\n')}\n`);
  }

  #end(): void {
    if (!this.#current) return;
    const { name, digest, lengths } = this.#current;
    const all = Object.values(recordPaths(name)).map((path) => lengths.get(path) ?? none);
    this.#lines.push([name, digest, ...all].join(' '));
    this.#current = undefined;
  }

  #lengthOf(path: string): number | undefined {
    return statSync(join(this.#folder, path), { throwIfNoEntry: false })?.size;
  }
}
