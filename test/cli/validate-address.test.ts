/** Runs `provision-embed validate URL` against real local servers. */
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type RequestListener, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo, Server } from 'node:net';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import type { Problem } from '../../src/cli/problems.js';
import { run } from '../../src/cli/run.js';
import { certificate, key } from './certificate.js';

const open: Server[] = [];
afterEach(async () => {
  for (const server of open.splice(0)) {
    const closed = once(server, 'close');
    server.close();
    (server as { closeAllConnections?: () => void }).closeAllConnections?.();
    await closed;
  }
});

async function listen(server: Server): Promise<number> {
  open.push(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

const serve = async (answer: RequestListener) => `http://127.0.0.1:${await listen(createServer(answer))}`;

/** Headers without any problem or advice. */
const good = {
  'access-control-allow-origin': '*',
  'content-type': 'application/feed+json',
  etag: '"1"',
  'cache-control': 'max-age=300',
};

const feed = (items: unknown[] = [{ id: 'a', content_text: 'x' }], more: object = {}) =>
  JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'T', items, ...more });

/** Sends the good headers with changes; `undefined` omits one. */
function send(
  response: ServerResponse,
  changes: Readonly<Record<string, string | undefined>> = {},
  body = feed(),
): void {
  const headers = Object.entries({ ...good, ...changes }).filter((entry): entry is [string, string] => !!entry[1]);
  response.writeHead(200, Object.fromEntries(headers)).end(body);
}

const redirect = (response: ServerResponse, location: string, headers: Record<string, string> = good) =>
  response.writeHead(302, { ...headers, location }).end();

interface Report {
  code: number;
  records: number;
  problems: Problem[];
  advice: Problem[];
}

async function runCommand(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  let [out, err] = ['', ''];
  const code = await run(args, {
    stdout: { write: (text) => (out += text) },
    stderr: { write: (text) => (err += text) },
    stdin: Readable.from([]),
    signal: new AbortController().signal,
  });
  return { code, out, err };
}

async function validate(...args: string[]): Promise<Report> {
  const { code, out, err } = await runCommand('validate', ...args, '--json');
  expect(err).toBe('');
  return { code, ...(JSON.parse(out) as Omit<Report, 'code'>) };
}

const tokens = ({ problems, advice }: Report) => [problems.map((p) => p.expected), advice.map((p) => p.expected)];

/** Returns the report for a response with these headers. */
const answering = async (changes: Readonly<Record<string, string | undefined>>, body?: string) =>
  validate(
    await serve((_, response) => {
      send(response, changes, body);
    }),
  );

it('reports no problem for a server with the right headers', async () => {
  const report = await answering({});
  expect(report).toMatchObject({ code: 0, records: 1, problems: [], advice: [] });
});

it('sends the request of a page on another site: with Origin, without cookie or referrer', async () => {
  let asked: IncomingHttpHeaders = {};
  await validate(
    await serve(({ headers }, response) => {
      asked = headers;
      send(response);
    }),
  );
  expect(asked).toMatchObject({
    origin: 'https://newspaper.example',
    'accept-encoding': expect.stringContaining('gzip'),
  });
  expect([asked.cookie, asked.referer]).toEqual([undefined, undefined]);
});

describe('validate: CORS', () => {
  it.each([
    [undefined, /sends no Access-Control-Allow-Origin\. Browsers refuse it, so readers see the article’s own text/],
    ['null', /"Access-Control-Allow-Origin: null", which allows no newspaper/],
    ['https://another.example', /allows only https:\/\/another\.example\./],
  ])('reports %s as a problem, and still reads the feed', async (allowed, words) => {
    const report = await answering({ 'access-control-allow-origin': allowed }, feed([{ id: 'a' }]));
    expect(report).toMatchObject({ code: 1, records: 1 });
    expect(tokens(report)).toEqual([['cors', 'required'], []]);
    expect(report.problems[0]?.message).toMatch(words);
    expect(report.problems[0]?.fix?.join('\n')).toMatch(/^nginx:.*\nApache:/);
  });

  it('reports a duplicate header without suggesting a configuration line', async () => {
    const report = await answering({ 'access-control-allow-origin': '*, *' });
    expect(tokens(report)).toEqual([['cors-twice'], []]);
    expect(report.problems[0]?.fix).toBeUndefined();
  });

  it('accepts the requesting origin, and advises "Vary: Origin"', async () => {
    const named = { 'access-control-allow-origin': 'https://newspaper.example' };
    expect(tokens(await answering(named))).toEqual([[], ['vary']]);
    expect(tokens(await answering({ ...named, vary: 'Accept-Encoding, Origin' }))).toEqual([[], []]);
  });
});

