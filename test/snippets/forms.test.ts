import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import sample from '../../demo/feeds/clausewatch.json' with { type: 'json' };
import { embed, EmbedError, embedSource } from '../../src/snippets/index.js';
import type { EmbedForm, EmbedOptions } from '../../src/snippets/index.js';
import { readFeed } from '../feed/support/feeds.js';
import { all, parsedHtml, parsedXml, permalink, sourceOf, textOf } from './support.js';

const { feed } = readFeed(sample);
const baseUrl = 'https://clausewatch.example';
const record = (id: string, options = { baseUrl }) =>
  embedSource(
    feed.items.find((item) => item.id === id)!,
    feed,
    options,
  );
const one = async (form: EmbedForm, id: string, tag: string, options?: EmbedOptions) =>
  all(parsedHtml(await embed(form, await record(id), options)), tag)[0]!;
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

describe('element with its record inline', () => {
  it('names no feed, and keeps the JSON valid for HTML and XML parsers', async () => {
    const text = '</script><!-- ]]> & \u0085 \u2028 "quoted" \ud83c\udff4 \\u003c';
    const source = { ...(await record('CW-0001')), json: JSON.stringify({ items: [{ id: 'a', text }] }, null, 2) };
    const snippet = await embed('element', source, { script: false });
    const html = parsedHtml(snippet);
    expect(parsedXml(snippet)).toEqual(html);
    const [card, data] = ['provision-card', 'script'].map((tag) => all(html, tag)[0]!);
    expect(card!.attributes).toEqual({ record: 'CW-0001' });
    expect(data!.attributes).toEqual({ type: 'application/json' });
    expect(JSON.parse(textOf(data!))).toEqual({ items: [{ id: 'a', text }] });
    expect(snippet).not.toMatch(/preconnect|\n\n/);
  });

  it('loads a feed in React, which renders no script', async () => {
    const source = await record('CW-0001');
    expect(await embed('react', { ...source, json: '{}' })).toBe(await embed('react', source));
  });
});

describe('quotation', () => {
  it('has the wording, its source and its permalink', async () => {
    const quotation = await one('quotation', 'CW-0001', 'blockquote');
    const { clauses } = feed.items[0]!._provision;
    expect(quotation.attributes).toEqual({
      class: 'provision-embed',
      cite: 'https://clausewatch.example/r/CW-0001',
      lang: 'en',
      dir: 'auto',
      'data-src': 'https://clausewatch.example/r/CW-0001.json',
      'data-record': 'CW-0001',
      'data-sha256': clauses![0]!.sha256,
    });
    const [clause, facts] = all(quotation, 'p').map(textOf);
    expect(clause).toBe(clauses![0]!.text);
    expect(facts).toBe(
      'Licence to train image models on uploaded photographs, and to sell them — Severity: High. Analysis by Clausewatch. Lumerra · Terms of Service, captured 18 March 2026',
    );
    expect(all(quotation, 'time')[0]!.attributes).toEqual({ datetime: feed.items[0]!._provision.provenance!.captured });
    expect(all(quotation, 'a')[0]!.attributes).toEqual({ href: 'https://clausewatch.example/r/CW-0001' });
  });

  it('separates the clause’s language from the analysis’s language', async () => {
    const source = await sourceOf({ clauses: [{ text: 'لا يجوز', language: 'ar' }] }, { language: 'en' });
    const [quotation] = all(parsedHtml(await embed('quotation', source)), 'blockquote');
    expect(quotation!.attributes).toMatchObject({ lang: 'ar', dir: 'auto' });
    expect(all(quotation!, 'p').map(({ attributes }) => attributes)).toEqual([{}, { lang: 'en', dir: 'auto' }]);
  });

  it('has all clauses in order, each with its language and hash', async () => {
    const clauses = [
      { text: 'One', language: 'en' },
      { text: 'Zwei', language: 'de' },
    ];
    const html = parsedHtml(await embed('quotation', await sourceOf({ clauses })));
    const [quotation] = all(html, 'blockquote');
    expect(quotation!.attributes).toMatchObject({ lang: '', 'data-sha256': `${sha256('One')} ${sha256('Zwei')}` });
    expect(
      all(html, 'p')
        .slice(0, 2)
        .map(({ attributes, children }) => [attributes, children]),
    ).toEqual([
      [{ lang: 'en', dir: 'auto' }, ['One']],
      [{ lang: 'de', dir: 'auto' }, ['Zwei']],
    ]);
  });

  it('has the summary and no hash without a clause', async () => {
    const html = parsedHtml(
      await embed('quotation', await sourceOf({}, { content_text: 'The summary', language: 'fr' })),
    );
    expect(all(html, 'blockquote')[0]!.attributes).toMatchObject({ lang: 'fr' });
    expect(all(html, 'blockquote')[0]!.attributes).not.toHaveProperty('data-sha256');
    expect(all(html, 'p').map(textOf)[0]).toBe('The summary');
  });

  it('states that a record was withdrawn', async () => {
    const source = await sourceOf({ status: 'withdrawn', clauses: [{ text: 'x' }] });
    for (const form of ['quotation', 'element', 'iframe', 'markdown', 'text', 'email', 'react'] as const) {
      expect(await embed(form, source), form).toContain('withdrawn');
    }
  });

  it('names the feed and the record when the record has no file of its own', async () => {
    const source = await record('CW-0001', {} as { baseUrl: string });
    const html = parsedHtml(await embed('quotation', source));
    expect(all(html, 'blockquote')[0]!.attributes).toMatchObject({
      'data-src': 'https://clausewatch.example/feeds/clausewatch.json',
      'data-record': 'CW-0001',
    });
  });
});

