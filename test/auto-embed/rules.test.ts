/**
 * Rules for the quotations that become cards, and for their requests. A request goes only to addresses that the page's
 * attributes and script tag name.
 */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { feedOf, wordings } from '../elements/support/changes.js';
import { fresh } from '../elements/support/network.js';
import { clear, next } from '../elements/support/page.js';
import { upgradeQuotations } from '../../src/auto-embed/watch.js';
import { host, looked, put, snippet } from './support.js';

/** Answers every request with one record; returns the requested URLs. */
function network(content: unknown = feedOf(wordings.first)): readonly string[] {
  const urls: string[] = [];
  vi.spyOn(window, 'fetch').mockImplementation((input) => {
    urls.push(String(input instanceof Request ? input.url : input));
    return Promise.resolve(new Response(JSON.stringify(content), { headers: { 'content-type': 'application/json' } }));
  });
  return urls;
}

beforeEach(() => vi.spyOn(console, 'warn').mockImplementation(() => undefined));
afterEach(() => {
  clear();
  vi.restoreAllMocks();
});

let count = 0;
/** Returns an id that no test has requested yet. */
const id = () => `N-${++count}`;

const link = (href: string, words = 'Source') => `<a href="${href}">${words}</a>`;

/** Markup of WordPress for an address with oEmbed data: a quotation, followed by its frame. */
const wordPress = (secret: string, href: string) =>
  snippet(`class="wp-embedded-content" data-secret="${secret}"`, 'The clause.', href);

describe('a quotation with attributes', () => {
  it.each(['blockquote', 'div', 'section', 'article'])('becomes a card as a <%s>', async (tag) => {
    const urls = network();
    const src = fresh('https://observatory.example/feed.json');
    const quotation = put(
      `<${tag} class="theme provision-embed" data-src="${src}" data-record="r-1"><p>Words.</p></${tag}>`,
    );
    await next(quotation, 'provision-load');
    expect(urls).toEqual([src]);
  });

  it.each<[string, (src: string) => string]>([
    ['without its class', (src) => `<blockquote data-src="${src}">Words.</blockquote>`],
    [
      'inside an element of ours',
      (src) => `<provision-card>${snippet(`class="provision-embed" data-src="${src}"`)}</provision-card>`,
    ],
    [
      'inside comments with upgrades turned off',
      (src) => `<ol data-provision-embed="off"><li>${snippet(`class="provision-embed" data-src="${src}"`)}</li></ol>`,
    ],
    [
      'that is being edited',
      (src) => `<div contenteditable>${snippet(`class="provision-embed" data-src="${src}"`)}</div>`,
    ],
    ['in a template', (src) => `<template>${snippet(`class="provision-embed" data-src="${src}"`)}</template>`],
    [
      'as an element without shadow roots',
      (src) => `<figure class="provision-embed" data-src="${src}">Words.</figure>`,
    ],
  ])('is left alone %s', async (_, html) => {
    const urls = network();
    const top = put(html(fresh('https://observatory.example/feed.json')));
    await looked();
    expect(urls).toEqual([]);
    const quotations = [top, ...top.querySelectorAll('.provision-embed')].filter(
      (one) => one.localName !== 'provision-card',
    );
    expect(quotations.filter((one) => one.shadowRoot)).toEqual([]);
  });

  it('is left alone inside another quotation, because the outer one is the embed', async () => {
    const urls = network();
    const [src, inner] = [
      fresh('https://observatory.example/feed.json'),
      fresh('https://observatory.example/inner.json'),
    ];
    const outer = put(
      `<div class="provision-embed" data-src="${src}">${snippet(`class="provision-embed" data-src="${inner}"`)}</div>`,
    );
    await next(outer, 'provision-load');
    await looked();
    expect(urls).toEqual([src]);
    expect(outer.querySelector('blockquote')!.shadowRoot).toBeNull();
  });

  it('keeps a shadow root of the page’s own', async () => {
    const urls = network();
    const quotation = document.createElement('blockquote');
    quotation.className = 'provision-embed';
    quotation.dataset['src'] = fresh('https://observatory.example/feed.json');
    quotation.attachShadow({ mode: 'open' }).innerHTML = '<b>Theirs.</b>';
    document.body.append(quotation);
    await looked();
    expect(urls).toEqual([]);
    expect(quotation.shadowRoot!.innerHTML).toBe('<b>Theirs.</b>');
  });
});

