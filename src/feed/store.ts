import { FeedError } from './error.js';
import type { fetchFeed } from './fetch.js';
import type { FetchFeedOptions } from './request.js';
import { findItem } from './select.js';
import type { Feed, ParsedFeed, Provision } from './types.js';

/** A feed as the store holds it. */
export interface LoadedFeed extends ParsedFeed {
  /** When it was fetched, in milliseconds of the reader's clock. */
  readonly fetchedAt: number;
  /** Why the last refresh failed, where it did: this is then the last good value. */
  readonly refreshError?: FeedError;
}

export interface GetOptions {
  /** This asker's own; the request itself ends when nobody is left who wants it. */
  readonly signal?: AbortSignal | undefined;
  readonly redirects?: FetchFeedOptions['redirects'];
  /** Asks the server again; a failure then gives the last good value with `refreshError`. */
  readonly refresh?: boolean | undefined;
}

/** A request in flight, and how many still want it. */
interface Request {
  readonly promise: Promise<LoadedFeed>;
  readonly abort: AbortController;
  askers: number;
}

/** The longest chain of `next_url` that is followed for one record. */
const maxPages = 100;

/**
 * One request per feed URL and page, however many elements ask: the promise in flight is shared, a failure is never
 * kept, a good value is kept until a newer one has been read whole.
 */
export class FeedStore {
  readonly #values = new Map<string, LoadedFeed>();
  readonly #requests = new Map<string, Request>();
  readonly #fetch: typeof fetchFeed;

  /** Tells an answer that is older than the last good value, which then stays. Set by who asks again and again. */
  isOlder?: (feed: Feed, than: Feed) => boolean;

  /** @param fetch what asks the network: `fetchFeed` */
  constructor(fetch: typeof fetchFeed) {
    this.#fetch = fetch;
  }

  /** The last good value, if there is one; asks nobody. */
  peek(url: string, redirects?: GetOptions['redirects']): LoadedFeed | undefined {
    return this.#values.get(keyOf(url, redirects));
  }

  /** The feed at `url`. Rejects with a `FeedError`, or with the signal's reason. */
  async get(url: string, { signal, redirects, refresh }: GetOptions = {}): Promise<LoadedFeed> {
    signal?.throwIfAborted();
    const key = keyOf(url, redirects);
    const value = this.#values.get(key);
    if (value && !refresh) return value;

    const request = this.#requests.get(key) ?? this.#start(key, url, redirects, value);
    request.askers++;
    return new Promise<LoadedFeed>((resolve, reject) => {
      const leave = (): void => {
        reject(signal?.reason as Error);
        request.askers--;
        // Not at once: an element that is moved leaves and asks again in one go, and that must cost no request.
        setTimeout(() => {
          if (request.askers) return;
          this.#end(key, request);
          request.abort.abort();
        });
      };
      signal?.addEventListener('abort', leave, { once: true });
      request.promise.then(resolve, reject).finally(() => signal?.removeEventListener('abort', leave));
    });
  }

  /**
   * The record `id` of the feed at `url`, looked for on the pages that `next_url` names, in order, on the feed's own
   * origin. Without an id: the feed's only item. Rejects with `not-found` where there is none.
   */
  async find(url: string, id?: string, options?: GetOptions): Promise<LoadedFeed & { readonly provision: Provision }> {
    const seen = new Set<string>();
    let next: string | undefined = url;
    let page: LoadedFeed | undefined;
    while (next !== undefined && !seen.has(next) && seen.size < maxPages) {
      seen.add(next);
      page = await this.get(next, options);
      const provision = findItem(page.feed, id);
      if (provision) return { ...page, provision };
      const following: string | undefined = id === undefined ? undefined : page.feed.next_url;
      next = following !== undefined && new URL(following).origin === new URL(url).origin ? following : undefined;
    }
    const message = id === undefined ? `Which of ${page?.feed.items.length ?? 0} records?` : `No record "${id}"`;
    throw new FeedError('not-found', message, { url, pointer: '/items' });
  }

  #start(key: string, url: string, redirects: GetOptions['redirects'], value: LoadedFeed | undefined): Request {
    const abort = new AbortController();
    const ask = async (): Promise<LoadedFeed> => {
      try {
        const parsed = await this.#fetch(url, { signal: abort.signal, redirects, revalidate: value !== undefined });
        // A cache on the way may still have what was there before.
        const loaded = value && this.isOlder?.(parsed.feed, value.feed) ? value : { ...parsed, fetchedAt: Date.now() };
        this.#values.set(key, loaded);
        return loaded;
      } catch (error) {
        if (!value || !(error instanceof FeedError)) throw error;
        return { ...value, refreshError: error };
      }
    };
    const request: Request = {
      promise: ask().finally(() => {
        this.#end(key, request);
      }),
      abort,
      askers: 0,
    };
    this.#requests.set(key, request);
    return request;
  }

  /** A newer request of the same key may have taken the place. */
  #end(key: string, request: Request): void {
    if (this.#requests.get(key) === request) this.#requests.delete(key);
  }
}

function keyOf(url: string, redirects: GetOptions['redirects']): string {
  return `${redirects ?? 'error'} ${url}`;
}
