import { afterEach, expect, it, vi } from 'vitest';
import { fetchFeed } from '../../src/feed/fetch.js';
import { feedOf, itemOf } from './support/feeds.js';
import { serveBody } from './support/server.js';

const good = JSON.stringify(feedOf(itemOf()));

afterEach(() => {
  vi.unstubAllGlobals();
});

it('sends no cookie, no referrer and no header of our own', async () => {
  const server = await serveBody(good, { 'set-cookie': 'id=1; Path=/', 'content-type': 'application/json' });
  await fetchFeed(server.at('/'));
  await fetchFeed(server.at('/'));
  expect(server.requests).toHaveLength(2);
  for (const { method, headers } of server.requests) {
    expect(method).toBe('GET');
    // The headers of a minimal request. A further name here would cost a preflight request in a page.
    expect(Object.keys(headers).sort()).toEqual([
      'accept',
      'accept-encoding',
      'accept-language',
      'connection',
      'host',
      'sec-fetch-mode',
      'user-agent',
    ]);
  }
});

it('calls fetch without credentials, referrer, redirects and headers', async () => {
  const asked = vi.fn((..._: Parameters<typeof fetch>) =>
    Promise.resolve(new Response(good, { headers: { 'content-type': 'application/json' } })),
  );
  vi.stubGlobal('fetch', asked);
  await fetchFeed('https://feeds.example/feed.json');
  await fetchFeed('https://feeds.example/feed.json', { redirects: 'follow', revalidate: true });
  const [first, second] = asked.mock.calls.map(([url, init]) => ({ url, ...init, signal: undefined }));
  expect(first).toEqual({
    url: 'https://feeds.example/feed.json',
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    redirect: 'error',
    cache: 'default',
  });
  expect(second).toEqual({ ...first, redirect: 'follow', cache: 'no-cache' });
});
