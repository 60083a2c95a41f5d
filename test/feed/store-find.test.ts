import { describe, expect, it } from 'vitest';
import { storeOver, controlledStore } from './support/controlled-store.js';
import { feedOf, itemOf } from './support/feeds.js';

const base = 'https://feeds.example';
const url = `${base}/1.json`;

/** Feeds with one record each, `1` to `count`, linked by `next_url`; the last one links to `after`. */
function chain(count: number, after?: string): Record<string, unknown> {
  return Object.fromEntries(
    Array.from({ length: count }, (_, index) => {
      const page = index + 1;
      const next_url = page === count ? after : `${base}/${page + 1}.json`;
      return [`${base}/${page}.json`, { ...feedOf(itemOf({}, { id: page })), next_url }];
    }),
  );
}

describe('FeedStore.find', () => {
  it('finds a record by its id, with its feed', async () => {
    const { store } = storeOver({ [url]: feedOf(itemOf(), itemOf({}, { id: 'b', title: 'B' })) });
    const found = await store.find(url, 'b');
    expect(found.provision.title).toBe('B');
    expect(found.feed.items[1]).toBe(found.provision);
    expect(found.warnings).toEqual([]);
  });

  it('returns the only record of a feed without an id', async () => {
    const { store } = storeOver({ [url]: feedOf(itemOf()) });
    expect((await store.find(url)).provision.id).toBe('a');
  });

  it.each([0, 2, 3])('rejects without an id for a feed of %d records', async (count) => {
    const items = Array.from({ length: count }, (_, id) => itemOf({}, { id }));
    const { store } = storeOver({ [url]: feedOf(...items) });
    await expect(store.find(url)).rejects.toMatchObject({
      name: 'FeedError',
      code: 'not-found',
      url,
      pointer: '/items',
      message: expect.stringContaining(`${count} records`),
    });
  });

  it('rejects for an unknown id, and the message names it', async () => {
    const { store, requests } = storeOver({ [url]: feedOf(itemOf()) });
    await expect(store.find(url, 'zzz')).rejects.toMatchObject({
      code: 'not-found',
      url,
      message: expect.stringContaining('"zzz"'),
    });
    expect(requests).toEqual([url]);
  });

  it.each(['__proto__', 'constructor', 'toString', ''])('finds %j only where it is an id', async (id) => {
    await expect(storeOver({ [url]: feedOf(itemOf()) }).store.find(url, id)).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  it('rejects with the feed’s own error', async () => {
    await expect(storeOver({}).store.find(url, 'a')).rejects.toMatchObject({ code: 'http', url });
  });
});

describe('FeedStore.find across pages', () => {
  it('finds a record on the third page, page by page', async () => {
    const { store, requests } = storeOver(chain(4));
    const found = await store.find(url, '3');
    expect(found.provision.id).toBe('3');
    expect(requests).toEqual([1, 2, 3].map((page) => `${base}/${page}.json`));
  });

  it('requests each page once for a hundred callers', async () => {
    const { store, requests } = storeOver(chain(3));
    await Promise.all(Array.from({ length: 100 }, () => store.find(url, '3')));
    expect(requests).toHaveLength(3);
  });

  it('requests no further page without an id', async () => {
    const { store, requests } = storeOver({ [url]: { ...feedOf(), next_url: `${base}/2.json` }, ...chain(1) });
    await store.find(url);
    expect(requests).toEqual([url]);
  });

  it.each([
    ['itself', url],
    ['an earlier page', `${base}/2.json`],
  ])('stops at a chain that leads back to %s', async (_, after) => {
    const { store, requests } = storeOver(chain(3, after));
    await expect(store.find(url, 'zzz')).rejects.toMatchObject({ code: 'not-found', url });
    expect(requests).toHaveLength(3);
  });

  it('stops an endless chain after a hundred pages', async () => {
    const { store, requests } = storeOver(chain(150));
    await expect(store.find(url, '101')).rejects.toMatchObject({ code: 'not-found' });
    expect(requests).toHaveLength(100);
  });

  it.each([
    'https://evil.example/2.json',
    'http://feeds.example/2.json',
    'https://feeds.example:8443/2.json',
    'https://sub.feeds.example/2.json',
  ])('requests no page on another origin: %s', async (foreign) => {
    const { store, requests } = storeOver({ ...chain(1, foreign), [foreign]: feedOf(itemOf({}, { id: 'zzz' })) });
    await expect(store.find(url, 'zzz')).rejects.toMatchObject({ code: 'not-found' });
    expect(requests).toEqual([url]);
  });

  it.each(['javascript:alert(1)', '/2.json', 'https://user@feeds.example/2.json', 5])(
    'ignores an invalid next_url: %s',
    async (next_url) => {
      const { store, requests } = storeOver({ [url]: { ...feedOf(itemOf()), next_url } });
      await expect(store.find(url, 'zzz')).rejects.toMatchObject({ code: 'not-found' });
      expect(requests).toEqual([url]);
    },
  );

  it('rejects with the error of a page that fails, not with not-found', async () => {
    const { store } = storeOver(chain(1, `${base}/2.json`));
    await expect(store.find(url, '2')).rejects.toMatchObject({ code: 'http', url: `${base}/2.json` });
  });

  it('stops after an abort between two pages', async () => {
    const { store, requests } = controlledStore();
    const leaver = new AbortController();
    const found = store.find(url, '2', { signal: leaver.signal });
    requests[0]?.respond(chain(2)[url]);
    leaver.abort();
    await expect(found).rejects.toMatchObject({ name: 'AbortError' });
    expect(requests).toHaveLength(1);
  });

  it('passes `redirects` to every page', async () => {
    const { store, requests } = controlledStore();
    const found = store.find(url, '2', { redirects: 'follow' });
    const pages = chain(2);
    requests[0]?.respond(pages[url]);
    await expect.poll(() => requests.length).toBe(2);
    requests[1]?.respond(pages[`${base}/2.json`]);
    expect((await found).provision.id).toBe('2');
    expect(requests.map(({ options }) => options.redirects)).toEqual(['follow', 'follow']);
  });
});
