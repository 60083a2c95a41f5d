import { FeedError } from './error.js';
import { url } from './scalars.js';

/** How a feed is asked for. */
export interface FetchFeedOptions {
  /** Gives the request up; the promise rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds without a byte after which the server is given up (default 15,000). */
  readonly timeout?: number | undefined;
  /** Most bytes of body, after decompression, that are read (default 8 MiB). */
  readonly maxBytes?: number | undefined;
  /** `error` (default) refuses redirects: the page's CSP and its editors checked this address, not another. */
  readonly redirects?: 'error' | 'follow' | undefined;
  /** Asks the server whether the cached copy still holds, without a header that would need a preflight. */
  readonly revalidate?: boolean | undefined;
}

export const defaultTimeout = 15_000;
export const defaultMaxBytes = 8 * 1024 * 1024;
/** https, or http on the reader's own machine; as the URL parser writes it. */
const allowed = /^(https:|http:\/\/(([^/:]+\.)?localhost|127(\.\d+){3}|\[::1\])[:/])/;

/** Where the code runs in a page: its own server may speak http. */
const page = globalThis as { readonly location?: { readonly origin?: unknown } };

/**
 * The address of a feed, checked: absolute, `https:` (or `http:` on the reader's own machine and on the page's own origin), no user info.
 * Absolute, because one that stands in a feed must not point into the newspaper's site; a page's own are resolved before (`page-address.ts`).
 * Throws a `FeedError` of code `network`.
 */
export function feedUrl(src: string): string {
  const href = url(src);
  if (href !== undefined && (allowed.test(href) || new URL(href).origin === page.location?.origin)) return href;
  const why =
    href === undefined ? 'Not an absolute https: URL' : 'Serve it with https:, or from the page’s own host, not';
  throw new FeedError('network', `${why}: "${src}"`, { url: src });
}

/** Whether a Content-Type is one of JSON: `application/json`, `application/feed+json`, `text/json`. */
export const isJsonType = (type: string): boolean => /^(application|text)\/([^;]*\+)?json *(;|$)/i.test(type);

/**
 * The text of a body, as long as it is not too long; `alive` is called at each piece. It is decoded as it comes: a `Blob` of all would
 * be sent to another process and back.
 */
export async function readText({ body, headers }: Response, maxBytes: number, alive: () => void): Promise<string> {
  const check = (bytes: number) => {
    if (bytes > maxBytes) throw new FeedError('size', `More than ${maxBytes} bytes`);
  };
  check(Number(headers.get('content-length')));
  const decode = decoder();
  const reader = body?.getReader();
  let text = '';
  for (let bytes = 0; reader;) {
    const { done, value } = await reader.read();
    if (done) break;
    alive();
    bytes += value.byteLength;
    check(bytes);
    text += decode(value);
  }
  return text + decode();
}

/**
 * Text of UTF-8, piece by piece, and at last of nothing. Fatal: half a character, or another encoding, must not become a clause with
 * replacement marks in it.
 */
function decoder(): (bytes?: BufferSource) => string {
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  return (bytes) => {
    try {
      return utf8.decode(bytes, { stream: !!bytes });
    } catch (cause) {
      throw new FeedError('json', 'Not UTF-8', { cause });
    }
  };
}

/** What a parser makes of a text: something, or the reason why not. */
export type Parsed<T> = ({ readonly ok: true } & T) | { readonly ok: false; readonly error: FeedError };

/**
 * Fetches and parses a feed, or a file that belongs to one: no credentials, no referrer, no header of our own. Rejects with a `FeedError`
 * (`network http timeout type json schema version size`), or with the signal's reason when given up.
 */
export async function requestFeed<T>(
  parseText: (text: string) => Parsed<T>,
  src: string,
  options: FetchFeedOptions = {},
): Promise<T> {
  const { signal, timeout = defaultTimeout, maxBytes = defaultMaxBytes, redirects = 'error', revalidate } = options;
  const href = feedUrl(src);
  signal?.throwIfAborted();

  const abort = new AbortController();
  const giveUp = () => {
    abort.abort(signal?.reason);
  };
  signal?.addEventListener('abort', giveUp);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let timedOut = false;
  const alive = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      timedOut = true;
      abort.abort();
    }, timeout);
  };

  try {
    alive();
    const response = await fetch(href, {
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      redirect: redirects,
      cache: revalidate ? 'no-cache' : 'default',
      signal: abort.signal,
    });
    alive();
    // What would not be asked itself is no better for having been led to.
    if (response.redirected) feedUrl(response.url);
    if (!response.ok || response.status === 204) {
      throw new FeedError('http', `HTTP ${response.status}`);
    }
    const type = response.headers.get('content-type') ?? '';
    if (!isJsonType(type)) {
      throw new FeedError('type', `Not JSON: "${type}"`);
    }
    const result = parseText(await readText(response, maxBytes, alive));
    if (!result.ok) throw result.error;
    return result;
  } catch (cause) {
    signal?.throwIfAborted();
    if (timedOut) throw new FeedError('timeout', `No byte for ${timeout} ms`, { url: href, cause });
    if (cause instanceof FeedError) throw Object.assign(cause, { url: href });
    throw new FeedError('network', String(cause), { url: href, cause });
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', giveUp);
    // Ends a download that nobody reads to its end; after the end it does nothing.
    abort.abort();
  }
}
