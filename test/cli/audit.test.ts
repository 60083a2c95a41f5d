/** Runs `audit` over real HTTP: the states in its report, its requests, and the errors for wrong usage. */
import { readdir, readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import RssReader from 'rss-parser';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { serve } from '../feed/support/server.js';
import type { TestServer } from '../feed/support/server.js';
import { articleOf, auditRows, folderOf, runAudit } from './support/audit.js';

const clause = 'We keep a copy of your profile for up to two years after deletion, to keep the community safe.';
const older = clause.replace('two years', 'six months');

const feedOf = (text: string, details: object = {}, members: object = {}) =>
  JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: 'Observatory',
    items: [
      {
        id: 'R-1',
        url: 'https://o.example/r/R-1',
        title: 'Copies',
        ...members,
        _provision: { clauses: [{ text }], ...details },
      },
    ],
  });

const card = (src: string, text: string, more = '') =>
  `<provision-card src="${src}" record="R-1"${more}><blockquote cite="https://o.example/r/R-1"><p>${text}</p></blockquote></provision-card>`;

type Page =
  string | { readonly body?: string | Uint8Array; readonly status?: number; readonly headers?: Record<string, string> };

/** Serves these pages; paths ending in `.json` are feeds. */
function site(pages: (origin: string) => Readonly<Record<string, Page>>): Promise<TestServer> {
  return serve((request: IncomingMessage, response: ServerResponse) => {
    const path = (request.url ?? '').replace(/\?.*/, '');
    const page = pages(`http://${request.headers.host!}`)[path];
    const {
      body = '',
      status = 200,
      headers = {},
    } = page === undefined ? { status: 404 } : typeof page === 'string' ? { body: page } : page;
    const type = path.endsWith('.json')
      ? 'application/feed+json'
      : path.endsWith('.xml')
        ? 'application/xml'
        : 'text/html';
    response.writeHead(status, { 'content-type': type, ...headers });
    response.end(body);
  });
}

