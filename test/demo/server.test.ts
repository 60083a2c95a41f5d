/** The demo server: the files that it serves, their headers, and the files that it refuses. */
import { brotliDecompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { ask, demo, hasData } from './demo.js';

const outside = [
  '/../package.json',
  '/../../etc/passwd',
  '/%2e%2e/package.json',
  '/%2e%2e%2fpackage.json',
  '/..%2fpackage.json',
  '/..%5cpackage.json',
  '/..\\package.json',
  '/dist/../../package.json',
  '/dist/..%2f..%2fpackage.json',
  '/dist/../package.json',
  '/dist//../package.json',
  '/dist/%252e%252e/package.json',
  '/data/../design/feed.md',
  '/data/..%2fdesign%2fprovision-feed.schema.json',
  '/r/../clausewatch.json%00.html',
  '/feeds/../../package.json',
  '//etc/passwd',
  '/file:///etc/passwd',
  '/%00',
  '/serve.mjs',
  '/README.md',
  '/feeds/seal.mjs',
  '/.git/config',
  '/dist/.hidden.json',
  '/package.json',
];

describe('demo server', () => {
  it.each(outside)('does not serve %s', async (path) => {
    const { status, body } = await ask(await demo(), path);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(body).not.toMatch(/provision-embed"|root:|export |createServer|\$schema/);
  });

  it('refuses a path that cannot be decoded', async () => {
    expect((await ask(await demo(), '/%E0%A4%A')).status).toBe(400);
  });

  it('accepts its own host only', async () => {
    const origin = await demo();
    const { port } = new URL(origin);
    expect((await ask(origin, '/', { headers: { host: `evil.example:${port}` } })).status).toBe(421);
    expect((await ask(origin, '/', { headers: { host: 'localhost:1' } })).status).toBe(421);
    expect((await ask(origin, '/', { headers: { host: `localhost:${port}` } })).status).toBe(200);
  });

  it('replaces the publisher’s origin with the requested one', async () => {
    const origin = await demo();
    const { port } = new URL(origin);
    const host = `paper.localhost:${port}`;
    for (const path of ['/', '/feeds/clausewatch.json']) {
      const { body } = await ask(origin, path, { headers: { host } });
      expect(body).not.toContain('https://clausewatch.example');
      expect(body).toContain(`http://${host}/`);
    }
  });

  it('accepts GET and HEAD only', async () => {
    const origin = await demo();
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS']) {
      expect((await ask(origin, '/', { method })).status, method).toBe(405);
    }
    const head = await ask(origin, '/', { method: 'HEAD' });
    expect([head.status, head.body]).toEqual([200, '']);
    expect(Number(head.headers['content-length'])).toBeGreaterThan(10_000);
  });

  it.each(['/', '/feeds/clausewatch.json', '/dist/provision-embed.js'])(
    'answers 304 for an unchanged %s',
    async (path) => {
      const origin = await demo();
      const { status, headers } = await ask(origin, path);
      expect(status).toBe(200);
      const again = await ask(origin, path, { headers: { 'if-none-match': headers.etag! } });
      expect([again.status, again.body]).toEqual([304, '']);
      const other = await ask(origin, path, { headers: { 'if-none-match': '"another"' } });
      expect(other.status).toBe(200);
    },
  );

  it('compresses responses under another ETag', async () => {
    const origin = await demo();
    const plain = await ask(origin, '/feeds/clausewatch.json');
    const response = await fetch(`${origin}/feeds/clausewatch.json`, { headers: { 'accept-encoding': 'br' } });
    expect(response.headers.get('content-encoding')).toBe('br');
    expect(response.headers.get('etag')).not.toBe(plain.headers.etag);
    expect(response.headers.get('vary')).toMatch(/accept-encoding/i);
    expect(await response.text()).toBe(plain.body);
    expect(() => brotliDecompressSync(Buffer.from(plain.body))).toThrow();
  });

  it.each([
    ['/feeds/clausewatch.json', 'application/feed+json'],
    ['/feeds/r/CW-0001.json', 'application/feed+json'],
    ['/r/CW-0001.json', 'application/feed+json'],
    ['/feeds/comparison/arbitration.json', 'application/json'],
    ['/feeds/snapshots/wrenpost-terms-2026-01-15.txt', 'text/plain; charset=utf-8'],
    ['/dist/provision-embed.js', 'text/javascript; charset=utf-8'],
  ])('allows every origin to read %s, sent as %s', async (path, type) => {
    const { status, headers } = await ask(await demo(), path);
    expect(status).toBe(200);
    expect(headers['access-control-allow-origin']).toBe('*');
    expect(headers['content-type']).toBe(type);
    expect(headers['x-content-type-options']).toBe('nosniff');
  });

  it.each(['/', '/record', '/methodology'])(
    'allows no other origin to read %s, and sends a strict policy',
    async (path) => {
      const { status, headers } = await ask(await demo(), path);
      expect(status).toBe(200);
      expect(headers['access-control-allow-origin']).toBeUndefined();
      const policy = headers['content-security-policy'];
      expect(policy).toContain("default-src 'none'");
      expect(policy).not.toMatch(/unsafe|\*/);
    },
  );

  it('serves a permalink’s record page, and 404 for unknown paths', async () => {
    const origin = await demo();
    const { status, headers } = await ask(origin, '/r/CW-0001');
    expect([status, headers.location]).toEqual([302, `${origin}/record?record=CW-0001`]);
    expect((await ask(origin, '/r/CW-9999')).status).toBe(404);
    const page = await ask(origin, '/r/CW-9999', { headers: { accept: 'text/html' } });
    expect([page.status, page.headers['content-type']]).toEqual([404, 'text/html; charset=utf-8']);
  });

  it.skipIf(!hasData)('serves the real feeds unchanged, to its own pages only', async () => {
    const origin = await demo();
    const { status, headers, body } = await ask(origin, '/data/seed-feed.json');
    expect([status, headers['content-type']]).toEqual([200, 'application/feed+json']);
    expect(headers['access-control-allow-origin']).toBeUndefined();
    expect((JSON.parse(body) as { items: unknown[] }).items).toHaveLength(2);
    const list = JSON.parse((await ask(origin, '/data/index.json')).body) as { url: string; bytes: number }[];
    expect(list.map(({ url }) => url)).toContain('/data/seed-feed.json');
    expect((await ask(origin, '/data/README.md')).status).toBe(404);
  });
});

describe('the raw request helper', () => {
  it('sends a path exactly as written', async () => {
    const origin = await demo();
    // This valid path responds with 200, so the ".." above did reach the server.
    expect((await ask(origin, '/feeds/clausewatch.json')).status).toBe(200);
    expect((await ask(origin, '/feeds/r/../clausewatch.json')).status).toBe(404);
  });
});
