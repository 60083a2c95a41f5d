import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { fetchFeed } from '../../src/feed/fetch.js';
import { feedOf, itemOf } from './support/feeds.js';
import { serve, serveBody } from './support/server.js';

const good = JSON.stringify(feedOf(itemOf({ why_it_matters: 'Naïve — 日本 \u{1f600}' })));

/** The parts of a rejection that callers may rely on. */
async function failureOf(asked: Promise<unknown>): Promise<unknown> {
  return asked.then(
    () => {
      throw new Error('It was not refused');
    },
    (error: unknown) => error,
  );
}

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('a valid response', () => {
  it.each([
    'application/feed+json',
    'application/json',
    'application/json; charset=utf-8',
    'Application/Feed+JSON;charset=UTF-8',
    'application/json ; x=y',
    'application/vnd.provisions+json',
    'text/json',
  ])('of type %s becomes a feed', async (type) => {
    const server = await serveBody(good, { 'content-type': type });
    const { feed, warnings } = await fetchFeed(server.at('/feed.json'));
    expect(feed.items[0]?._provision.why_it_matters).toBe('Naïve — 日本 \u{1f600}');
    expect(warnings).toEqual([]);
  });

  it('is decoded correctly when chunks split characters', async () => {
    const bytes = Buffer.from(good);
    const server = await serve((_, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      let at = 0;
      const next = (): void => {
        if (at === bytes.length) response.end();
        else response.write(bytes.subarray(at, ++at), () => setImmediate(next));
      };
      next();
    });
    const { feed } = await fetchFeed(server.at('/'));
    expect(feed.items[0]?._provision.why_it_matters).toBe('Naïve — 日本 \u{1f600}');
  });

  it('may have a byte order mark', async () => {
    const server = await serveBody(`\ufeff${good}`);
    expect((await fetchFeed(server.at('/'))).feed.items).toHaveLength(1);
  });

  it('may be compressed', async () => {
    const server = await serveBody(gzipSync(good), { 'content-encoding': 'gzip' });
    expect((await fetchFeed(server.at('/'))).feed.items).toHaveLength(1);
  });

  it('carries the warnings of the feed', async () => {
    const server = await serveBody(JSON.stringify(feedOf({})));
    expect((await fetchFeed(server.at('/'))).warnings).toEqual([{ pointer: '/items/0/id', expected: 'required' }]);
  });
});

