/** Downloads the stored copy of a document under the rules for feeds. */
import { boundedDownload, readChunks } from './bounded-download.js';
import { defaultMaxBytes, defaultTimeout } from './request.js';

export interface SnapshotDownloadOptions {
  /** Default: the platform's `fetch`. */
  readonly fetch?: typeof globalThis.fetch | undefined;
  /** Aborts the download; the promise rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** Most bytes of body that are read (default 8 MiB). */
  readonly maxBytes?: number | undefined;
  /** Milliseconds without a byte after which the request is aborted (default 15,000). */
  readonly timeout?: number | undefined;
}

/** A stored copy as it was served. */
export interface SnapshotCopy {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Content-Type; '' without one. */
  readonly type: string;
}

/**
 * The reason why there is no copy. `blocked`: no response (no network, a redirect, no CORS header, a timeout, an
 * invalid URL); browsers report all of these alike. `http`: the server answered with an error. `too-large`: more than
 * `maxBytes`.
 */
export interface SnapshotFailure {
  readonly failure: 'blocked' | 'http' | 'too-large';
}

/**
 * Downloads the stored copy at `address`: no credentials, no referrer, no header of our own, no redirect. Resolves to
 * the reason when the download fails. Rejects only with the signal's reason.
 */
export async function downloadSnapshot(
  address: string,
  {
    fetch = globalThis.fetch,
    signal,
    maxBytes = defaultMaxBytes,
    timeout = defaultTimeout,
  }: SnapshotDownloadOptions = {},
): Promise<SnapshotCopy | SnapshotFailure> {
  let failure: SnapshotFailure['failure'] = 'blocked';
  const tooLarge = () => {
    failure = 'too-large';
    return new Error(failure);
  };
  const timedOut = () => new Error('timeout');
  try {
    return await boundedDownload({ signal, timeout, timedOut }, async (abortSignal, restartTimeout) => {
      // Without a base URL, because a relative address would resolve to the newspaper's own site.
      const response = await fetch(new URL(address).href, {
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
        redirect: 'error',
        signal: abortSignal,
      });
      if (!response.ok || response.status === 204) return { failure: 'http' };
      const chunks: Uint8Array[] = [];
      let length = 0;
      restartTimeout();
      await readChunks(response, maxBytes, tooLarge, (chunk) => {
        restartTimeout();
        chunks.push(chunk);
        length += chunk.byteLength;
      });
      const bytes = new Uint8Array(length);
      let at = 0;
      for (const chunk of chunks) {
        bytes.set(chunk, at);
        at += chunk.byteLength;
      }
      return { bytes, type: response.headers.get('content-type') ?? '' };
    });
  } catch {
    signal?.throwIfAborted();
    return { failure };
  }
}