describe('validate: redirects', () => {
  it('reports a redirect as a problem, and as advice with --redirects follow', async () => {
    const base = await serve(({ url }, response) => (url === '/old' ? redirect(response, '/new') : send(response)));
    const refused = await validate(`${base}/old`);
    expect([refused.code, ...tokens(refused)]).toEqual([1, ['redirect'], []]);
    expect(refused.problems[0]?.message).toContain(`It redirects to ${base}/new. The elements refuse that`);
    const followed = await validate(`${base}/old`, '--redirects', 'follow');
    expect([followed.code, followed.records, ...tokens(followed)]).toEqual([0, 1, [], ['redirect']]);
  });

  it('requires CORS at each step', async () => {
    const base = await serve(({ url }, response) => (url === '/old' ? redirect(response, '/new', {}) : send(response)));
    const report = await validate(`${base}/old`, '--redirects', 'follow');
    expect(tokens(report)[0]).toEqual(['cors']);
    expect(report.problems[0]?.message).toContain(`The redirect at ${base}/old sends no Access-Control-Allow-Origin`);
  });

  it('sends "Origin: null" after a redirect to another server, as browsers do', async () => {
    const origins: unknown[] = [];
    const to = await serve(({ headers: { origin } }, response) => {
      origins.push(origin);
      send(response, { 'access-control-allow-origin': 'https://newspaper.example' });
    });
    const report = await validate(await serve((_, response) => redirect(response, to)), '--redirects', 'follow');
    expect(origins).toEqual(['null']);
    expect(tokens(report)[0]).toEqual(['cors']);
    expect(report.problems[0]?.message).toContain('Origin: null');
  });

  it.each([
    ['http://feeds.example/feed.json', 'mixed-content', /It redirects to http:.* Browsers block an http: address/],
    ['ftp://feeds.example/feed.json', 'network', /It redirects to ftp:/],
    ['/', 'redirect', /in a circle/],
  ])('stops at a redirect to %s', async (location, token, words) => {
    const report = await validate(
      await serve((_, response) => redirect(response, location)).then((base) => `${base}/`),
      '--redirects',
      'follow',
    );
    expect([report.code, tokens(report)[0]]).toEqual([1, [token]]);
    expect(report.problems[0]?.message).toMatch(words);
  });

  it('stops after too many redirects', async () => {
    const base = await serve(({ url }, response) => redirect(response, `/${Number(url?.slice(1)) + 1}`));
    const report = await validate(`${base}/0`, '--redirects', 'follow');
    expect(tokens(report)[0]).toEqual(['redirect']);
    expect(report.problems[0]?.message).toContain('more than 20 times');
  });
});

