/** Finds embeds in the HTML that CMSs write, and reads pages and lists in the encodings that servers send. */
import { describe, expect, it } from 'vitest';
import { assertPage, decodePage, isArticleList, readArticleList } from '../../src/audit/index.js';
import { findEmbeds } from '../../src/audit/find-embeds.js';
import { parsePage } from '../../src/audit/page-node.js';

const address = 'https://news.example/2026/a.html';
const found = (html: string) => findEmbeds(parsePage(html, address), address);
const embedsOf = (html: string) =>
  found(html).embeds.map(({ form, src, record, quotation }) => [form, src, record, quotation !== undefined]);

describe('findEmbeds', () => {
  it.each([
    [
      'with a relative URL, regardless of <base>',
      '<base href="https://cdn.example/"><provision-clause src="f.json" record="a">',
      ['element', 'https://news.example/2026/f.json', 'a', false],
    ],
    [
      'with spaces and curly quotation marks around values',
      '<blockquote class=“provision-embed” data-src=“https://o.example/f.json” data-record=“a”>x</blockquote>',
      ['quotation', 'https://o.example/f.json', 'a', true],
    ],
    [
      'with a self-closing tag, without the next quotation',
      '<provision-card src="https://o.example/f.json" /><blockquote>x</blockquote>',
      ['element', 'https://o.example/f.json', undefined, false],
    ],
    [
      'with its quotation in a wrapper, without the article’s note',
      '<provision-card src="https://o.example/f.json"><blockquote slot="note">n</blockquote><div><blockquote>x</blockquote></div></provision-card>',
      ['element', 'https://o.example/f.json', undefined, true],
    ],
    [
      'in a frame that a lazy loader emptied',
      '<iframe data-src="https://o.example/e/a/#dark" sandbox=""></iframe><noscript><iframe src="https://o.example/e/a/" sandbox=""></iframe></noscript>',
      ['iframe', 'https://o.example/r/a.json', undefined, false],
    ],
    [
      'on the page’s own host without https',
      '<provision-card src="/f.json">',
      ['element', 'https://news.example/f.json', undefined, false],
    ],
  ])('finds an embed %s', (_, html, expected) => {
    expect(embedsOf(html)).toEqual([expected]);
  });

  it.each([
    ['in a comment', '<!-- <provision-card src="https://o.example/f.json"></provision-card> -->'],
    ['in a template', '<template><provision-card src="https://o.example/f.json"></provision-card></template>'],
    ['as text', '<pre>&lt;provision-card src="https://o.example/f.json"></pre>'],
    ['that is a badge with a fixed level', '<provision-severity level="high"></provision-severity>'],
    ['that is a video player', '<iframe src="https://video.example/e/abc"></iframe>'],
    [
      'in readers’ comments',
      '<div data-provision-embed="off"><blockquote class="provision-embed" data-src="https://o.example/f.json">x</blockquote></div>',
    ],
  ])('ignores an embed %s', (_, html) => {
    expect(embedsOf(html)).toEqual([]);
  });

  it('reports the position of the start tag', () => {
    const [embed] = found(
      '<p>a</p>\r\n<p>ü <provision-card src="https://o.example/f.json"></provision-card></p>',
    ).embeds;
    expect([embed?.node.line, embed?.node.column]).toEqual([2, 6]);
  });

  it('keeps a quotation that an editor’s paragraph moved out of the element', () => {
    const [embed] = found(
      '<p><provision-card src="https://o.example/f.json"><blockquote>x</blockquote></provision-card></p>',
    ).embeds;
    expect([embed?.quotation, embed?.beside?.nodeName]).toEqual([undefined, 'blockquote']);
  });
});

describe('decodePage', () => {
  const western = Uint8Array.from([0x3c, 0x70, 0x3e, 0x93, 0xe9, 0x94]);
  it.each([
    ['Windows-1252 by its header', western, 'text/html; charset=ISO-8859-1', '<p>“é”'],
    ['Windows-1252 labelled as UTF-8', western, 'text/html; charset=utf-8', '<p>“é”'],
    ['UTF-8 labelled as Latin-1', new TextEncoder().encode('<p>“é”'), 'text/html; charset=latin1', '<p>“é”'],
    [
      'Shift_JIS by its <meta>',
      Uint8Array.from([...new TextEncoder().encode('<meta charset="shift_jis">'), 0x82, 0xa0]),
      '',
      '<meta charset="shift_jis">あ',
    ],
    ['UTF-16 by its byte order mark', Uint8Array.from([0xff, 0xfe, 0x3c, 0, 0x70, 0, 0x3e, 0]), 'text/html', '<p>'],
  ])('decodes %s', (_, bytes, type, text) => {
    expect(decodePage(bytes, type)).toBe(text);
  });

  it('refuses an unknown encoding', () => {
    expect(() => decodePage(western, 'text/html; charset=klingon')).toThrow('Its encoding is unknown: "klingon"');
  });

  it.each([['{"a": 1}'], ['\0\u0001'], ['just words']])('assertPage refuses %j', (text) => {
    expect(() => {
      assertPage(text);
    }).toThrow('It is not HTML');
  });
});

describe('readArticleList', () => {
  it.each([
    ['<?xml version="1.0"?>\n<!-- <html> -->\n<rss version="2.0">', true],
    ['\ufeff<rdf:RDF xmlns:rdf="x">', true],
    ['<?xml version="1.0"?><!DOCTYPE html><html><body><feed></feed>', false],
    ['<urlset>', true],
    ['<p><rss></p>', false],
  ])('detects whether %j is a list or a page', (text, expected) => {
    expect(isArticleList(text)).toBe(expected);
  });

  it('sorts a sitemap by date, latest first, without images', () => {
    const xml = `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
      <url><loc> https://news.example/old </loc><lastmod>2025-01-01</lastmod><image:image><image:loc>https://news.example/i.png</image:loc></image:image></url>
      <url><loc>https://news.example/new?a=1&amp;b=2</loc><lastmod>2026-01-01</lastmod></url></urlset>`;
    expect(readArticleList(xml, undefined)).toEqual({
      kind: 'sitemap',
      articles: ['https://news.example/new?a=1&b=2', 'https://news.example/old'],
      lists: [],
      problems: [],
    });
  });

  it('reports relative links in a file with their place', () => {
    const { articles, problems } = readArticleList(
      '<rss>\n<channel>\n <item><link>/a</link></item></channel></rss>',
      undefined,
    );
    expect(articles).toEqual([]);
    expect(problems).toEqual([{ line: 3, column: 8, message: expect.stringContaining('Give --base-url') }]);
  });

  it('ignores javascript: links and expands no entities', () => {
    const xml =
      '<!DOCTYPE rss [<!ENTITY a "https://x.example/">]><rss><channel><item><link>javascript:alert(1)</link></item><item><link>&a;</link></item></channel></rss>';
    expect(readArticleList(xml, 'https://news.example/').articles).not.toContain('https://x.example/');
  });
});
