import { describe, expect, it } from 'vitest';
import sample from '../../demo/feeds/clausewatch.json' with { type: 'json' };
import { oembedHandler, recordsOf } from '../../src/publish/index.js';
import type { Oembed } from '../../src/publish/index.js';
import { all, parsedHtml, textOf } from '../snippets/support.js';
import { readFeed } from '../feed/support/feeds.js';
import { feedOfRecords, published, readRecord } from './support.js';

const baseUrl = 'https://clausewatch.example/terms/';
const { feed } = readFeed(sample);
const handle = oembedHandler({ baseUrl, find: recordsOf(feed) });

const ask = (query: Record<string, string>, init?: RequestInit) =>
  handle(new Request(`https://api.example/oembed?${new URLSearchParams(query)}`, init));
const read = async (query: Record<string, string>) => {
  const response = await ask(query);
  expect(response.status).toBe(200);
  return (await response.json()) as Oembed;
};
const url = `${baseUrl}r/CW-0001`;

describe('oembedHandler', () => {
  it('returns everything that oEmbed 1.0 requires of a rich embed', async () => {
    const response = await ask({ url, format: 'json' });
    expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    const oembed = (await response.json()) as Oembed;
    expect(oembed).toMatchObject({
      version: '1.0',
      type: 'rich',
      title: 'Licence to train image models on uploaded photographs, and to sell them',
      author_name: 'Clausewatch',
      provider_name: 'Clausewatch',
      provider_url: 'https://clausewatch.example/record',
      width: 600,
    });
    expect(oembed.height).toBeGreaterThan(200);
    const html = parsedHtml(oembed.html);
    expect(html.children.map((child) => typeof child !== 'string' && child.tag)).toEqual(['blockquote', 'iframe']);
    expect(all(html, 'iframe')[0]!.attributes).toMatchObject({
      src: `${baseUrl}e/CW-0001/`,
      width: '600',
      height: `${oembed.height}`,
      title: expect.stringContaining('Licence to train'),
    });
    expect(all(html, 'a')[0]!.attributes['href']).toBe(url);
    expect(textOf(all(html, 'q')[0]!)).toMatch(/^By uploading a photograph/);
  });

  it('returns the data of the published file', async () => {
    const files = await published(feed, { baseUrl });
    for (const item of feed.items) {
      if (item._provision.status === 'withdrawn') continue;
      const own = readRecord(files.get(`r/${item.id}.json`)!);
      const fromFile = oembedHandler({ baseUrl, find: () => ({ provision: own.items[0]!, feed: own }) });
      const response = await fromFile(new Request(`https://x.example/?url=${baseUrl}r/${item.id}`));
      expect(await response.json()).toEqual(JSON.parse(files.get(`oembed/${item.id}.json`)!));
    }
  });

  it('matches WordPress’s pattern for discovered embeds', async () => {
    const { html } = await read({ url });
    // The regular expression of WordPress's wp_filter_oembed_result().
    const [, quotation, frame] = /(<blockquote>.*?<\/blockquote>)?.*(<iframe.*?><\/iframe>)/s.exec(html) ?? [];
    expect(quotation).toContain('Lumerra');
    expect(/ src=(['"])(.*?)\1/.exec(frame ?? '')?.[2]).toBe(`${baseUrl}e/CW-0001/`);
  });

  it('never exceeds the consumer’s maximum size', async () => {
    for (const [maxwidth, maxheight] of [
      ['320', '200'],
      ['1', '1'],
      ['5000', '5000'],
    ] as const) {
      const { width, height, html } = await read({ url, maxwidth, maxheight });
      expect(width).toBeLessThanOrEqual(Number(maxwidth));
      expect(height).toBeLessThanOrEqual(Number(maxheight));
      expect(html).toContain(` width="${width}" height="${height}"`);
    }
    for (const nonsense of ['0', '-1', '1.5', 'NaN', '1e9', '']) {
      expect(await read({ url, maxwidth: nonsense, maxheight: nonsense })).toEqual(await read({ url }));
    }
  });

  it.each(['', '/', '/index.html', '?utm_source=x', '#quotation', '/?a#b'])(
    'accepts the record’s page followed by "%s"',
    async (end) => {
      expect((await read({ url: url + end })).html).toContain('/e/CW-0001/');
    },
  );

  it('accepts the frame’s page, and http for https', async () => {
    expect(await read({ url: `${baseUrl}e/CW-0001/` })).toEqual(await read({ url }));
    expect(await read({ url: url.replace('https:', 'http:') })).toEqual(await read({ url }));
  });

  it.each([
    'https://clausewatch.example/terms/r/CW-9999',
    'https://clausewatch.example/r/CW-0001',
    'https://clausewatch.example/terms/r/CW-0001.json',
    'https://clausewatch.example/terms/r/CW-0001/../../x',
    'https://clausewatch.example.evil.example/terms/r/CW-0001',
    'https://evil.example/https://clausewatch.example/terms/r/CW-0001',
    'ftp://clausewatch.example/terms/r/CW-0001',
    'https://clausewatch.example/terms/r/__proto__',
    'r/CW-0001',
    '<script>',
  ])('returns 404 for %s', async (wanted) => {
    const response = await ask({ url: wanted });
    expect(response.status).toBe(404);
    expect(response.headers.get('content-type')).toContain('json');
    expect(await response.text()).not.toContain('evil');
  });

  it('refuses unsupported requests with oEmbed’s status codes', async () => {
    const withdrawn = oembedHandler({ baseUrl, find: recordsOf(feedOfRecords({ status: 'withdrawn' })) });
    expect((await withdrawn(new Request(`https://x.example/?url=${baseUrl}r/A-1`))).status).toBe(401);
    expect((await ask({ url, format: 'xml' })).status).toBe(501);
    expect((await ask({})).status).toBe(400);
    const post = await ask({ url }, { method: 'POST' });
    expect([post.status, post.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  });

  it('answers HEAD without a body', async () => {
    const response = await ask({ url }, { method: 'HEAD' });
    expect([response.status, await response.text()]).toEqual([200, '']);
    expect(response.headers.get('content-type')).toContain('json');
  });

  it('returns 500 without details when its store fails', async () => {
    const broken = oembedHandler({
      baseUrl,
      find: () => {
        throw new Error('secret of the store');
      },
    });
    const response = await broken(new Request(`https://x.example/?url=${url}`));
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain('secret');
  });
});
