import { FeedError } from '../../../src/feed/error.js';
import type { fetchFeed } from '../../../src/feed/fetch.js';
import { FeedStore } from '../../../src/feed/store.js';
import type { ParsedFeed } from '../../../src/feed/types.js';
import { readFeed } from './feeds.js';

/** One request that a store has made, to be answered by the test. */
export interface Asked {
  readonly url: string;
  readonly options: NonNullable<Parameters<typeof fetchFeed>[1]>;
  answer(input: unknown): void;
  fail(code?: FeedError['code']): void;
}

/** A store whose network is in our hands. As a network does, a request ends when it is given up, unless it is heedless. */
export function storeInHand({ heedless = false } = {}): { store: FeedStore; asked: Asked[] } {
  const asked: Asked[] = [];
  const store = new FeedStore((url, options = {}) => {
    return new Promise<ParsedFeed>((resolve, reject) => {
      options.signal?.addEventListener('abort', () => {
        if (!heedless) reject(options.signal?.reason as Error);
      });
      asked.push({
        url,
        options,
        answer: (input) => {
          resolve(readFeed(input));
        },
        fail: (code = 'network') => {
          reject(new FeedError(code, 'It failed', { url }));
        },
      });
    });
  });
  return { store, asked };
}

/** A store over feeds that are at hand; what is missing is a 404. `asked` lists the URLs in order. */
export function storeOver(feeds: Readonly<Record<string, unknown>>): { store: FeedStore; asked: string[] } {
  const asked: string[] = [];
  const store = new FeedStore((url) => {
    asked.push(url);
    return Object.hasOwn(feeds, url)
      ? Promise.resolve(readFeed(feeds[url]))
      : Promise.reject(new FeedError('http', '404', { url }));
  });
  return { store, asked };
}
