import { boundedDownload, readChunks } from './bounded-download.js';
import { FeedError } from './error.js';
import { url } from './scalars.js';

/** Options of a request for a feed. */
export interface FetchFeedOptions {
  /** Aborts the request; the promise rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds without a byte after which the request is aborted (default 15,000). */
  readonly timeout?: number | undefined;
  /** Most bytes of body, after decompression (default 8 MiB). */
  readonly maxBytes?: number | undefined;
  /** `error` (default) refuses redirects, because the page's CSP and its editors approved this address only. */
  readonly redirects?: 'error' | 'follow' | undefined;
  /** Revalidates the cached copy with the server, without a header that needs a preflight request. */
  readonly revalidate?: boolean | undefined;
}

export const defaultTimeout = 15_000;
export const defaultMaxBytes = 8 * 1024 * 1024;
/** https, or http on the reader's own machine; in the URL parser's notation. */
const allowedSchemes = /^(https:|http:\/\/(([^/:]+\.)?localhost|127(\.\d+){3}|\[::1\])[:/])/;

/** The global object of a page, whose own server may use http. */
const page = globalThis as { readonly location?: { readonly origin?: unknown } };

/**
 * Checks the address of a feed: absolute, `https:` (or `http:` on the reader's own machine and on the page's own
 * origin), without user info. Absolute, because a relative address in a feed must not resolve to the newspaper's site;
 * relative addresses of the page are resolved before (`page-address.ts`). Throws a `FeedError` with the code `network`.
 */
export function feedUrl(src: string): string {
  const href = url(src);
  if (href !== undefined && (allowedSchemes.test(href) || new URL(href).origin === page.location?.origin)) return href;
  const why =
    href === undefined ? 'Not an absolute https: URL' : 'Serve it with https:, or from the page’s own host, not';
  throw new FeedError('network', `${why}: "${src}"`, { url: src });
}

/** Whether a Content-Type is JSON: `application/json`, `application/feed+json`, `text/json`. */
export const isJsonType = (type: string): boolean => /^(application|text)\/([^;]*\+)?json *(;|$)/i.test(type);

/**
 * Reads a body as UTF-8 text. Rejects with a `FeedError`: `size` above `maxBytes`, `json` for another encoding. Decodes
 * each chunk as it comes, because a `Blob` of the whole body would be sent to another process and back.
 *
 * @param onChunk called for each chunk, before it is decoded
 */
export async function readText(response: Response, maxBytes: number, onChunk: () => void): Promise<string> {
  const tooLarge = () => new FeedError('size', `More than ${maxBytes} bytes`);
  const decode = decoder();
  let text = '';
  await readChunks(response, maxBytes, tooLarge, (chunk) => {
    onChunk();
    text += decode(chunk);
  });
  return text + decode();
}

/**
 * Returns a function that decodes UTF-8 chunk by chunk; the last call has no argument. Throws on invalid bytes, because
 * half a character, or another encoding, must not become a clause with replacement characters.
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

/** The result of parsing a text: the value, or an error. */
export type Parsed<T> = ({ readonly ok: true } & T) | { readonly ok: false; readonly error: FeedError };

/**
 * Fetches and parses a feed, or a file that belongs to a feed. Sends no credentials, no referrer and no header of our
 * own. Rejects with a `FeedError` (`network http timeout type json schema version size`), or with the signal's reason
 * after an abort.
 */
export async function requestFeed<T>(
  parseText: (text: string) => Parsed<T>,
  src: string,
  options: FetchFeedOptions = {},
): Promise<T> {
  const { signal, timeout = defaultTimeout, maxBytes = defaultMaxBytes, redirects = 'error', revalidate } = options;
  const href = feedUrl(src);
  const timedOut = () => new FeedError('timeout', `No byte for ${timeout} ms`);
  try {
    return await boundedDownload({ signal, timeout, timedOut }, async (abortSignal, restartTimeout) => {
      const response = await fetch(href, {
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
        redirect: redirects,
        cache: revalidate ? 'no-cache' : 'default',
        signal: abortSignal,
      });
      restartTimeout();
      // The target of a redirect has to pass the same check as the address of a feed.
      if (response.redirected) feedUrl(response.url);
      if (!response.ok || response.status === 204) {
        throw new FeedError('http', `HTTP ${response.status}`);
      }
      const type = response.headers.get('content-type') ?? '';
      if (!isJsonType(type)) {
        throw new FeedError('type', `Not JSON: "${type}"`);
      }
      const result = parseText(await readText(response, maxBytes, restartTimeout));
      if (!result.ok) throw result.error;
      return result;
    });
  } catch (cause) {
    signal?.throwIfAborted();
    if (cause instanceof FeedError) throw Object.assign(cause, { url: href });
    throw new FeedError('network', String(cause), { url: href, cause });
  }
}