describe('an invalid response is a FeedError with code and address', () => {
  const utf16 = Buffer.from(`\ufeff${good}`, 'utf16le');
  it.each([
    ['404', 'http', good, {}, 404],
    ['403 without a body', 'http', '', {}, 403],
    ['500 with JSON', 'http', '{"error":"down"}', { 'content-type': 'application/json' }, 500],
    ['500 with a valid feed', 'http', good, {}, 500],
    ['204', 'http', '', {}, 204],
    ['an HTML error page', 'type', '<!doctype html><title>Sorry</title>', { 'content-type': 'text/html' }, 200],
    ['a feed with the type HTML', 'type', good, { 'content-type': 'text/html; charset=utf-8' }, 200],
    ['a feed with the type of a script', 'type', good, { 'content-type': 'application/javascript' }, 200],
    ['a feed with the type json5', 'type', good, { 'content-type': 'application/json5' }, 200],
    ['a feed without a type', 'type', good, { 'content-type': '' }, 200],
    ['an HTML page with the type JSON', 'json', '<!doctype html>', {}, 200],
    ['an empty body', 'json', '', {}, 200],
    ['a truncated feed', 'json', good.slice(0, -9), {}, 200],
    ['UTF-16', 'json', utf16, {}, 200],
    ['declared UTF-16', 'json', utf16, { 'content-type': 'application/json; charset=utf-16' }, 200],
    ['Latin-1', 'json', Buffer.from(good.replace('—', '-').replace(/日本.*?"/u, '"'), 'latin1'), {}, 200],
    ['an incomplete character at the end', 'json', Buffer.concat([Buffer.from(good), Buffer.of(0xe2, 0x82)]), {}, 200],
    ['JSON that is not a feed', 'schema', '[]', {}, 200],
    ['a feed without items', 'schema', '{}', {}, 200],
    ['another major version', 'version', '{"_provision_feed":{"spec":"2.0"},"items":[]}', {}, 200],
  ] as const)('with the code %s: %s', async (_, code, body, headers, status) => {
    const server = await serveBody(body, headers, status);
    const url = server.at('/feed.json');
    expect(await failureOf(fetchFeed(url))).toMatchObject({ name: 'FeedError', code, url });
  });

  it('keeps the JSON Pointer', async () => {
    const server = await serveBody('{}');
    expect(await failureOf(fetchFeed(server.at('/')))).toMatchObject({ code: 'schema', pointer: '/items' });
  });

  it('for a body shorter than its content-length', async () => {
    const server = await serve((_, response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': String(good.length + 999) });
      response.write(good, () => response.destroy());
    });
    expect(await failureOf(fetchFeed(server.at('/')))).toMatchObject({ code: 'network' });
  });

  it('for chunks that break off', async () => {
    const server = await serve((_, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.write(good, () => response.destroy());
    });
    expect(await failureOf(fetchFeed(server.at('/')))).toMatchObject({ code: 'network' });
  });

  it('for truncated compressed data, of which some platforms silently return the beginning', async () => {
    const cut = gzipSync(
      JSON.stringify(feedOf(...Array.from({ length: 500 }, (_, id) => ({ id, text: Math.random() })))),
    );
    const server = await serveBody(cut.subarray(0, cut.length / 2), { 'content-encoding': 'gzip' });
    expect(['json', 'network']).toContain(((await failureOf(fetchFeed(server.at('/')))) as { code: string }).code);
  });

  it('for invalid compressed data', async () => {
    const server = await serveBody(good, { 'content-encoding': 'gzip' });
    expect(await failureOf(fetchFeed(server.at('/')))).toMatchObject({ code: 'network' });
  });

  it('for a refused connection, and for one that is closed before the response', async () => {
    const server = await serve((_, response) => response.destroy());
    expect(await failureOf(fetchFeed(server.at('/')))).toMatchObject({ code: 'network', url: server.at('/') });
    // Nothing listens on port 1, and `fetch` refuses it.
    expect(await failureOf(fetchFeed('http://127.0.0.1:1/'))).toMatchObject({ code: 'network' });
  });
});

describe('redirects', () => {
  const hop = () =>
    serve(({ url }, response) => {
      if (url === '/old') response.writeHead(301, { location: '/new' }).end();
      else response.writeHead(200, { 'content-type': 'application/json' }).end(good);
    });

  it('are refused without a request to the target', async () => {
    const server = await hop();
    expect(await failureOf(fetchFeed(server.at('/old')))).toMatchObject({ code: 'network', url: server.at('/old') });
    expect(server.requests.map(({ url }) => url)).toEqual(['/old']);
  });

  it('are followed with `redirects: follow`', async () => {
    const server = await hop();
    const { feed } = await fetchFeed(server.at('/old'), { redirects: 'follow' });
    expect(feed.items).toHaveLength(1);
    expect(server.requests.map(({ url }) => url)).toEqual(['/old', '/new']);
  });

  it.each(['http://feeds.example/', 'https://user@feeds.example/'])(
    'to %s, which is no valid feed address, are refused',
    async (url) => {
      const response = new Response(good, { headers: { 'content-type': 'application/json' } });
      Object.defineProperties(response, { redirected: { value: true }, url: { value: url } });
      vi.stubGlobal('fetch', () => Promise.resolve(response));
      const failure = await failureOf(fetchFeed('https://feeds.example/old', { redirects: 'follow' }));
      expect(failure).toMatchObject({ code: 'network', url: 'https://feeds.example/old' });
    },
  );
});
