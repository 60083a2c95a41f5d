/**
 * oEmbed from the consumer's side: a client library by others, over HTTP, against the published files and the endpoint,
 * in Node and on an edge engine.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { extract, hasProvider, setProviderList } from '@extractus/oembed-extractor';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import sample from '../../demo/feeds/clausewatch.json' with { type: 'json' };
import type { parseFeed as ParseFeed } from '../../src/feed/index.js';
import type { publish as Publish } from '../../src/publish/index.js';
import { all, parsedHtml } from '../snippets/support.js';
import { startWorkerd } from './edge/workerd.js';
import { serveRequests } from './servers.js';
import type { TestServer } from './servers.js';

const workerFile = fileURLToPath(new URL('edge/worker.js', import.meta.url));
interface Worker {
  readonly fetch: (request: Request, env: object) => Promise<Response>;
}
const { default: worker } = (await import(workerFile)) as { default: Worker };
const dist = new URL('../../dist/', import.meta.url);
const { parseFeed } = (await import(new URL('feed/index.js', dist).href)) as { parseFeed: typeof ParseFeed };
const { publish } = (await import(new URL('publish/index.js', dist).href)) as { publish: typeof Publish };

const publisher = 'https://clausewatch.example/';
const env = { BASE: publisher, FEED: sample };
const page = (id: string) => `${publisher}r/${id}`;

let node: TestServer;
let edge: TestServer;
let files: TestServer;
beforeAll(async () => {
  [node, edge, files] = await Promise.all([
    serveRequests((request) => worker.fetch(request, env)),
    startWorkerd(workerFile, env),
    servePublished(),
  ]);
});
afterAll(() => Promise.all([node, edge, files].map((server) => server?.close())));

/** Serves the complete published site on a static host, under its own address. */
async function servePublished(): Promise<TestServer> {
  const found = new Map<string, string>();
  const types: Record<string, string> = { html: 'text/html; charset=utf-8', json: 'application/json' };
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname.slice(1);
    const file = [path, `${path}index.html`, `${path}/index.html`].find((name) => found.has(name));
    const type = types[file?.split('.').pop() ?? ''] ?? 'text/plain';
    response.writeHead(file === undefined ? 404 : 200, { 'content-type': type }).end(found.get(file ?? ''));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const result = parseFeed(sample);
  if (!result.ok) throw result.error;
  for await (const { path, content } of publish(result.feed, { baseUrl: url })) found.set(path, content);
  return {
    url,
    close: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}

const rich = {
  version: '1.0',
  type: 'rich',
  title: sample.items[0]!.title,
  author_name: 'Clausewatch',
  provider_name: 'Clausewatch',
};

/** Expects the members that the specification requires of type `rich`, and a frame of the stated size. */
function expectRich(data: Record<string, unknown>, frame: string): void {
  expect(data).toMatchObject(rich);
  const { html, width, height } = data as { html: string; width: number; height: number };
  expect([typeof html, typeof width, typeof height]).toEqual(['string', 'number', 'number']);
  expect(all(parsedHtml(html), 'iframe')[0]!.attributes).toMatchObject({
    src: frame,
    width: `${width}`,
    height: `${height}`,
  });
}

describe('a client library that discovers the link in the page', () => {
  it('gets the published file, whose frame exists', async () => {
    const data = await extract(`${files.url}/r/CW-0001/`);
    expect(data.method).toBe('auto-discovery');
    expectRich(data, `${files.url}/e/CW-0001/`);
    expect((await fetch(`${files.url}/e/CW-0001/`)).status).toBe(200);
  });

  it('gets the published file also with a maximum width, which a file cannot respect', async () => {
    expectRich(await extract(`${files.url}/r/CW-0001`, { maxwidth: 300 }), `${files.url}/e/CW-0001/`);
  });

  it('gets nothing for a withdrawn record', async () => {
    await expect(extract(`${files.url}/r/CW-0006/`)).rejects.toThrow('No oEmbed link');
  });
});

describe.each([
  ['Node', () => node],
  ['workerd', () => edge],
])('a client library with us in its list of providers, and the endpoint in %s', (_, server) => {
  // The library requests providers by https only.
  const ask = (url: string) => fetch(url.replace('https://api.clausewatch.example', server().url));
  const wants = (id: string, params = {}) => extract(page(id), params, ask);

  beforeAll(() => {
    setProviderList([
      {
        provider_name: 'Clausewatch',
        provider_url: publisher,
        endpoints: [{ schemes: [`${publisher}r/*`], url: 'https://api.clausewatch.example/oembed' }],
      },
    ]);
  });
  // An empty list, so that the link in the page decides again.
  afterAll(() => void setProviderList([]));

  it('gets the rich embed', async () => {
    expect(hasProvider(page('CW-0001'))).toBe(true);
    const data = await wants('CW-0001');
    expect(data.method).toBe('provider-api');
    expectRich(data, `${publisher}e/CW-0001/`);
  });

  it('gets an embed that fits its column', async () => {
    const data = await wants('CW-0001', { maxwidth: 320, maxheight: 240 });
    expect(data).toMatchObject({ width: 320, height: 240 });
    expectRich(data, `${publisher}e/CW-0001/`);
  });

  it.each([
    ['CW-9999', 404],
    ['CW-0006', 401],
  ])('gets an error for %s with its reason', async (id, status) => {
    await expect(wants(id)).rejects.toThrow(`error code ${status}`);
  });
});

describe('the endpoint in workerd', () => {
  it.each<[question: string, init: RequestInit, status: number]>([
    [`?url=${page('CW-0001')}`, {}, 200],
    [`?url=${page('CW-0007')}&maxwidth=280&maxheight=1&format=json`, {}, 200],
    [`?url=${encodeURIComponent(`${page('CW-0009')}/?utm_source=x#y`)}`, {}, 200],
    [`?url=${publisher}e/CW-0001/`, {}, 200],
    [`?url=${page('CW-0001')}`, { method: 'HEAD' }, 200],
    ['', {}, 400],
    [`?url=${page('CW-0006')}`, {}, 401],
    [`?url=${page('CW-9999')}`, {}, 404],
    ['?url=https://elsewhere.example/r/CW-0001', {}, 404],
    [`?url=${page('CW-0001')}`, { method: 'POST', body: 'x' }, 405],
    [`?url=${page('CW-0001')}&format=xml`, {}, 501],
  ])('answers %s %o as the same file in Node does: %i', async (question, init, status) => {
    const answers = await Promise.all(
      [node, edge].map(async ({ url }) => {
        const response = await fetch(`${url}/oembed${question}`, init);
        const names = [
          'content-type',
          'cache-control',
          'access-control-allow-origin',
          'x-content-type-options',
          'allow',
        ];
        return {
          status: response.status,
          headers: names.map((name) => response.headers.get(name)),
          body: await response.text(),
        };
      }),
    );
    expect(answers[0]!.status).toBe(status);
    expect(answers[1]).toEqual(answers[0]);
  });
});
