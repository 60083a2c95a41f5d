import { getEventListeners, once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { fetchFeed } from '../../src/feed/fetch.js';
import { FeedStore } from '../../src/feed/store.js';
import { storeInHand } from './support/asked.js';
import { feedOf, itemOf } from './support/feeds.js';
import { serve, serveBody } from './support/server.js';

const url = 'https://feeds.example/feed.json';
const good = feedOf(itemOf());

describe('a hundred askers', () => {
  it('make one request, at a real server', async () => {
    const server = await serveBody(JSON.stringify(good), { 'content-type': 'application/json' });
    const store = new FeedStore(fetchFeed);
    const all = await Promise.all(Array.from({ length: 100 }, () => store.get(server.at('/'))));
    expect(server.requests).toHaveLength(1);
    expect(new Set(all).size).toBe(1);
    await store.get(server.at('/'));
    expect(server.requests).toHaveLength(1);
  });

  it('with signals of their own make one request', async () => {
    const { store, asked } = storeInHand();
    const all = Array.from({ length: 100 }, () => store.get(url, { signal: new AbortController().signal }));
    expect(asked).toHaveLength(1);
    asked[0]?.answer(good);
    expect(new Set(await Promise.all(all)).size).toBe(1);
  });

  it('hear of one failure each', async () => {
    const { store, asked } = storeInHand();
    const all = Array.from({ length: 100 }, () => store.get(url));
    asked[0]?.fail('http');
    for (const result of await Promise.allSettled(all)) {
      expect(result).toMatchObject({ status: 'rejected', reason: { name: 'FeedError', code: 'http', url } });
    }
    expect(asked).toHaveLength(1);
  });
});

describe('what is kept', () => {
  it('is a good value, until it is asked for anew', async () => {
    const { store, asked } = storeInHand();
    expect(store.peek(url)).toBeUndefined();
    const first = store.get(url);
    expect(store.peek(url)).toBeUndefined();
    asked[0]?.answer(good);
    expect(await store.get(url)).toBe(await first);
    expect(store.peek(url)).toBe(await first);
    expect((await first).fetchedAt).toBeLessThanOrEqual(Date.now());
    expect(asked).toHaveLength(1);

    const again = store.get(url, { refresh: true });
    expect(asked).toHaveLength(2);
    expect(asked.map(({ options }) => options.revalidate)).toEqual([false, true]);
    // Nobody waits for what is there already.
    expect(await store.get(url)).toBe(await first);
    asked[1]?.answer({ ...good, title: 'Newer' });
    expect((await again).feed.title).toBe('Newer');
    expect(store.peek(url)).toBe(await again);
  });

  it('is never a failure: the next asker asks the server again', async () => {
    const { store, asked } = storeInHand();
    const first = store.get(url);
    asked[0]?.fail();
    await expect(first).rejects.toMatchObject({ code: 'network' });
    expect(store.peek(url)).toBeUndefined();
    const second = store.get(url);
    asked[1]?.answer(good);
    expect((await second).feed.items).toHaveLength(1);
  });

  it('is never a failure: not even for whoever asks in the very moment', async () => {
    const { store, asked } = storeInHand();
    const second = store.get(url).catch(() => store.get(url));
    asked[0]?.fail();
    await expect.poll(() => asked.length).toBe(2);
    asked[1]?.answer(good);
    expect((await second).feed.items).toHaveLength(1);
  });

  it('is the last good value when a refresh fails, with the reason', async () => {
    const { store, asked } = storeInHand();
    const first = store.get(url);
    asked[0]?.answer(good);
    const before = await first;
    const refreshed = store.get(url, { refresh: true });
    asked[1]?.fail('timeout');
    expect(await refreshed).toEqual({ ...before, refreshError: expect.objectContaining({ code: 'timeout' }) });
    expect((await refreshed).feed).toBe(before.feed);
    expect(store.peek(url)).toBe(before);
    expect(store.peek(url)?.refreshError).toBeUndefined();
  });

  it('does not hide an error that is none of the feed’s', async () => {
    let asked = 0;
    const store = new FeedStore(() =>
      asked++ ? Promise.reject(new TypeError('a bug')) : Promise.resolve({ feed: { items: [] }, warnings: [] }),
    );
    const first = await store.get(url);
    await expect(store.get(url, { refresh: true })).rejects.toThrow('a bug');
    expect(store.peek(url)).toBe(first);
  });

  it('is one value for each way of taking redirects', async () => {
    const { store, asked } = storeInHand();
    const strict = store.get(url);
    const strictToo = store.get(url, { redirects: 'error' });
    const loose = store.get(url, { redirects: 'follow' });
    expect(asked.map(({ options }) => options.redirects)).toEqual([undefined, 'follow']);
    asked[0]?.fail('network');
    asked[1]?.answer(good);
    await expect(strict).rejects.toMatchObject({ code: 'network' });
    await expect(strictToo).rejects.toMatchObject({ code: 'network' });
    expect(await loose).toBe(store.peek(url, 'follow'));
    expect(store.peek(url)).toBeUndefined();
    expect(store.peek(url, 'error')).toBeUndefined();
  });

  it('a network that throws at once is a failure like any other', async () => {
    const store = new FeedStore(() => {
      throw new TypeError('no network here');
    });
    await expect(store.get(url)).rejects.toThrow('no network here');
    await expect(store.get(url)).rejects.toThrow('no network here');
  });
});

describe('an asker that leaves', () => {
  it('leaves the others theirs', async () => {
    const { store, asked } = storeInHand();
    const leaver = new AbortController();
    const left = store.get(url, { signal: leaver.signal });
    const stayed = store.get(url);
    const reason = new Error('removed');
    leaver.abort(reason);
    await expect(left).rejects.toBe(reason);
    await nextTask();
    expect(asked[0]?.options.signal?.aborted).toBe(false);
    asked[0]?.answer(good);
    expect((await stayed).feed.items).toHaveLength(1);
  });

  it('ends the request at the server when it is the last', async () => {
    let closed: Promise<unknown> | undefined;
    const leavers = [new AbortController(), new AbortController()];
    const server = await serve((_, response) => {
      closed = once(response, 'close');
      for (const leaver of leavers) leaver.abort();
    });
    const store = new FeedStore(fetchFeed);
    for (const { status } of await Promise.allSettled(
      leavers.map(({ signal }) => store.get(server.at('/'), { signal })),
    )) {
      expect(status).toBe('rejected');
    }
    await expect.poll(() => closed).toBeDefined();
    await closed;
  });

  it('and comes back in the same task costs no request: that is how an element is moved', async () => {
    const { store, asked } = storeInHand();
    const leaver = new AbortController();
    const left = store.get(url, { signal: leaver.signal });
    leaver.abort();
    await expect(left).rejects.toMatchObject({ name: 'AbortError' });
    const back = store.get(url, { signal: new AbortController().signal });
    await nextTask();
    expect(asked).toHaveLength(1);
    expect(asked[0]?.options.signal?.aborted).toBe(false);
    asked[0]?.answer(good);
    expect((await back).feed.items).toHaveLength(1);
  });

  it('and comes back when the request has ended makes a new one, which the end of the old one does not harm', async () => {
    const { store, asked } = storeInHand();
    const leaver = new AbortController();
    const left = store.get(url, { signal: leaver.signal });
    leaver.abort();
    await expect(left).rejects.toMatchObject({ name: 'AbortError' });
    await nextTask();
    expect(asked[0]?.options.signal?.aborted).toBe(true);
    const back = store.get(url);
    const too = store.get(url);
    expect(asked).toHaveLength(2);
    asked[1]?.answer(good);
    expect(await back).toBe(await too);
  });

  it('is not waited for: who asks in the moment of its end makes a new request', async () => {
    const { store, asked } = storeInHand();
    const leaver = new AbortController();
    const left = store.get(url, { signal: leaver.signal });
    let back: Promise<unknown> | undefined;
    asked[0]?.options.signal?.addEventListener('abort', () => {
      back = store.get(url);
    });
    leaver.abort();
    await expect(left).rejects.toMatchObject({ name: 'AbortError' });
    await expect.poll(() => asked.length).toBe(2);
    asked[1]?.answer(good);
    await expect(back).resolves.toMatchObject({ feed: { title: 'Test' } });
  });

  it('and whose request ends late harms no newer one', async () => {
    const { store, asked } = storeInHand({ heedless: true });
    const leaver = new AbortController();
    const left = store.get(url, { signal: leaver.signal });
    leaver.abort();
    await expect(left).rejects.toMatchObject({ name: 'AbortError' });
    await nextTask();
    const second = store.get(url);
    asked[0]?.fail();
    await nextTask();
    const third = store.get(url);
    expect(asked).toHaveLength(2);
    asked[1]?.answer(good);
    expect(await second).toBe(await third);
  });

  it('before asking is not an asker', async () => {
    const { store, asked } = storeInHand();
    const reason = new Error('removed');
    await expect(store.get(url, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
    expect(asked).toHaveLength(0);
  });

  it('is not listened to any more when it has its answer', async () => {
    const { store, asked } = storeInHand();
    const { signal } = new AbortController();
    const answer = store.get(url, { signal });
    expect(getEventListeners(signal, 'abort')).toHaveLength(1);
    asked[0]?.answer(good);
    await answer;
    await Promise.resolve();
    expect(getEventListeners(signal, 'abort')).toHaveLength(0);
  });

  it('after the answer changes nothing', async () => {
    const { store, asked } = storeInHand();
    const leaver = new AbortController();
    const got = store.get(url, { signal: leaver.signal });
    asked[0]?.answer(good);
    await got;
    leaver.abort();
    await nextTask();
    expect(store.peek(url)).toBe(await got);
  });

  it('while a refresh runs, it is a leaver like any other: no last good value for it', async () => {
    const { store, asked } = storeInHand();
    const first = store.get(url);
    asked[0]?.answer(good);
    await first;
    const leaver = new AbortController();
    const left = store.get(url, { refresh: true, signal: leaver.signal });
    leaver.abort();
    await expect(left).rejects.toMatchObject({ name: 'AbortError' });
    await nextTask();
    expect(asked[1]?.options.signal?.aborted).toBe(true);
    expect(store.peek(url)).toBe(await first);
  });
});

/** The task after this one. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 1));
}