describe('validate: responses that the elements refuse', () => {
  it.each([401, 404, 500, 204])('reports status %d', async (status) => {
    const base = await serve((_, response) => response.writeHead(status, good).end());
    const report = await validate(base);
    expect([report.code, ...tokens(report)]).toEqual([1, ['http'], []]);
    expect(report.problems[0]?.message).toContain(`HTTP ${status}`);
  });

  it.each(['text/plain', 'application/octet-stream', ''])(
    'reports the type "%s", and still reads the feed',
    async (type) => {
      const report = await answering({ 'content-type': type });
      expect([report.code, report.records, ...tokens(report)]).toEqual([1, 1, ['type'], []]);
      expect(report.problems[0]?.fix).toHaveLength(2);
    },
  );

  it('reports one problem for an HTML page', async () => {
    expect(tokens(await answering({ 'content-type': 'text/html' }, '<!doctype html>'))).toEqual([['type'], []]);
  });

  it('reports a feed above 8 MiB, compressed or not', async () => {
    const text = feed([{ id: 'a', content_text: 'x'.repeat(8 * 1024 * 1024) }]);
    const base = await serve((_, response) => {
      response.writeHead(200, { ...good, 'content-encoding': 'gzip' }).end(gzipSync(text));
    });
    const report = await validate(base);
    expect([report.code, report.records, ...tokens(report)]).toEqual([1, 1, ['size'], []]);
    expect(report.problems[0]?.message).toContain(`It has ${text.length} bytes, and the elements read at most 8388608`);
  });

  it('reports an untrusted certificate', async () => {
    const port = await listen(
      createTlsServer({ key, cert: certificate }, (_, response) => {
        send(response);
      }),
    );
    const report = await validate(`https://127.0.0.1:${port}`);
    expect([report.code, ...tokens(report)]).toEqual([1, ['tls'], []]);
    expect(report.problems[0]?.message).toMatch(/^Its certificate is refused: /);
  });

  it('reports an http: URL', async () => {
    const report = await validate('http://feeds.example/feed.json');
    expect(tokens(report)[0]).toEqual(['mixed-content']);
    expect(report.problems[0]?.message).toContain('Serve it with https:');
  });

  it('reports an unreachable server', async () => {
    const port = await listen(createServer());
    const [server] = open.splice(0);
    server?.close();
    if (server) await once(server, 'close');
    expect(tokens(await validate(`http://127.0.0.1:${port}`))[0]).toEqual(['network']);
  });

  it('reports a further page on another server', async () => {
    const other = await serve((_, response) => {
      send(response);
    });
    const report = await answering({}, feed([], { next_url: other }));
    expect(report.problems).toMatchObject([{ expected: 'next-url', page: `${other}/` }]);
  });
});

describe('validate: advice', () => {
  const large = feed([{ id: 'a', content_text: 'x'.repeat(20_000) }]);

  it('advises compression for a large feed', async () => {
    const report = await answering({}, large);
    expect([report.code, ...tokens(report)]).toEqual([0, [], ['compression']]);
  });

  it.each([
    [{ etag: undefined }, 'validator'],
    [{ 'cache-control': undefined }, 'cache'],
    [{ 'cache-control': 'no-store', etag: undefined }, 'cache'],
    [{ 'cache-control': 'public, max-age=604800, immutable' }, 'cache'],
  ])('advises caching headers: %j', async (headers, token) => {
    const report = await answering(headers);
    expect([report.code, ...tokens(report)]).toEqual([0, [], [token]]);
  });

  it('gives the same advice once for all pages of a feed', async () => {
    let base = '';
    base = await serve(({ url }, response) => {
      send(response, { 'cache-control': undefined }, url === '/' ? feed([], { next_url: `${base}/2` }) : feed());
    });
    expect(tokens(await validate(`${base}/`))).toEqual([[], ['cache']]);
  });
});

it('prints configuration lines for the server, and counts problems only', async () => {
  const base = await serve((_, response) => {
    send(response, { 'access-control-allow-origin': undefined, etag: undefined });
  });
  const { code, out } = await runCommand('validate', base);
  expect(code).toBe(1);
  expect(out.split('\n')).toEqual([
    '(the server): It sends no Access-Control-Allow-Origin. Browsers refuse it, so readers see the article’s own text instead of the card.',
    '    nginx:  add_header Access-Control-Allow-Origin *;',
    '    Apache: Header set Access-Control-Allow-Origin "*"   (after: a2enmod headers)',
    '(the server, advice): It has neither ETag nor Last-Modified. Each check for changes loads all of it again.',
    `${base}: 1 record, 1 problem`,
    '',
  ]);
});
