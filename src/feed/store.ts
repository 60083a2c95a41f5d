import { FeedError } from './error.js';
import type { fetchFeed } from './fetch.js';
import type { FetchFeedOptions } from './request.js';
import { feedPages } from './feed-pages.js';
import { findItem } from './find-item.js';
import type { Feed, ParsedFeed, Provision } from './types.js';

/** A feed in the store. */
export interface LoadedFeed extends ParsedFeed {
  /** Time of the fetch, in milliseconds by the reader's clock. */
  readonly fetchedAt: number;
  /** Error of the last refresh; the feed is then the last good value. */
  readonly refreshError?: FeedError;
}

export interface GetOptions {
  /** Ends this call only. The request itself is aborted when no caller waits for it. */
  readonly signal?: AbortSignal | undefined;
  readonly redirects?: FetchFeedOptions['redirects'];
  /** Sends a new request (default false). After a failure the result is the last good value with `refreshError`. */
  readonly refresh?: boolean | undefined;
}

/** A request in flight, and the number of callers that wait for it. */
interface PendingRequest {
  readonly promise: Promise<LoadedFeed>;
  readonly abort: AbortController;
  waiting: number;
}

/**
 * Fetches each feed once per page, however many elements use it. Callers share the promise in flight. A failure is
 * never cached; a good value stays until a newer one was parsed completely.
 */
export class FeedStore {
  readonly #values = new Map<string, LoadedFeed>();
  readonly #requests = new Map<string, PendingRequest>();
  readonly #fetch: typeof fetchFeed;

  /** Whether a response is older than the last good value, which then stays. Set by code that polls. */
  isOlder?: (feed: Feed, than: Feed) => boolean;

  /** @param fetch function that sends the request: `fetchFeed` */
  constructor(fetch: typeof fetchFeed) {
    this.#fetch = fetch;
  }

  /** Returns the last good value without a request; undefined where there is none. */
  peek(url: string, redirects?: GetOptions['redirects']): LoadedFeed | undefined {
    return this.#values.get(keyOf(url, redirects));
  }

  /** Returns the feed at `url`. Rejects with a `FeedError`, or with the signal's reason. */
  async get(url: string, { signal, redirects, refresh }: GetOptions = {}): Promise<LoadedFeed> {
    signal?.throwIfAborted();
    const key = keyOf(url, redirects);
    const value = this.#values.get(key);
    if (value && !refresh) return value;

    const request = this.#requests.get(key) ?? this.#start(key, url, redirects, value);
    request.waiting++;
    return new Promise<LoadedFeed>((resolve, reject) => {
      const onAbort = (): void => {
        reject(signal?.reason as Error);
        request.waiting--;
        // Deferred, because moving an element disconnects and connects it in the same task, and must not cause a second
        // request.
        setTimeout(() => {
          if (request.waiting) return;
          this.#end(key, request);
          request.abort.abort();
        });
      };
      signal?.addEventListener('abort', onAbort, { once: true });
      request.promise.then(resolve, reject).finally(() => signal?.removeEventListener('abort', onAbort));
    });
  }

  /**
   * Finds the record `id` in the feed at `url` and in its further pages (`feedPages`). Without an id, returns the
   * feed's only item. Rejects with `not-found` where there is none.
   */
  async find(url: string, id?: string, options?: GetOptions): Promise<LoadedFeed & { readonly provision: Provision }> {
    let count = 0;
    for await (const [, page] of feedPages(url, (address) => this.get(address, options))) {
      const provision = findItem(page.feed, id);
      if (provision) return { ...page, provision };
      // Without an id the record is the only item of the first page. Reading `items` parses all of them.
      if (id === undefined) {
        count = page.feed.items.length;
        break;
      }
    }
    const message = id === undefined ? `The feed has ${count} records: name one by its id` : `No record "${id}"`;
    throw new FeedError('not-found', message, { url, pointer: '/items' });
  }

  #start(key: string, url: string, redirects: GetOptions['redirects'], value: LoadedFeed | undefined): PendingRequest {
    const abort = new AbortController();
    const load = async (): Promise<LoadedFeed> => {
      try {
        const parsed = await this.#fetch(url, { signal: abort.signal, redirects, revalidate: value !== undefined });
        // A cache between server and reader may return an older copy.
        const loaded = value && this.isOlder?.(parsed.feed, value.feed) ? value : { ...parsed, fetchedAt: Date.now() };
        this.#values.set(key, loaded);
        return loaded;
      } catch (error) {
        if (!value || !(error instanceof FeedError)) throw error;
        return { ...value, refreshError: error };
      }
    };
    const request: PendingRequest = {
      promise: load().finally(() => {
        this.#end(key, request);
      }),
      abort,
      waiting: 0,
    };
    this.#requests.set(key, request);
    return request;
  }

  /** Removes a request, unless a newer one has replaced it. */
  #end(key: string, request: PendingRequest): void {
    if (this.#requests.get(key) === request) this.#requests.delete(key);
  }
}

function keyOf(url: string, redirects: GetOptions['redirects']): string {
  return `${redirects ?? 'error'} ${url}`;
}
