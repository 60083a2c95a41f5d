import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { FileWriter } from '../write-files.js';

/** A response that can be revalidated with its ETag or its date. */
export interface CachedResponse {
  readonly address: string;
  readonly etag: string | null;
  readonly modified: string | null;
  readonly type: string;
  /** Base64. */
  readonly body: string;
}

/**
 * Stores responses in a folder, so that servers send only changed pages again. Files are written atomically. An unreadable file counts as
 * missing.
 */
export class ResponseCache {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  async get(address: string): Promise<CachedResponse | undefined> {
    try {
      const kept = JSON.parse(await readFile(join(this.#folder, fileOf(address)), 'utf8')) as Partial<CachedResponse>;
      const { etag = null, modified = null, type, body } = kept;
      if (kept.address !== address || typeof type !== 'string' || typeof body !== 'string') return undefined;
      return { address, etag, modified, type, body };
    } catch {
      return undefined;
    }
  }

  async set(response: CachedResponse): Promise<void> {
    const writer = new FileWriter(this.#folder);
    try {
      await writer.write(fileOf(response.address), JSON.stringify(response));
    } finally {
      await writer.close();
    }
  }
}

const fileOf = (address: string) => `${createHash('sha256').update(address).digest('hex')}.json`;
