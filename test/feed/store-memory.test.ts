import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { FeedError } from '../../src/feed/error.js';
import { fetchFeed } from '../../src/feed/fetch.js';
import { FeedStore } from '../../src/feed/store.js';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/**
 * Returns the bytes that stay on the heap after `work`. The addresses are so long that a retained one is noticeable.
 */
async function bytesKept(work: (url: string) => Promise<unknown>): Promise<number> {
  const before = heap();
  for (let n = 0; n < 1000; n++) await work(`https://feeds.example/${n}/`.padEnd(100_000, `${n}`));
  return heap() - before;
}

function heap(): number {
  collect();
  return process.memoryUsage().heapUsed;
}

const aLot = 20e6;

describe('a thousand feeds without a result leave nothing in memory', () => {
  it('when they fail', async () => {
    const store = new FeedStore((url) => Promise.reject(new FeedError('http', 'no', { url })));
    const kept = await bytesKept((url) => store.get(url).catch(() => undefined));
    expect(store.peek('https://feeds.example/')).toBeUndefined();
    expect(kept).toBeLessThan(aLot);
  });

  it('when their address is invalid', async () => {
    const store = new FeedStore(fetchFeed);
    const kept = await bytesKept((url) => store.get(url.slice(8)).catch(() => undefined));
    expect(store.peek('feeds.example')).toBeUndefined();
    expect(kept).toBeLessThan(aLot);
  });

  it('when no caller waits for them', async () => {
    let ended = (): void => undefined;
    const store = new FeedStore(
      (_, options) =>
        new Promise((_resolve, reject) => {
          options?.signal?.addEventListener('abort', () => {
            reject(options.signal?.reason as Error);
            ended();
          });
        }),
    );
    const kept = await bytesKept(async (url) => {
      const end = new Promise<void>((resolve) => {
        ended = resolve;
      });
      const leaver = new AbortController();
      const left = store.get(url, { signal: leaver.signal }).catch(() => undefined);
      leaver.abort();
      await left;
      await end;
    });
    expect(store.peek('https://feeds.example/')).toBeUndefined();
    expect(kept).toBeLessThan(aLot);
  });

  it('and the measurement detects a retained address', async () => {
    const kept = new Set<string>();
    expect(await bytesKept((url) => Promise.resolve(kept.add(url)))).toBeGreaterThan(aLot);
    expect(kept.size).toBe(1000);
  });
});
