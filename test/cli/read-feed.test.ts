import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { readFeed } from '../../src/cli/read-feed.js';
import type { requestFeed } from '../../src/feed/request.js';

const io = {
  stdout: { write: () => true },
  stderr: { write: () => true },
  stdin: Readable.from([]),
  signal: new AbortController().signal,
};

const page = (id: string, next?: string) =>
  JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: 'T',
    next_url: next,
    items: [{ id, content_text: 'x', url: 'no URL' }],
  });

/** Creates a `requestFeed` that answers from memory. */
const answering = (pages: Readonly<Record<string, string>>): typeof requestFeed =>
  ((parseText: (text: string) => { ok: boolean; error?: Error }, src: string) => {
    const result = parseText(pages[src] ?? '');
    return result.ok ? Promise.resolve(result) : Promise.reject(result.error!);
  }) as unknown as typeof requestFeed;

const [first, second] = ['https://x.example/1.json', 'https://x.example/2.json'];

describe('readFeed', () => {
  it('joins the pages of a feed, and names the page of each problem except the first page', async () => {
    const request = answering({ [first]: page('a', second), [second]: page('b') });
    const { feed, warnings, unread } = await readFeed(first, io, undefined, request);
    expect(feed.items.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(warnings).toEqual([
      expect.not.objectContaining({ page: expect.anything() }),
      expect.objectContaining({ pointer: '/items/0/url', page: second }),
    ]);
    expect(unread).toBeUndefined();
  });

  it('rejects when the pages form a cycle', async () => {
    const request = answering({ [first]: page('a', second), [second]: page('b', first) });
    await expect(readFeed(first, io, undefined, request)).rejects.toMatchObject({ name: 'CommandError' });
  });

  it('passes the unparsed JSON of each page to inspect', async () => {
    const seen: unknown[] = [];
    const request = answering({ [first]: page('a', second), [second]: page('b') });
    const inspect = (source: unknown) => {
      seen.push((source as { items: { id: string }[] }).items[0]?.id);
      return Promise.resolve([]);
    };
    await readFeed(first, io, inspect, request);
    expect(seen).toEqual(['a', 'b']);
  });

  it('returns the next page of a local feed without reading it', async () => {
    const stdin = (async function* () {
      yield await Promise.resolve(page('a', second));
    })();
    expect((await readFeed('-', { ...io, stdin })).unread).toBe(second);
  });

  it('rejects input that is not UTF-8 with the code "json"', async () => {
    const stdin = (async function* () {
      yield await Promise.resolve(Uint8Array.from([0xff]));
    })();
    await expect(readFeed('-', { ...io, stdin })).rejects.toMatchObject({ code: 'json' });
  });
});
