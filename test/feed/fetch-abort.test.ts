import { once } from 'node:events';
import { expect, it, vi } from 'vitest';
import { fetchFeed } from '../../src/feed/fetch.js';
import { feedOf, itemOf } from './support/feeds.js';
import { serve, serveBody } from './support/server.js';

const json = { 'content-type': 'application/json' };
const good = JSON.stringify(feedOf(itemOf()));

it('sends no request when the signal is already aborted', async () => {
  const server = await serveBody(good);
  const reason = new Error('moved on');
  await expect(fetchFeed(server.at('/'), { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  expect(server.requests).toEqual([]);
});

it('closes the connection when aborted before the response', async () => {
  const abort = new AbortController();
  let closed: Promise<unknown> | undefined;
  const server = await serve((_, response) => {
    closed = once(response, 'close');
    abort.abort();
  });
  await expect(fetchFeed(server.at('/'), { signal: abort.signal })).rejects.toMatchObject({ name: 'AbortError' });
  await closed;
});

it('closes the connection when aborted during the body', async () => {
  const abort = new AbortController();
  const reason = new Error('moved on');
  let closed: Promise<unknown> | undefined;
  const server = await serve((_, response) => {
    closed = once(response, 'close');
    response.writeHead(200, json).write(good.slice(0, 9), () => abort.abort(reason));
  });
  await expect(fetchFeed(server.at('/'), { signal: abort.signal })).rejects.toBe(reason);
  await closed;
});

it('keeps the feed when aborted after the end', async () => {
  const server = await serveBody(good);
  const abort = new AbortController();
  const { feed } = await fetchFeed(server.at('/'), { signal: abort.signal });
  abort.abort();
  expect(feed.items).toHaveLength(1);
});

it('leaves no listener on a signal that outlives the request', async () => {
  const server = await serveBody(good);
  const { signal } = new AbortController();
  const added = vi.spyOn(signal, 'addEventListener');
  const removed = vi.spyOn(signal, 'removeEventListener');
  await fetchFeed(server.at('/'), { signal });
  await expect(fetchFeed('http://127.0.0.1:1/', { signal })).rejects.toMatchObject({ code: 'network' });
  expect(added).toHaveBeenCalledTimes(2);
  expect(removed.mock.calls.map(([, listener]) => listener)).toEqual(added.mock.calls.map(([, listener]) => listener));
});
