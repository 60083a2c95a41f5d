import { getEventListeners, once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { fetchFeed } from '../../src/feed/fetch.js';
import { FeedStore } from '../../src/feed/store.js';
import { controlledStore } from './support/controlled-store.js';
import { feedOf, itemOf } from './support/feeds.js';
import { serve, serveBody } from './support/server.js';

const url = 'https://feeds.example/feed.json';
const good = feedOf(itemOf());

describe('a hundred callers', () => {
  it('share one request to a real server', async () => {
    const server = await serveBody(JSON.stringify(good), { 'content-type': 'application/json' });
    const store = new FeedStore(fetchFeed);
    const all = await Promise.all(Array.from({ length: 100 }, () => store.get(server.at('/'))));
    expect(server.requests).toHaveLength(1);
    expect(new Set(all).size).toBe(1);
    await store.get(server.at('/'));
    expect(server.requests).toHaveLength(1);
  });

  it('share one request with separate signals', async () => {
    const { store, requests } = controlledStore();
    const all = Array.from({ length: 100 }, () => store.get(url, { signal: new AbortController().signal }));
    expect(requests).toHaveLength(1);
    requests[0]?.respond(good);
    expect(new Set(await Promise.all(all)).size).toBe(1);
  });

  it('each receive the error of one failed request', async () => {
    const { store, requests } = controlledStore();
    const all = Array.from({ length: 100 }, () => store.get(url));
    requests[0]?.fail('http');
    for (const result of await Promise.allSettled(all)) {
      expect(result).toMatchObject({ status: 'rejected', reason: { name: 'FeedError', code: 'http', url } });
    }
    expect(requests).toHaveLength(1);
  });
});

describe('the cache', () => {
  it('keeps a valid feed until a refresh', async () => {
    const { store, requests } = controlledStore();
    expect(store.peek(url)).toBeUndefined();
    const first = store.get(url);
    expect(store.peek(url)).toBeUndefined();
    requests[0]?.respond(good);
    expect(await store.get(url)).toBe(await first);
    expect(store.peek(url)).toBe(await first);
    expect((await first).fetchedAt).toBeLessThanOrEqual(Date.now());
    expect(requests).toHaveLength(1);

    const again = store.get(url, { refresh: true });
    expect(requests).toHaveLength(2);
    expect(requests.map(({ options }) => options.revalidate)).toEqual([false, true]);
    // A cached value resolves without a request.
    expect(await store.get(url)).toBe(await first);
    requests[1]?.respond({ ...good, title: 'Newer' });
    expect((await again).feed.title).toBe('Newer');
    expect(store.peek(url)).toBe(await again);
  });

  it('never keeps a failure: the next call sends a new request', async () => {
    const { store, requests } = controlledStore();
    const first = store.get(url);
    requests[0]?.fail();
    await expect(first).rejects.toMatchObject({ code: 'network' });
    expect(store.peek(url)).toBeUndefined();
    const second = store.get(url);
    requests[1]?.respond(good);
    expect((await second).feed.items).toHaveLength(1);
  });

  it('never keeps a failure, even for a call in the same task', async () => {
    const { store, requests } = controlledStore();
    const second = store.get(url).catch(() => store.get(url));
    requests[0]?.fail();
    await expect.poll(() => requests.length).toBe(2);
    requests[1]?.respond(good);
    expect((await second).feed.items).toHaveLength(1);
  });

  it('returns the last good value with the reason when a refresh fails', async () => {
    const { store, requests } = controlledStore();
    const first = store.get(url);
    requests[0]?.respond(good);
    const before = await first;
    const refreshed = store.get(url, { refresh: true });
    requests[1]?.fail('timeout');
    expect(await refreshed).toEqual({ ...before, refreshError: expect.objectContaining({ code: 'timeout' }) });
    expect((await refreshed).feed).toBe(before.feed);
    expect(store.peek(url)).toBe(before);
    expect(store.peek(url)?.refreshError).toBeUndefined();
  });

  it('passes on an error that is not a FeedError', async () => {
    let requests = 0;
    const store = new FeedStore(() =>
      requests++ ? Promise.reject(new TypeError('a bug')) : Promise.resolve({ feed: { items: [] }, warnings: [] }),
    );
    const first = await store.get(url);
    await expect(store.get(url, { refresh: true })).rejects.toThrow('a bug');
    expect(store.peek(url)).toBe(first);
  });

  it('keeps one value per `redirects` setting', async () => {
    const { store, requests } = controlledStore();
    const strict = store.get(url);
    const strictToo = store.get(url, { redirects: 'error' });
    const loose = store.get(url, { redirects: 'follow' });
    expect(requests.map(({ options }) => options.redirects)).toEqual([undefined, 'follow']);
    requests[0]?.fail('network');
    requests[1]?.respond(good);
    await expect(strict).rejects.toMatchObject({ code: 'network' });
    await expect(strictToo).rejects.toMatchObject({ code: 'network' });
    expect(await loose).toBe(store.peek(url, 'follow'));
    expect(store.peek(url)).toBeUndefined();
    expect(store.peek(url, 'error')).toBeUndefined();
  });

  it('treats a fetch that throws synchronously like any other failure', async () => {
    const store = new FeedStore(() => {
      throw new TypeError('no network here');
    });
    await expect(store.get(url)).rejects.toThrow('no network here');
    await expect(store.get(url)).rejects.toThrow('no network here');
  });
});

describe('a caller that aborts', () => {
  it('does not affect the other callers', async () => {
    const { store, requests } = controlledStore();
    const leaver = new AbortController();
    const left = store.get(url, { signal: leaver.signal });
    const stayed = store.get(url);
    const reason = new Error('removed');
    leaver.abort(reason);
    await expect(left).rejects.toBe(reason);
    await nextTask();
    expect(requests[0]?.options.signal?.aborted).toBe(false);
    requests[0]?.respond(good);
    expect((await stayed).feed.items).toHaveLength(1);
  });

  it('ends the request when it is the last one', async () => {
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

  it('and calls again in the same task causes no request, as when an element is moved', async () => {
    const { store, requests } = controlledStore();
    const leaver = new AbortController();
    const left = store.get(url, { signal: leaver.signal });
    leaver.abort();
    await expect(left).rejects.toMatchObject({ name: 'AbortError' });
    const back = store.get(url, { signal: new AbortController().signal });
    await nextTask();
    expect(requests).toHaveLength(1);
    expect(requests[0]?.options.signal?.aborted).toBe(false);
    requests[0]?.respond(good);
    expect((await back).feed.items).toHaveLength(1);
  });

  it('and calls again after the end of the request starts a new one, which the end of the old one does not affect', async () => {
    const { store, requests } = controlledStore();
    const leaver = new AbortController();
    const left = store.get(url, { signal: leaver.signal });
    leaver.abort();
    await expect(left).rejects.toMatchObject({ name: 'AbortError' });
    await nextTask();
    expect(requests[0]?.options.signal?.aborted).toBe(true);
    const back = store.get(url);
    const too = store.get(url);
    expect(requests).toHaveLength(2);
    requests[1]?.respond(good);
    expect(await back).toBe(await too);
  });

  it('is not waited for: a call during the abort starts a new request', async () => {
    const { store, requests } = controlledStore();
    const leaver = new AbortController();
    const left = store.get(url, { signal: leaver.signal });
    let back: Promise<unknown> | undefined;
    requests[0]?.options.signal?.addEventListener('abort', () => {
      back = store.get(url);
    });
    leaver.abort();
    await expect(left).rejects.toMatchObject({ name: 'AbortError' });
    await expect.poll(() => requests.length).toBe(2);
    requests[1]?.respond(good);
    await expect(back).resolves.toMatchObject({ feed: { title: 'Test' } });
  });

  it('does not affect a newer request when its own ends late', async () => {
    const { store, requests } = controlledStore({ ignoresAbort: true });
    const leaver = new AbortController();
    const left = store.get(url, { signal: leaver.signal });
    leaver.abort();
    await expect(left).rejects.toMatchObject({ name: 'AbortError' });
    await nextTask();
    const second = store.get(url);
    requests[0]?.fail();
    await nextTask();
    const third = store.get(url);
    expect(requests).toHaveLength(2);
    requests[1]?.respond(good);
    expect(await second).toBe(await third);
  });

  it('before the call is not counted', async () => {
    const { store, requests } = controlledStore();
    const reason = new Error('removed');
    await expect(store.get(url, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
    expect(requests).toHaveLength(0);
  });

  it('has no listener left after its result', async () => {
    const { store, requests } = controlledStore();
    const { signal } = new AbortController();
    const respond = store.get(url, { signal });
    expect(getEventListeners(signal, 'abort')).toHaveLength(1);
    requests[0]?.respond(good);
    await respond;
    await Promise.resolve();
    expect(getEventListeners(signal, 'abort')).toHaveLength(0);
  });

  it('after its result changes nothing', async () => {
    const { store, requests } = controlledStore();
    const leaver = new AbortController();
    const got = store.get(url, { signal: leaver.signal });
    requests[0]?.respond(good);
    await got;
    leaver.abort();
    await nextTask();
    expect(store.peek(url)).toBe(await got);
  });

  it('during a refresh is rejected, without the last good value', async () => {
    const { store, requests } = controlledStore();
    const first = store.get(url);
    requests[0]?.respond(good);
    await first;
    const leaver = new AbortController();
    const left = store.get(url, { refresh: true, signal: leaver.signal });
    leaver.abort();
    await expect(left).rejects.toMatchObject({ name: 'AbortError' });
    await nextTask();
    expect(requests[1]?.options.signal?.aborted).toBe(true);
    expect(store.peek(url)).toBe(await first);
  });
});

/** Resolves in the next task. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 1));
}
