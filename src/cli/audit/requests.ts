/** Asks servers for pages and feeds: politely, with bounds, and from the cache where they say that nothing has changed. */
import { boundedDownload, readChunks } from '../../feed/bounded-download.js';
import { version } from '../../version.js';
import { readMapped } from './address-map.js';
import type { AddressMapping } from './address-map.js';
import type { ResponseCache } from './response-cache.js';
import { RequestLimiter } from './request-limiter.js';

export interface RequestSettings {
  readonly signal: AbortSignal;
  /** Milliseconds without a byte after which a request is aborted. */
  readonly timeout: number;
  readonly userAgent?: string | undefined;
  readonly cache?: ResponseCache | undefined;
  readonly mappings: readonly AddressMapping[];
}

/** A server's response. */
export interface Answer {
  readonly status: number;
  /** Content-Type; empty when the server sends none. */
  readonly type: string;
  /** URL after all redirects. */
  readonly address: string;
  readonly bytes: Uint8Array;
}

/** A request without a usable response. */
export class RequestError extends Error {
  override readonly name = 'RequestError';

  constructor(
    readonly kind: 'network' | 'timeout' | 'size',
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

export const concurrency = 4;
const maxPerHost = 2;
const maxRedirects = 5;
/** Maximum time of one response, as a multiple of the timeout. It stops servers that send a few bytes at a time. */
const maxTimeouts = 8;
/** Longest Retry-After in seconds that is waited for. A longer one is left to the next run. */
const maxRetryAfter = 30;

const failures: Readonly<Record<string, string>> = {
  ENOTFOUND: 'there is no such host',
  EAI_AGAIN: 'there is no such host, or no network',
  ECONNREFUSED: 'its host refuses the connection',
  ECONNRESET: 'its host broke the connection off',
  CERT_HAS_EXPIRED: 'its certificate has expired',
};

export class Requests {
  readonly #settings: RequestSettings;
  readonly #limiter = new RequestLimiter(concurrency, maxPerHost);
  /** Hosts that answered 429 again after the wait; they get no further requests. */
  readonly #blockedHosts = new Set<string>();

  constructor(settings: RequestSettings) {
    this.#settings = settings;
  }

  /**
   * Requests a URL and follows redirects. Rejects with a `RequestError`, or with the signal's reason.
   *
   * @param accept value of the Accept header
   * @param mayFollow returns whether to follow a redirect to this URL; if not, the redirect itself is the response
   */
  async get(address: string, { accept, maxBytes, mayFollow }: RequestOptions): Promise<Answer> {
    let at = address;
    for (let redirects = 0; redirects <= maxRedirects; redirects++) {
      const answer = await this.#request(at, accept, maxBytes);
      if ('status' in answer) return answer;
      if (mayFollow && !mayFollow(answer.location))
        return { status: 302, type: '', address: answer.location, bytes: new Uint8Array() };
      at = answer.location;
    }
    throw new RequestError('network', `more than ${maxRedirects} redirects`);
  }

  async #request(address: string, accept: string, maxBytes: number): Promise<Answer | { readonly location: string }> {
    const mapped = await readMapped(address, this.#settings.mappings);
    if (mapped !== 'unmapped') {
      if (mapped && mapped.byteLength > maxBytes) throw tooLarge(maxBytes);
      // A file has no Content-Type, and a feed may have any file extension.
      const type = /\.(?:x?html?|xml)$|\/$/i.test(address.replace(/[?#].*$/, '')) ? '' : 'application/json';
      return { status: mapped ? 200 : 404, type, address, bytes: mapped ?? new Uint8Array() };
    }
    const { host } = new URL(address);
    return this.#limiter.run(host, async () => {
      for (let isAgain = false; ; isAgain = true) {
        if (this.#blockedHosts.has(host)) throw new RequestError('network', 'its host has asked for fewer requests');
        const answer = await this.#send(address, accept, maxBytes);
        if (!('wait' in answer)) return answer;
        if (isAgain || answer.wait > maxRetryAfter) {
          if (answer.status === 429) this.#blockedHosts.add(host);
          return { status: answer.status, type: '', address, bytes: new Uint8Array() };
        }
        await pause(answer.wait * 1000, this.#settings.signal);
      }
    });
  }

  async #send(
    address: string,
    accept: string,
    maxBytes: number,
  ): Promise<Answer | { readonly location: string } | { readonly wait: number; readonly status: number }> {
    const { signal, timeout, cache, userAgent = `provision-embed-audit/${version}` } = this.#settings;
    // Ends a response that sends a few bytes now and then, which never reaches the timeout of silence.
    const limit = AbortSignal.timeout(timeout * maxTimeouts);
    const timedOut = () => new RequestError('timeout', `no answer within ${timeout / 1000} s`);
    try {
      return await boundedDownload(
        { signal: AbortSignal.any([signal, limit]), timeout, timedOut },
        async (abortSignal, restartTimeout) => {
          const kept = await cache?.get(address);
          const headers: Record<string, string> = { accept, 'user-agent': userAgent };
          if (kept?.etag != null) headers['if-none-match'] = kept.etag;
          if (kept?.modified != null) headers['if-modified-since'] = kept.modified;
          const response = await fetch(address, { headers, redirect: 'manual', signal: abortSignal });
          restartTimeout();
          const { status } = response;
          if (status === 304 && kept)
            return { status: 200, type: kept.type, address, bytes: Buffer.from(kept.body, 'base64') };
          const location = status >= 300 && status < 400 ? response.headers.get('location') : null;
          if (location !== null) return { location: redirectTarget(location, address) };
          const wait = status === 429 || status === 503 ? response.headers.get('retry-after') : null;
          if (wait !== null && /^\d+$/.test(wait)) return { wait: Number(wait), status };
          const type = response.headers.get('content-type') ?? '';
          const chunks: Uint8Array[] = [];
          // The body of an error is a page for people.
          if (response.ok) {
            await readChunks(
              response,
              maxBytes,
              () => tooLarge(maxBytes),
              (chunk) => {
                restartTimeout();
                chunks.push(chunk);
              },
            );
          }
          const bytes = Buffer.concat(chunks);
          const [etag, modified] = [response.headers.get('etag'), response.headers.get('last-modified')];
          if (cache && status === 200 && (etag ?? modified) !== null)
            await cache.set({ address, etag, modified, type, body: bytes.toString('base64') });
          return { status, type, address, bytes };
        },
      );
    } catch (cause) {
      signal.throwIfAborted();
      if (cause instanceof RequestError) throw cause;
      if (limit.aborted) throw timedOut();
      throw new RequestError('network', failureReason(cause), { cause });
    }
  }
}

interface RequestOptions {
  readonly accept: string;
  /** Maximum number of bytes after decompression. */
  readonly maxBytes: number;
  readonly mayFollow?: (location: string) => boolean;
}

const tooLarge = (maxBytes: number) => new RequestError('size', `more than ${Math.round(maxBytes / 1024 / 1024)} MiB`);

function redirectTarget(location: string, address: string): string {
  const target = URL.canParse(location, address) ? new URL(location, address) : undefined;
  if (!target || !/^https?:$/.test(target.protocol))
    throw new RequestError('network', `it redirects to an invalid address: "${location}"`);
  return target.href;
}

/** The reason of a failed request. It is read from `cause`, because the message of `fetch` is always "fetch failed". */
function failureReason(error: unknown): string {
  const { cause } = error as { cause?: unknown };
  const { code, message } = (cause ?? error) as NodeJS.ErrnoException;
  return failures[code ?? ''] ?? message;
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(signal.reason as Error);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop);
      resolve();
    }, milliseconds);
    signal.addEventListener('abort', stop, { once: true });
  });
}
