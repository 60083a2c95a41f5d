import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { createGzip } from 'node:zlib';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { fetchFeed } from '../../src/feed/fetch.js';
import { feedOf, itemOf } from './support/feeds.js';
import { serve, serveBody } from './support/server.js';

const json = { 'content-type': 'application/json' };
const good = JSON.stringify(feedOf(itemOf()));

describe('a body without an end', () => {
  /** Resolves with the bytes written when the other side has hung up; a client that reads on keeps it for ever. */
  function pour(response: ServerResponse, into: NodeJS.WritableStream = response): Promise<number> {
    const piece = Buffer.alloc(64 * 1024, ' ');
    let open = true;
    const closed = once(response, 'close').then(() => {
      open = false;
      return response.socket?.bytesWritten ?? bytes;
    });
    let bytes = 0;
    const next = (): void => {
      if (!open) return;
      bytes += piece.length;
      if (into.write(piece)) setImmediate(next);
      else into.once('drain', next);
    };
    next();
    return closed;
  }

  it('is hung up on at the cap', async () => {
    let poured: Promise<number> | undefined;
    const server = await serve((_, response) => {
      response.writeHead(200, json);
      poured = pour(response);
    });
    await expect(fetchFeed(server.at('/'), { maxBytes: 256 * 1024 })).rejects.toMatchObject({
      code: 'size',
      url: server.at('/'),
    });
    await poured;
  });

  it('is hung up on at the cap when it is compressed, and the cap is on what it unpacks to', async () => {
    let poured: Promise<number> | undefined;
    const server = await serve((_, response) => {
      response.writeHead(200, { ...json, 'content-encoding': 'gzip' });
      const gzip = createGzip();
      gzip.pipe(response);
      poured = pour(response, gzip);
    });
    // A million of these bytes are a thousand on the wire.
    await expect(fetchFeed(server.at('/'), { maxBytes: 1024 * 1024 })).rejects.toMatchObject({ code: 'size' });
    await poured;
  });

  it('is not even begun where its length is said', async () => {
    let closed: Promise<unknown> | undefined;
    const server = await serve((_, response) => {
      response.writeHead(200, { ...json, 'content-length': String(9 * 1024 * 1024) });
      response.flushHeaders();
      closed = once(response, 'close');
    });
    // Not a byte of the body is ever sent.
    await expect(fetchFeed(server.at('/'))).rejects.toMatchObject({ code: 'size' });
    await closed;
  });

  it('the cap itself is allowed, a byte more is not', async () => {
    const server = await serveBody(good);
    await expect(fetchFeed(server.at('/'), { maxBytes: good.length })).resolves.toMatchObject({
      feed: { items: [{ id: 'a' }] },
    });
    await expect(fetchFeed(server.at('/'), { maxBytes: good.length - 1 })).rejects.toMatchObject({ code: 'size' });
  });

  it('an error page without an end is hung up on', async () => {
    let poured: Promise<number> | undefined;
    const server = await serve((_, response) => {
      response.writeHead(500, json);
      poured = pour(response);
    });
    await expect(fetchFeed(server.at('/'))).rejects.toMatchObject({ code: 'http' });
    await poured;
  });
});

describe('a server that says nothing', () => {
  it('is given up, and hung up on', async () => {
    let closed: Promise<unknown> | undefined;
    const server = await serve((_, response) => {
      closed = once(response, 'close');
    });
    await expect(fetchFeed(server.at('/'), { timeout: 50 })).rejects.toMatchObject({
      name: 'FeedError',
      code: 'timeout',
      url: server.at('/'),
    });
    await closed;
  });

  it('after the headers', async () => {
    const server = await serve((_, response) => response.writeHead(200, json).flushHeaders());
    await expect(fetchFeed(server.at('/'), { timeout: 50 })).rejects.toMatchObject({ code: 'timeout' });
  });

  it('after half a body', async () => {
    const server = await serve((_, response) => response.writeHead(200, json).write(good.slice(0, 9)));
    await expect(fetchFeed(server.at('/'), { timeout: 50 })).rejects.toMatchObject({ code: 'timeout' });
  });
});

describe('a server that is slow but alive', () => {
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  /** An answer in our hands: headers when told, then a body piece by piece. */
  function slowly() {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    let body!: ReadableStreamDefaultController<Uint8Array>;
    let answer!: () => void;
    vi.stubGlobal('fetch', (_: string, { signal }: RequestInit) => {
      return new Promise<Response>((resolve, reject) => {
        const stream = new ReadableStream<Uint8Array>({ start: (controller) => void (body = controller) });
        signal?.addEventListener('abort', () => {
          reject(signal.reason as Error);
          body.error(signal.reason);
        });
        answer = () => {
          resolve(new Response(stream, { headers: json }));
        };
      });
    });
    return {
      headers: () => answer(),
      send: (text: string) => body.enqueue(new TextEncoder().encode(text)),
      end: () => body.close(),
    };
  }

  it('is waited for as long as each piece comes in time, headers too', async () => {
    const server = slowly();
    const asked = fetchFeed('https://feeds.example/', { timeout: 1000 });
    await vi.advanceTimersByTimeAsync(900);
    server.headers();
    await vi.advanceTimersByTimeAsync(900);
    for (const character of good.slice(0, 20)) {
      server.send(character);
      await vi.advanceTimersByTimeAsync(900);
    }
    server.send(good.slice(20));
    server.end();
    await expect(asked).resolves.toMatchObject({ feed: { items: [{ id: 'a' }] } });
    expect(vi.getTimerCount()).toBe(0);
  });

  it('is given up once a piece does not come in time', async () => {
    const server = slowly();
    const refused = expect(fetchFeed('https://feeds.example/', { timeout: 1000 })).rejects.toMatchObject({
      code: 'timeout',
    });
    server.headers();
    await vi.advanceTimersByTimeAsync(500);
    server.send(good.slice(0, 9));
    await vi.advanceTimersByTimeAsync(1001);
    await refused;
    expect(vi.getTimerCount()).toBe(0);
  });

  it('has 15 seconds where nobody says how long', async () => {
    slowly();
    let over = false;
    const refused = expect(
      fetchFeed('https://feeds.example/').finally(() => {
        over = true;
      }),
    ).rejects.toMatchObject({ code: 'timeout' });
    await vi.advanceTimersByTimeAsync(14_999);
    expect(over).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    await refused;
  });
});