describe('a quotation with only its source link', () => {
  it.each<[string, (href: string) => string]>([
    ['with its source at its end', (href) => snippet('', 'The clause.', href)],
    [
      'with what a content system has put behind the link',
      (href) => snippet('', 'The clause.', `${href}?ref=paper.example#top`),
    ],
    ['with a slash behind the link', (href) => snippet('', 'The clause.', `${href}/`)],
    ['in one line', (href) => `<blockquote>“The clause.” ${link(href)}</blockquote>`],
    [
      'with a full stop behind the link',
      (href) => `<blockquote><p>The clause.</p><p>From ${link(href)}.</p></blockquote>`,
    ],
    ['with a year behind the link', (href) => `<blockquote><p>The clause.</p><p>${link(href)} (2026)</p></blockquote>`],
    ['that is nothing but the link', (href) => `<blockquote>${link(href)}</blockquote>`],
    [
      'with several links, of which the last counts',
      (href) =>
        `<blockquote><p>${link('https://elsewhere.example/')} ${link(`${host}another`)} says</p><p>${link(href)}</p></blockquote>`,
    ],
    [
      'with a quotation in it',
      (href) => `<blockquote><blockquote>The clause.</blockquote><p>${link(href)}</p></blockquote>`,
    ],
    [
      'whose class is left',
      (href) => snippet('class="provision-embed" data-src=""', 'The clause.', href).replace(' data-src=""', ''),
    ],
    [
      'that WordPress had a frame for, which is gone',
      (href) =>
        `<div>${wordPress('a', href)}<p><iframe class="wp-embedded-content" data-secret="b" hidden></iframe></p></div>`,
    ],
  ])('becomes a card (%s)', async (_, html) => {
    const urls = network();
    const href = host + id();
    await next(put(html(href)), 'provision-load');
    expect(urls).toEqual([`${href}.json`]);
  });

  it.each<[string, (href: string) => string]>([
    [
      'is in the middle of a remark about a record',
      (href) => `<blockquote><p>As ${link(href)} says, read it.</p></blockquote>`,
    ],
    [
      'ends in another link',
      (href) => `<blockquote><p>${link(href)}</p><p>${link('https://elsewhere.example/')}</p></blockquote>`,
    ],
    [
      'is inside another quotation, of the article',
      (href) => `<blockquote>He wrote: ${snippet('', 'The clause.', href)}</blockquote>`,
    ],
    [
      'has the link around a picture',
      (href) => `<blockquote><p>Words.</p><a href="${href}"><img alt=""></a></blockquote>`,
    ],
    [
      'is shown in a frame by WordPress',
      (href) =>
        `<div>${wordPress('a', href)}<p><iframe class="wp-embedded-content" data-secret="a" hidden></iframe></p></div>`,
    ],
    ['has no link', () => '<blockquote>Words.</blockquote>'],
    ['links to the list of records', () => snippet('', 'Words.', host)],
    ['links below a record', (href) => snippet('', 'Words.', `${href}/history`)],
    ['links to an address without a prefix', () => snippet('', 'Words.', 'https://observatory.example/elsewhere/1')],
    [
      'links to a host that begins like one',
      () => snippet('', 'Words.', 'https://observatory.example.evil.example/r/1'),
    ],
    ['links with a user’s name', () => snippet('', 'Words.', 'https://me@observatory.example/r/1')],
    ['links to another port', () => snippet('', 'Words.', 'https://observatory.example:8443/r/1')],
    ['links without encryption', () => snippet('', 'Words.', 'http://observatory.example/r/1')],
    ['hides the prefix in a query', () => snippet('', 'Words.', `https://evil.example/?${host}1`)],
    ['hides the prefix in a fragment', () => snippet('', 'Words.', `https://evil.example/#${host}1`)],
    ['leaves the prefix again', () => snippet('', 'Words.', `${host}../secret/1`)],
    ['is no quotation', (href) => `<div><p>The clause.</p><p>${link(href)}</p></div>`],
    [
      'is the fallback of another element',
      (href) => `<provision-comparison>${snippet('', 'The clause.', href)}</provision-comparison>`,
    ],
    [
      'is in an area with upgrades turned off',
      (href) => `<div data-provision-embed="off">${snippet('', 'The clause.', href)}</div>`,
    ],
  ])('is left alone if it %s', async (_, html) => {
    const urls = network();
    const top = put(html(host + id()));
    // A second quotation becomes a card; by then the first one has been examined.
    const later = host + id();
    await next(put(snippet('', 'The clause.', later)), 'provision-load');
    expect(urls).toEqual([`${later}.json`]);
    for (const one of [top, ...top.querySelectorAll('blockquote')]) {
      if (!one.localName.includes('-')) expect(one.shadowRoot).toBeNull();
    }
  });

  it('is found by its address in the feed that the script tag names', async () => {
    const feed = fresh('https://publisher.example/feed.json');
    const urls = network(feedOf(wordings.first, {}, {}, { url: 'https://publisher.example/records/one/' }));
    upgradeQuotations({ feed });
    const other = put(snippet('', wordings.first, 'https://publisher.example/records/two'));
    const quotation = put(snippet('', wordings.first, 'https://publisher.example/records/one?utm_source=x'));
    await next(quotation, 'provision-load');
    expect(urls).toEqual([feed]);
    expect(other.shadowRoot).toBeNull();
  });

  it('stays if that feed fails, and the console gets one warning', async () => {
    vi.spyOn(window, 'fetch').mockRejectedValue(new TypeError('Failed to fetch'));
    upgradeQuotations({ feed: fresh('https://publisher.example/feed.json') });
    const two = [1, 2].map((number) => put(snippet('', 'Words.', `https://publisher.example/records/${number}`)));
    await expect.poll(() => console.warn).toHaveBeenCalled();
    await looked();
    expect(console.warn).toHaveBeenCalledOnce();
    expect(two.filter(({ shadowRoot }) => shadowRoot)).toEqual([]);
  });
});
