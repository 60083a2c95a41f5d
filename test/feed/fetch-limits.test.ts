import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { createGzip } from 'node:zlib';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { fetchFeed } from '../../src/feed/fetch.js';
import { feedOf, itemOf } from './support/feeds.js';
import { serve, serveBody } from './support/server.js';

const json = { 'content-type': 'application/json' };
const good = JSON.stringify(feedOf(itemOf()));

describe('an endless body', () => {
  /**
   * Resolves with the number of bytes written when the client closes the connection. Never resolves for a client that
   * reads on.
   */
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

  it('is aborted at the limit', async () => {
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

  it('is aborted at the limit when compressed, and the limit counts decompressed bytes', async () => {
    let poured: Promise<number> | undefined;
    const server = await serve((_, response) => {
      response.writeHead(200, { ...json, 'content-encoding': 'gzip' });
      const gzip = createGzip();
      gzip.pipe(response);
      poured = pour(response, gzip);
    });
    // A million of these bytes are a thousand when compressed.
    await expect(fetchFeed(server.at('/'), { maxBytes: 1024 * 1024 })).rejects.toMatchObject({ code: 'size' });
    await poured;
  });

  it('is not read when its content-length exceeds the limit', async () => {
    let closed: Promise<unknown> | undefined;
    const server = await serve((_, response) => {
      response.writeHead(200, { ...json, 'content-length': String(9 * 1024 * 1024) });
      response.flushHeaders();
      closed = once(response, 'close');
    });
    // The server never sends a byte of the body.
    await expect(fetchFeed(server.at('/'))).rejects.toMatchObject({ code: 'size' });
    await closed;
  });

  it('is accepted at exactly the limit, and refused one byte above it', async () => {
    const server = await serveBody(good);
    await expect(fetchFeed(server.at('/'), { maxBytes: good.length })).resolves.toMatchObject({
      feed: { items: [{ id: 'a' }] },
    });
    await expect(fetchFeed(server.at('/'), { maxBytes: good.length - 1 })).rejects.toMatchObject({ code: 'size' });
  });

  it('is aborted for an error page', async () => {
    let poured: Promise<number> | undefined;
    const server = await serve((_, response) => {
      response.writeHead(500, json);
      poured = pour(response);
    });
    await expect(fetchFeed(server.at('/'))).rejects.toMatchObject({ code: 'http' });
    await poured;
  });
});

describe('a silent server', () => {
  it('is aborted after the timeout', async () => {
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

  it('is aborted after the headers', async () => {
    const server = await serve((_, response) => response.writeHead(200, json).flushHeaders());
    await expect(fetchFeed(server.at('/'), { timeout: 50 })).rejects.toMatchObject({ code: 'timeout' });
  });

  it('is aborted in the middle of the body', async () => {
    const server = await serve((_, response) => response.writeHead(200, json).write(good.slice(0, 9)));
    await expect(fetchFeed(server.at('/'), { timeout: 50 })).rejects.toMatchObject({ code: 'timeout' });
  });
});

describe('a slow server', () => {
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  /** A response that the test controls: headers on demand, then a body chunk by chunk. */
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

  it('is read as long as headers and each chunk arrive within the timeout', async () => {
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

  it('is aborted when a chunk exceeds the timeout', async () => {
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

  it('has a default timeout of 15 seconds', async () => {
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