describe('element', () => {
  it('has its own block, separate from the script', async () => {
    const snippet = await embed('element', await record('CW-0001'), {
      script: 'https://cdn.example/p.js',
      integrity: 'sha384-abc=',
    });
    const html = parsedHtml(snippet);
    const tags = html.children.flatMap((child) => (typeof child === 'string' ? [] : [child.tag]));
    expect(tags).toEqual(['link', 'div', 'script']);
    expect(all(html, 'link')[0]!.attributes).toEqual({
      rel: 'preconnect',
      href: 'https://clausewatch.example',
      crossorigin: 'anonymous',
    });
    expect(all(html, 'script')[0]!.attributes).toEqual({
      async: '',
      src: 'https://cdn.example/p.js',
      integrity: 'sha384-abc=',
      crossorigin: 'anonymous',
    });
    const [card] = all(html, 'provision-card');
    expect(card!.attributes).toEqual({ src: 'https://clausewatch.example/r/CW-0001.json', record: 'CW-0001' });
    // Without the class `provision-embed`, because the quotation inside the card must not be upgraded again.
    expect(all(card!, 'blockquote')[0]!.attributes).not.toHaveProperty('class');
  });

  it('accepts every option', async () => {
    const { attributes } = await one('element', 'CW-0001', 'provision-card', {
      layout: 'full',
      sections: ['summary', 'clause'],
      mode: 'live',
      lang: 'de-ch',
      headingLevel: 2,
      theme: { class: 'broadsheet', 'data-scheme': 'dark' },
      script: false,
    });
    expect(attributes).toEqual({
      src: 'https://clausewatch.example/r/CW-0001.json',
      record: 'CW-0001',
      layout: 'full',
      sections: 'summary clause',
      mode: 'live',
      lang: 'de-CH',
      'heading-level': '2',
      class: 'broadsheet',
      'data-scheme': 'dark',
    });
  });

  it('gives the quotation the same options', async () => {
    const { attributes } = await one('quotation', 'CW-0001', 'blockquote', {
      layout: 'compact',
      lang: 'de',
      mode: 'live',
      theme: { class: 'wire' },
    });
    expect(attributes).toMatchObject({
      class: 'provision-embed wire',
      lang: 'en',
      'data-layout': 'compact',
      'data-lang': 'de',
      'data-mode': 'live',
    });
  });

  it('omits the script when the site has it', async () => {
    expect(await embed('element', await record('CW-0001'), { script: false })).not.toContain('<script');
  });
});

