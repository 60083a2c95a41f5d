/** The stored copy of a document: its bytes, fetched as a feed is, and the text that they are. */

/** Why a check was not made. */
export type UncheckedReason =
  /** The feed gives no SHA-256 to compare with. */
  | 'no-hash'
  /** The page is not served over https, and its browser hashes nothing. */
  | 'no-secure-context'
  /** The feed names no stored copy. */
  | 'no-snapshot'
  /** No answer came through: no network, a redirect, no CORS header, a server that fell silent. A browser tells none of these apart. */
  | 'blocked'
  /** The server answered with an error. */
  | 'http'
  /** More bytes than `maxBytes`. */
  | 'too-large'
  /** Not a text, or in an encoding other than it says. */
  | 'not-text'
  /** There is no clause, or one without a single character that counts. */
  | 'no-clause';

/** How the stored copy is asked for. */
export interface CheckSnapshotOptions {
  /** Default: the platform's. */
  readonly fetch?: typeof globalThis.fetch | undefined;
  /** Gives the check up; the promise rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** Most bytes of body that are read (default 8 MiB). */
  readonly maxBytes?: number | undefined;
  /** Milliseconds without a byte after which the server is given up (default 15,000). */
  readonly timeout?: number | undefined;
}

/** Why a stored copy could not be had. */
export class Unreadable extends Error {
  constructor(readonly reason: UncheckedReason) {
    super(reason);
  }
}

/**
 * Fetches the stored copy as a feed is fetched: no credentials, no referrer, no header of ours, no redirect, a cap on
 * bytes and on silence. Rejects with `Unreadable`, or with the signal's reason when given up.
 */
export async function download(
  address: string,
  { fetch = globalThis.fetch, signal, maxBytes = 8 * 1024 * 1024, timeout = 15_000 }: CheckSnapshotOptions,
): Promise<{ bytes: Uint8Array<ArrayBuffer>; type: string }> {
  signal?.throwIfAborted();
  const abort = new AbortController();
  const giveUp = () => {
    abort.abort();
  };
  signal?.addEventListener('abort', giveUp);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const alive = () => {
    clearTimeout(timer);
    timer = setTimeout(giveUp, timeout);
  };
  try {
    alive();
    // Without a base: a relative address would be the newspaper's own.
    const response = await fetch(new URL(address).href, {
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      redirect: 'error',
      signal: abort.signal,
    });
    if (!response.ok || response.status === 204) throw new Unreadable('http');
    if (Number(response.headers.get('content-length')) > maxBytes) throw new Unreadable('too-large');
    const chunks: Uint8Array[] = [];
    let length = 0;
    const reader = response.body?.getReader();
    for (;;) {
      const { done, value } = (await reader?.read()) ?? { done: true };
      if (done || !value) break;
      alive();
      length += value.byteLength;
      if (length > maxBytes) throw new Unreadable('too-large');
      chunks.push(value);
    }
    const bytes = new Uint8Array(length);
    let at = 0;
    for (const chunk of chunks) {
      bytes.set(chunk, at);
      at += chunk.byteLength;
    }
    return { bytes, type: response.headers.get('content-type') ?? '' };
  } catch (error) {
    signal?.throwIfAborted();
    throw error instanceof Unreadable ? error : new Unreadable('blocked');
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', giveUp);
    // A body nobody reads to its end would keep its connection.
    giveUp();
  }
}

/**
 * The text that bytes are, or undefined. The encoding is looked for where browsers look (byte order mark, header, the
 * first 1,024 bytes' own word), but nothing is guessed: without a word it is UTF-8, and one byte that does not fit is
 * enough to say that this is no text. A PDF is none.
 */
export function decode(bytes: Uint8Array<ArrayBuffer>, type: string): string | undefined {
  // A host that does not know says octet-stream.
  if (
    type &&
    !/^\s*(?:text\/|application\/(?:[^;\s]*\+)?(?:xml|json)\b|(?:application|binary)\/octet-stream\b)/i.test(type)
  ) {
    return undefined;
  }
  const mark = bytes.subarray(0, 3).join();
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 1024));
  const label = mark.startsWith('255,254')
    ? 'utf-16le'
    : mark.startsWith('254,255')
      ? 'utf-16be'
      : mark === '239,187,191'
        ? 'utf-8'
        : (/charset\s*=\s*["']?([^\s"';]+)/i.exec(type)?.[1] ??
          // What could be read as ASCII is not UTF-16, whatever it says.
          /<(?:meta|\?xml)\s[^>]*?(?:charset|encoding)\s*=\s*["']?(?!utf-?16)([^\s"';/>?]+)/i.exec(start)?.[1] ??
          'utf-8');
  try {
    const text = new TextDecoder(label, { fatal: true }).decode(bytes);
    // No text has this character; a binary file that happens to be UTF-8 does.
    return text.includes('\0') ? undefined : text;
  } catch {
    return undefined;
  }
}