describe('audit: states of an embed', () => {
  const states: Record<string, readonly [state: string, feed: Page | undefined, text?: string, more?: string]> = {
    'an unchanged clause': ['as-published', feedOf(clause)],
    'a changed clause': ['changed', feedOf(clause), older],
    'a withdrawn record': ['withdrawn', feedOf(clause, { status: 'withdrawn' })],
    'a corrected record': ['corrected', feedOf(clause, { status: 'corrected' })],
    'a removed feed': ['feed-gone', { status: 410 }],
    'a feed whose server fails': ['not-checked', { status: 500 }],
    'a removed record': ['record-gone', feedOf(clause).replace('"R-1"', '"R-2"')],
    'a feed that is not JSON': ['feed-invalid', '{"version": "https://json'],
    'a feed sent as HTML': ['feed-invalid', { body: feedOf(clause), headers: { 'content-type': 'text/html' } }],
    'a moved feed': ['feed-moved', { status: 301, headers: { location: '/moved.json' } }],
    'a moved feed whose redirect is followed': [
      'as-published',
      { status: 301, headers: { location: '/moved.json' } },
      clause,
      ' redirects="follow"',
    ],
    'a paraphrase': ['not-comparable', feedOf(clause), 'They say that copies stay for years.'],
    'a record without a clause': [
      'not-comparable',
      JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        title: 'T',
        items: [{ id: 'R-1', content_text: 'x' }],
      }),
    ],
  };

  it.each(Object.entries(states))('reports the state of %s', async (_, [state, feed, text = clause, more = '']) => {
    const { at } = await site(() => ({
      '/article.html': articleOf(card('/feed.json', text, more)),
      '/moved.json': feedOf(clause),
      ...(feed !== undefined && { '/feed.json': feed }),
    }));
    const { rows, code } = await auditRows([at('/article.html')]);
    expect(rows).toMatchObject([{ state, form: 'element', line: 5, column: 1, article: at('/article.html') }]);
    expect(code).toBe(state === 'not-checked' ? 2 : state === 'as-published' || state === 'not-comparable' ? 0 : 1);
  });

  it('reports the date of a change from the record’s history', async () => {
    const changes = [
      {
        kind: 'substantive',
        from: { text: older, captured: '2026-01-01' },
        to: { text: clause, captured: '2026-03-04' },
      },
    ];
    const { at } = await site(() => ({
      '/a.html': articleOf(card('/f.json', older)),
      '/f.json': feedOf(clause, { changes }),
    }));
    const { out, code } = await runAudit([at('/a.html')]);
    expect(out).toContain('5:1  changed (likely)  since 2026-03-04  R-1  Copies');
    expect(out).toContain(
      '…keep a copy of your profile for up to [-six months-] {+two years+} after deletion, to keep the community…',
    );
    expect(out).toContain('1 article, 1 embed: 1 changed');
    expect(code).toBe(1);
  });

  it('reports a correction only when the article does not mention it', async () => {
    const told = '<p>This record has been corrected. <a href="https://o.example/r/R-1">Copies</a></p>';
    const { at } = await site(() => ({
      '/told.html': articleOf(
        `<blockquote class="provision-embed" data-src="/f.json"><p>${clause}</p>${told}</blockquote>`,
      ),
      '/later.html': articleOf(
        card('/f.json', clause),
        '<meta property="article:published_time" content="2026-06-01">',
      ),
      '/before.html': articleOf(
        card('/f.json', clause),
        '<meta property="article:published_time" content="2026-04-01">',
      ),
      '/f.json': feedOf(clause, { status: 'corrected' }, { date_modified: '2026-05-01' }),
    }));
    const { rows } = await auditRows(['/told.html', '/later.html', '/before.html'].map(at));
    expect(rows.map(({ state }) => state)).toEqual(['as-published', 'as-published', 'corrected']);
  });

  it('reports a frame as not compared, and a frame of a missing record as a finding', async () => {
    const frame = (name: string) => `<iframe src="/e/${name}/" sandbox="allow-scripts"></iframe>`;
    const { at } = await site(() => ({
      '/a.html': articleOf(`${frame('R-1')}\n${frame('R-9')}\n<iframe src="https://video.example/e/abc"></iframe>`),
      '/r/R-1.json': feedOf(clause),
    }));
    const { rows } = await auditRows([at('/a.html')]);
    expect(rows.map(({ state, form, line }) => [state, form, line])).toEqual([
      ['not-comparable', 'iframe', 5],
      ['feed-gone', 'iframe', 6],
    ]);
    expect(rows[0]!.message).toContain('A frame shows the current record');
  });

  it('recognises a quotation by its link when the page, the command line or a feed names the publisher', async () => {
    const quotation = `<blockquote><p>${older}</p><p><a href="https://o.example/r/R-1?utm=x">Copies</a></p></blockquote>`;
    const folder = await folderOf({
      'web/R-1.json': feedOf(clause),
      'feeds/all.json': feedOf(clause),
      'a/plain.html': articleOf(quotation),
      'b/tagged.html': articleOf(quotation, '<script data-permalinks="https://o.example/r/"></script>'),
    });
    const maps = [`--map=https://o.example/r/=${folder}/web`, `--map=https://f.example/=${folder}/feeds`];
    const plain = join(folder, 'a/plain.html');
    const found = async (...args: string[]) =>
      (await auditRows([...maps, ...args])).rows.map(({ state, form }) => [state, form]);
    expect(await found(plain)).toEqual([]);
    const changed = [['changed', 'linked-quotation']];
    expect(await found(plain, '--permalinks=https://o.example/r')).toEqual(changed);
    expect(await found(plain, '--feed=https://f.example/all.json')).toEqual(changed);
    expect(await found(join(folder, 'b'))).toEqual(changed);
  });

  it('reports the missing part of an embed without a feed', async () => {
    const folder = await folderOf({
      'a.html': articleOf(
        [
          card('feeds/x.json', clause),
          '<provision-card></provision-card>',
          card('http://other.example/f.json', clause),
          `<blockquote data-sha256="${'a'.repeat(64)}"><p>${clause}</p></blockquote>`,
          '<provision-severity level="high"></provision-severity>',
        ].join('\n'),
      ),
    });
    const { rows, code } = await auditRows([folder]);
    expect(rows.map(({ state, line, message }) => [state, line, message.replace(/[".:].*/, '')])).toEqual([
      ['not-checked', 5, 'The feed’s address is relative ('],
      ['embed-broken', 6, 'The embed names no feed (src)'],
      ['embed-broken', 7, 'Cards do not request the feed’s address '],
      ['not-checked', 8, 'This quotation was an embed, but its feed’s address was removed'],
    ]);
    expect(code).toBe(1);
  });

  it('resolves a relative feed URL in a file against --base-url', async () => {
    const { origin } = await site(() => ({ '/news/f.json': feedOf(clause) }));
    const folder = await folderOf({ 'news/a.html': articleOf(card('f.json', older)) });
    expect((await auditRows([folder, `--base-url=${origin}`])).rows).toMatchObject([{ state: 'changed' }]);
  });

  it('compares no text of a page with an unknown encoding', async () => {
    const text = 'We keep “copies” of your profile for two years – longer than before – to keep the community safe.';
    const bytes = Buffer.from(articleOf(card('/f.json', text)).replace('utf-8', 'windows-1252'), 'latin1');
    for (const [from, to] of [
      ['“', 0x93],
      ['”', 0x94],
      ['–', 0x96],
    ] as const) {
      const low = from.charCodeAt(0) & 0xff;
      for (let at = bytes.indexOf(low); at >= 0; at = bytes.indexOf(low, at + 1)) bytes[at] = to;
    }
    const { at } = await site(() => ({
      '/right.html': { body: bytes },
      '/wrong.html': { body: bytes, headers: { 'content-type': 'text/html; charset=utf-16le' } },
      '/f.json': feedOf(text),
    }));
    expect((await auditRows([at('/right.html')])).rows).toMatchObject([{ state: 'as-published' }]);
    expect((await auditRows([at('/wrong.html')])).rows).toMatchObject([{ state: 'not-checked' }]);
  });
});

describe('audit: sources of articles', () => {
  it('reads RSS with relative links, Atom with xml:base, and a compressed sitemap of an index', async () => {
    const { at, requests } = await site((origin) => ({
      '/rss.xml': `<?xml version="1.0"?><rss version="2.0"><channel><link>/</link><image><url>/i.png</url><link>/</link></image>
        <item><title>A &amp; B</title><link>/a.html</link></item><item><guid>${origin}/b.html</guid></item></channel></rss>`,
      '/atom.xml': `<feed xmlns="http://www.w3.org/2005/Atom" xml:base="/deep/"><link rel="next" href="/atom2.xml"/>
        <entry><link rel="enclosure" href="x.mp3"/><link href="c.html"/><source><link href="/no.html"/></source></entry></feed>`,
      '/atom2.xml':
        '<feed xmlns="http://www.w3.org/2005/Atom"><entry><link rel="alternate" type="text/html" href="/d.html"/></entry></feed>',
      '/index.xml': `<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><sitemap><loc>${origin}/map.xml.gz</loc></sitemap></sitemapindex>`,
      '/map.xml.gz': {
        body: gzipSync(
          `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>${origin}/e.html</loc></url><url><loc>${origin}/a.html</loc></url><url><loc>${origin}/x.pdf</loc></url></urlset>`,
        ),
        headers: { 'content-type': 'application/gzip' },
      },
      '/x.pdf': { body: '%PDF', headers: { 'content-type': 'application/pdf' } },
      ...Object.fromEntries(
        ['/a.html', '/b.html', '/deep/c.html', '/d.html', '/e.html'].map((path) => [
          path,
          articleOf(card('/f.json', older)),
        ]),
      ),
      '/f.json': feedOf(clause),
    }));
    const { rows, err } = await auditRows(['/rss.xml', '/atom.xml', '/index.xml'].map(at));
    expect(rows.map(({ article }) => article.replace(/^http:\/\/[^/]+/, '')).sort()).toEqual([
      '/a.html',
      '/b.html',
      '/d.html',
      '/deep/c.html',
      '/e.html',
    ]);
    expect(err).toBe('');
    // An article in two lists is requested once.
    expect(requests.filter(({ url }) => url === '/a.html')).toHaveLength(1);
  });

  it('reads the valid part of a list that is not well-formed, and reports the place of the error', async () => {
    const { at } = await site(() => ({
      '/ampersand.xml':
        '<rss version="2.0"><channel>\n<item><title>A & B</title><link>/a.html</link></item></channel></rss>',
      '/broken.xml':
        '<rss version="2.0"><channel>\n<item><link>/a.html</link></item>\n<item><title>No link</title></item></rss>',
      '/empty.xml': '<rss version="2.0"><channel></channel></rss>',
      '/a.html': articleOf(''),
    }));
    expect(await runAudit([at('/ampersand.xml')])).toMatchObject({
      code: 0,
      out: expect.stringContaining('1 article,'),
    });
    const broken = await auditRows([at('/broken.xml')]);
    expect(broken.code).toBe(2);
    expect(broken.rows).toMatchObject([
      {
        state: 'not-checked',
        line: 3,
        message: expect.stringContaining('An entry without a link to its article. 2 such places'),
      },
    ]);
    const empty = await auditRows([at('/empty.xml')]);
    expect([empty.code, empty.rows[0]!.message]).toEqual([2, 'No article is in this list.']);
  });

  it('stops at the limit, reports it, and fails when the limit is the default', async () => {
    const folder = await folderOf(Object.fromEntries([1, 2, 3].map((number) => [`${number}.html`, articleOf('')])));
    const { code, err, out } = await runAudit([folder, '--limit', '2']);
    expect([code, err, out]).toEqual([
      0,
      '1 more articles were not read: --limit is 2.\n',
      '2 articles, 0 embeds: nothing to compare\n',
    ]);
  });

  it('reports sources that are not articles, and continues with the others', async () => {
    const { at } = await site(() => ({
      '/json.html': '{"a": 1}',
      '/gone.html': { status: 404 },
      '/login.html': { status: 302, headers: { location: 'https://login.example/' } },
      '/binary.html': { body: new Uint8Array([0, 1, 2, 3]) },
      '/deep.html': '<div>'.repeat(100_000),
      '/good.html': articleOf(card('/f.json', clause)),
      '/f.json': feedOf(clause),
    }));
    const paths = ['/json.html', '/gone.html', '/login.html', '/binary.html', '/deep.html', '/good.html'];
    const { rows, code } = await auditRows([...paths.map(at), 'http://127.0.0.1:9/down.html']);
    expect(rows.map(({ state, message }) => `${state}: ${message}`)).toEqual([
      'not-checked: It is not HTML but JSON.',
      'not-checked: It cannot be read: its server answers HTTP 404.',
      'not-checked: It redirects to another host, https://login.example/; name that address where it is the article.',
      'not-checked: It is not HTML but a file of another kind.',
      'not-checked: Its elements are nested more than 2000 deep.',
      'as-published: The clause is as it was published.',
      expect.stringMatching(/^not-checked: It cannot be read: /),
    ]);
    expect(code).toBe(2);
  });

  it('finds three hundred embeds of one article with one request for their feed', async () => {
    const body = Array.from({ length: 300 }, (_, at) => card('/f.json', at % 2 ? older : clause)).join('\n');
    const { at, requests } = await site(() => ({ '/a.html': articleOf(body), '/f.json': feedOf(clause) }));
    const { rows } = await auditRows([at('/a.html')]);
    expect(rows.map(({ state, line }) => [state, line])).toEqual(
      Array.from({ length: 300 }, (_, at) => [at % 2 ? 'changed' : 'as-published', at + 5]),
    );
    expect(requests).toHaveLength(2);
  });
});

describe('audit: requests', () => {
  it('sends its user agent, and revalidates cached responses with the server’s own tags', async () => {
    const asked: (readonly (string | undefined)[])[] = [];
    const { at } = await serve((request, response) => {
      const tag = request.headers['if-none-match'];
      asked.push([request.url, tag, request.headers['user-agent']]);
      const isFeed = request.url === '/f.json';
      response.writeHead(tag === '"1"' ? 304 : 200, {
        etag: '"1"',
        'content-type': isFeed ? 'application/json' : 'text/html',
      });
      response.end(tag === '"1"' ? '' : isFeed ? feedOf(clause) : articleOf(card('/f.json', older)));
    });
    const folder = await folderOf({});
    const args = [at('/a.html'), '--cache', join(folder, 'cache'), '--user-agent', 'Desk'];
    const first = await runAudit(args);
    const second = await runAudit(args);
    expect(asked).toEqual([
      ['/a.html', undefined, 'Desk'],
      ['/f.json', undefined, 'Desk'],
      ['/a.html', '"1"', 'Desk'],
      ['/f.json', '"1"', 'Desk'],
    ]);
    expect(second.out).toBe(first.out);
    expect(await readdir(join(folder, 'cache'))).toHaveLength(2);
  });

  it('runs at most two requests per host', async () => {
    let [running, most] = [0, 0];
    const waiting: (() => void)[] = [];
    const { at } = await serve((_, response) => {
      most = Math.max(most, ++running);
      waiting.push(() => {
        running--;
        response.end(articleOf(''));
      });
      // The second request releases both; with an odd number the last one is alone.
      if (waiting.length === 2) for (const end of waiting.splice(0)) end();
    });
    await runAudit(Array.from({ length: 8 }, (__, number) => at(`/${number}.html`)));
    expect(most).toBe(2);
  });

  it('retries after Retry-After, and stops after a second refusal', async () => {
    let count = 0;
    const { at } = await serve((request, response) => {
      if (request.url === '/busy.html' || count++ === 0) response.writeHead(429, { 'retry-after': '0' }).end();
      else response.end(articleOf(''));
    });
    expect((await auditRows([at('/a.html')])).rows).toEqual([]);
    const { rows } = await auditRows([at('/busy.html')]);
    expect(rows).toMatchObject([{ state: 'not-checked', message: 'It cannot be read: its server answers HTTP 429.' }]);
  });
});

describe('audit: reports', () => {
  const pages = () => ({
    '/a.html': articleOf([card('/f.json', older), card('/f.json', older), card('/gone.json', clause)].join('\n')),
    '/f.json': feedOf(clause, {}, { title: 'Copies <b>\u001b[31m & more\u202e' }),
  });

  it('writes well-formed Atom with an id per finding and the same bytes the next night', async () => {
    const { at } = await site(pages);
    const folder = await folderOf({});
    const file = join(folder, 'audit.atom');
    const args = [at('/a.html'), '--format', 'atom', '--out', file];
    const { out, code } = await runAudit(args);
    expect([code, out]).toEqual([1, `${file}: 1 article, 3 embeds: 2 changed, 1 feed gone\n`]);
    const text = await readFile(file, 'utf8');
    const parser = new SaxesParser({ xmlns: true });
    parser.on('error', (error) => {
      throw error;
    });
    parser.write(text).close();
    const { items } = await new RssReader().parseString(text);
    expect(items.map(({ title, link }) => [title, link])).toEqual([
      ['changed (likely): Copies <b>\ufffd[31m & more\u202e', at('/a.html')],
      ['changed (likely): Copies <b>\ufffd[31m & more\u202e', at('/a.html')],
      ['feed gone: R-1', at('/a.html')],
    ]);
    expect(new Set(items.map((item): unknown => item['id'])).size).toBe(3);
    await runAudit(args);
    expect(await readFile(file, 'utf8')).toBe(text);
  });

  it('removes control characters from titles in the terminal table', async () => {
    const { at } = await site(pages);
    const { out } = await runAudit([at('/a.html')]);
    expect(out).toContain('Copies <b>[31m & more\n');
    expect(out).not.toMatch(/[\u001b\u202e]/);
  });

  it('lists embeds without findings only with --all', async () => {
    const { at } = await site(() => ({ '/a.html': articleOf(card('/f.json', clause)), '/f.json': feedOf(clause) }));
    expect((await runAudit([at('/a.html')])).out).toBe('1 article, 1 embed: 1 as published\n');
    expect((await runAudit([at('/a.html'), '--all'])).out).toContain('5:1  as published');
  });

  it('shows progress on a terminal', async () => {
    const { at } = await site(() => Object.fromEntries([...'abcdefgh'].map((name) => [`/${name}`, articleOf('')])));
    const { err } = await runAudit(
      [...'abcdefgh'].map((name) => at(`/${name}`)),
      { isTTY: true },
    );
    expect(err).toContain('8 of 8 articles');
    expect(err.endsWith('\r\u001b[K')).toBe(true);
  });

  it('reads an article from standard input', async () => {
    const { at } = await site(() => ({ '/f.json': feedOf(clause) }));
    const { out } = await runAudit(['-'], { input: articleOf(card(at('/f.json'), older)) });
    expect(out).toMatch(/^-\n {2}5:1 {2}changed/);
  });
});

describe('audit: usage errors', () => {
  it.each([
    [[], /ARTICLE is missing/],
    [['none.html'], /none\.html cannot be read: there is no such file or folder/],
    [['x', '--format', 'csv'], /--format "csv" is not one of table, json, atom/],
    [['x', '--json', '--format', 'atom'], /exclude each other/],
    [['x', '--all', '--json'], /--all works with the table only/],
    [['x', '--limit', '0'], /--limit 0/],
    [['x', '--base-url', 'news'], /Not an absolute http: or https: URL: "news"/],
    [['x', '--map', 'news'], /--map "news": URL=FOLDER is expected/],
    [['x', '--nonsense'], /Unknown option '--nonsense'/],
  ])('%j exits with 2', async (args, words) => {
    const { code, err, out } = await runAudit(args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(words);
  });

  it('exits with 2 for an unreadable --feed and for a folder without pages', async () => {
    const folder = await folderOf({ 'a.html': articleOf(''), 'empty/x.txt': '' });
    const map = `--map=https://f.example/=${folder}`;
    const feed = await runAudit([folder, map, '--feed=https://f.example/none.json']);
    expect([feed.code, feed.err]).toEqual([
      2,
      'provision-embed: --feed https://f.example/none.json cannot be read (http): HTTP 404\n',
    ]);
    expect(await runAudit([join(folder, 'empty')])).toMatchObject({
      code: 2,
      err: expect.stringContaining('has no file that ends in .html'),
    });
  });
});