describe('iframe', () => {
  it('has a sandbox, a title and a fallback with quotation and link', async () => {
    const html = parsedHtml(await embed('iframe', await record('CW-0007')));
    const { attributes } = all(html, 'iframe')[0]!;
    expect(attributes).toMatchObject({
      src: 'https://clausewatch.example/e/CW-0007/',
      title: expect.stringMatching(/\S – Clausewatch$/),
      width: '100%',
      sandbox: 'allow-scripts allow-popups allow-popups-to-escape-sandbox',
    });
    expect(Number(attributes['height'])).toBeGreaterThan(300);
    expect(textOf(all(html, 'q')[0]!).length).toBeLessThan(162);
    expect(all(html, 'a')[0]!.attributes['href']).toBe('https://clausewatch.example/r/CW-0007');
  });

  it('cuts a long clause at a word boundary and never within an emoji', async () => {
    const html = parsedHtml(await embed('iframe', await sourceOf({ clauses: [{ text: '💥 boom '.repeat(100) }] })));
    expect(textOf(all(html, 'q')[0]!)).toMatch(/(?:💥 boom )+…$|(?:💥 boom )+💥…$/u);
  });
});

it('writes an e-mail with a badge and its text, without class or script', async () => {
  const snippet = await embed('email', await record('CW-0001'));
  expect(all(parsedHtml(snippet), 'img')[0]!.attributes).toMatchObject({
    src: 'https://clausewatch.example/badge/CW-0001.svg',
    alt: 'Severity: High',
  });
  expect(snippet).not.toMatch(/class=|<script|<style/);
});

it('writes readable Markdown and plain text', async () => {
  const source = await sourceOf(
    {
      clauses: [{ text: 'One * two.\nThree.' }],
      severity: { level: 'medium', label: 'Medium' },
      platform: { name: 'Lumerra' },
      document: { title: 'Terms' },
      provenance: { captured: '2026-05-12' },
    },
    { title: 'A licence' },
  );
  expect(await embed('markdown', source)).toBe(
    [
      '> One \\* two.\\',
      '> Three.',
      '',
      `**A licence** ![Severity: Medium](<https://host.example/badge/CW-1.svg>) Analysis by Test. [Lumerra · Terms, captured 12 May 2026](<${permalink}>)`,
    ].join('\n'),
  );
  expect(await embed('text', source)).toBe(
    `“One * two.\nThree.”\n\nA licence\nSeverity: Medium · Analysis by Test\nLumerra · Terms, captured 12 May 2026\n${permalink}`,
  );
});

describe('embed refuses', () => {
  it('a record without a page', async () => {
    await expect(sourceOf({}, {}, {})).rejects.toThrow(/no "url"/);
  });

  it('an iframe of an unpublished record', async () => {
    await expect(sourceOf({}, { url: permalink }, {}).then((source) => embed('iframe', source))).rejects.toThrow(
      /base URL/,
    );
  });

  it.each<EmbedOptions>([
    { layout: 'huge' as 'full' },
    { mode: 'off' as 'live' },
    { sections: ['a"b'] },
    { lang: 'not a tag' },
    { headingLevel: 1 },
    { theme: { style: 'color: red' } },
    { theme: { onclick: 'x' } },
    { theme: { 'data-src': 'x' } },
    { script: '/relative.js' },
    { script: 'javascript:alert(1)' },
    { script: 'https://cdn.example/p.js', integrity: '"><script>' },
    { width: 0 },
    { height: 1.5 },
  ])('the options %o', async (options) => {
    await expect(embed('element', await record('CW-0001'), options)).rejects.toThrow(EmbedError);
  });
});
