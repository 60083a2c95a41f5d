import { FeedError } from '../../../src/feed/error.js';
import type { fetchFeed } from '../../../src/feed/fetch.js';
import { FeedStore } from '../../../src/feed/store.js';
import type { ParsedFeed } from '../../../src/feed/types.js';
import { readFeed } from './feeds.js';

/** A request of a store, which the test answers. */
export interface TestRequest {
  readonly url: string;
  readonly options: NonNullable<Parameters<typeof fetchFeed>[1]>;
  respond(input: unknown): void;
  fail(code?: FeedError['code']): void;
}

/**
 * A store with a network that the test controls. As in a real network, an abort ends a request, unless it is
 * `ignoresAbort`.
 */
export function controlledStore({ ignoresAbort = false } = {}): { store: FeedStore; requests: TestRequest[] } {
  const requests: TestRequest[] = [];
  const store = new FeedStore((url, options = {}) => {
    return new Promise<ParsedFeed>((resolve, reject) => {
      options.signal?.addEventListener('abort', () => {
        if (!ignoresAbort) reject(options.signal?.reason as Error);
      });
      requests.push({
        url,
        options,
        respond: (input) => {
          resolve(readFeed(input));
        },
        fail: (code = 'network') => {
          reject(new FeedError(code, 'It failed', { url }));
        },
      });
    });
  });
  return { store, requests };
}

/** A store over the given feeds; a missing one is a 404. `requests` lists the URLs in order. */
export function storeOver(feeds: Readonly<Record<string, unknown>>): { store: FeedStore; requests: string[] } {
  const requests: string[] = [];
  const store = new FeedStore((url) => {
    requests.push(url);
    return Object.hasOwn(feeds, url)
      ? Promise.resolve(readFeed(feeds[url]))
      : Promise.reject(new FeedError('http', '404', { url }));
  });
  return { store, requests };
}
