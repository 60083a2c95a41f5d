import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { parse } from 'parse5';
import { describe, expect, it } from 'vitest';
import sample from '../../demo/feeds/clausewatch.json' with { type: 'json' };
import { directionOf } from '../../src/publish/direction.js';
import { all, anyText, hostileTexts, parsedXml, textOf, writable } from '../snippets/support.js';
import type { Element } from '../snippets/support.js';
import { readFeed } from '../feed/support/feeds.js';
import { feedOfRecords, headings, published } from './support.js';

/** Parses the page with an XML parser, and checks that an HTML parser reports no error. */
function readPage(html: string): Element {
  const errors: string[] = [];
  parse(html, { onParseError: ({ code }) => errors.push(code) });
  expect(errors.filter((code) => !/^(?:non|control-)character-/.test(code))).toEqual([]);
  return parsedXml(
    html
      .replace('<!doctype html>', '')
      .replace(/<(script|style)([^>]*)>([\s\S]*?)<\/\1>/g, '<$1$2><![CDATA[$3]]></$1>'),
  );
}

const attributesOf = (root: Element, tag: string) => all(root, tag).map(({ attributes }) => attributes);
const content = (page: Element, name: string) =>
  attributesOf(page, 'meta').find((meta) => (meta['property'] ?? meta['name'] ?? meta['http-equiv']) === name)?.[
    'content'
  ];

const { feed } = readFeed(sample);
const files = await published(feed, { baseUrl: 'https://clausewatch.example' });
const page = readPage(files.get('r/CW-0001/index.html')!);
const frame = readPage(files.get('e/CW-0001/index.html')!);

describe('recordPage', () => {
  it('shows every section of the record in the card’s order', () => {
    expect(headings(page).filter((heading) => /^h[12]/.test(heading))).toEqual([
      'h1 Licence to train image models on uploaded photographs, and to sell them',
      'h2 Why it matters',
      'h2 What it means for you',
      'h2 What you can do',
      'h2 What the document says',
      'h2 How other platforms handle this',
      'h2 What has changed',
      'h2 Agencies',
      'h2 Regulations (2)',
      'h2 Provision details',
      'h2 Citation record',
      'h2 Categories',
      'h2 Related',
      'h2 Notices',
    ]);
  });

  it('shows every text of the record and its notices, except the publisher’s promotions', () => {
    for (const item of feed.items) {
      const text = textOf(all(readPage(files.get(`r/${item.id}/index.html`)!), 'body')[0]!).replace(/\s+/g, ' ');
      const { promotions: _, changes: __, comparisons: ___, prevalence: ____, ...details } = item._provision;
      const found = (value: unknown, member: string): void => {
        if (typeof value === 'string') {
          // Members that a page does not show as text: dates, tokens, locators, duplicates, and values that another member
          // expresses.
          const skipped =
            /^(?:last_\w+|captured|first_\w+|analysis_\w+|accessed|clause_type|level|slug|code|type|exact|prefix|suffix|csl|language|record_id|status|url|citation|complaint_url|source_url|scope)$/;
          if (!skipped.test(member)) expect(text, `${item.id} ${member}`).toContain(value.replace(/\s+/g, ' ').trim());
        } else if (typeof value === 'object' && value !== null) {
          for (const [name, inner] of Object.entries(value)) {
            if (!['csl', 'selector', 'hostnames', 'faqs', 'institutional_analysis'].includes(name)) {
              found(inner, Array.isArray(value) ? member : name);
            }
          }
        }
      };
      found(details, '');
    }
  });

  it('runs no script, and allows its style by hash', () => {
    expect(all(page, 'script').map(({ attributes }) => attributes['type'])).toEqual(['application/ld+json']);
    const style = textOf(all(page, 'style')[0]!);
    const hash = createHash('sha256').update(style).digest('base64');
    expect(content(page, 'Content-Security-Policy')).toBe(
      `default-src 'none'; style-src 'sha256-${hash}'; img-src data:; base-uri 'none'; form-action 'none'`,
    );
    expect(style).not.toContain('</');
    expect(files.get('r/CW-0001/index.html')).not.toMatch(/ style="| on[a-z]+="/);
  });

  it('describes itself to other sites', () => {
    expect(content(page, 'og:title')).toBe('Licence to train image models on uploaded photographs, and to sell them');
    expect(content(page, 'og:url')).toBe('https://clausewatch.example/r/CW-0001');
    expect(content(page, 'og:type')).toBe('article');
    expect(content(page, 'og:site_name')).toBe('Clausewatch');
    const links = Object.fromEntries(
      attributesOf(page, 'link').map(({ rel, type = '', href }) => [`${rel} ${type}`.trim(), href]),
    );
    expect(links).toMatchObject({
      canonical: 'https://clausewatch.example/r/CW-0001',
      'alternate application/json+oembed': 'https://clausewatch.example/oembed/CW-0001.json',
      'alternate application/feed+json': 'https://clausewatch.example/r/CW-0001.json',
    });
    const data = JSON.parse(textOf(all(page, 'script')[0]!));
    expect(data).toMatchObject({
      '@type': 'Quotation',
      text: feed.items[0]!._provision.clauses![0]!.text,
      inLanguage: 'en',
      creator: { name: 'Lumerra' },
      isPartOf: { name: 'Terms of Service' },
    });
  });

  it('marks the language and direction of its content', () => {
    const arabic = readPage(files.get('r/CW-0012/index.html')!);
    expect(all(arabic, 'html')[0]!.attributes).toEqual({ lang: 'ar', dir: 'rtl' });
    expect(all(page, 'html')[0]!.attributes).toEqual({ lang: 'en', dir: 'ltr' });
    expect(all(arabic, 'article')[0]!.attributes).toMatchObject({ lang: 'ar', dir: 'rtl' });
    expect(all(all(arabic, 'blockquote')[0]!, 'p')[0]!.attributes).toEqual({ lang: 'ar', dir: 'auto' });
    expect(all(all(arabic, 'h2')[0]!, 'bdi')[0]!.attributes).toEqual({ lang: 'ar' });
  });

  it('uses the publisher’s locale regardless of the record’s language', async () => {
    const german = await published(feed, { baseUrl: 'https://clausewatch.example', lang: 'de-AT' });
    for (const id of ['CW-0001', 'CW-0012']) {
      const own = readPage(german.get(`r/${id}/index.html`)!);
      expect(all(own, 'html')[0]!.attributes).toEqual({ lang: 'de', dir: 'ltr' });
      expect(headings(own)).toContain('h2 Warum das wichtig ist');
      expect(textOf(all(own, 'body')[0]!)).not.toMatch(/Severity|View in|What the document says/);
    }
    expect(JSON.parse(german.get('oembed/CW-0012.json')!).html).toContain('erfasst am');
    await expect(published(feed, { lang: 'no tag' })).rejects.toThrow(/lang/);
  });

  it('links to the clause’s place in its document', () => {
    const [section] = all(page, 'section').filter(({ attributes }) => attributes['class'] === 'platform');
    expect(attributesOf(section!, 'a')[0]!['href']).toMatch(/^https:\/\/lumerra\.example\/terms#:~:text=/);
  });

  it('becomes the card’s fallback with a script, in one outline', async () => {
    const options = { script: 'https://cdn.example/x/provision-embed.js', integrity: 'sha384-abc=' };
    const interactive = readPage((await published(feed, options)).get('r/CW-0001/index.html')!);
    expect(attributesOf(interactive, 'provision-card')).toEqual([
      { src: 'https://host.example/r/CW-0001.json', record: 'CW-0001', layout: 'full', 'heading-level': '2' },
    ]);
    expect(headings(interactive).slice(0, 3)).toEqual([
      'h1 Clausewatch',
      'h2 Licence to train image models on uploaded photographs, and to sell them',
      'h3 Why it matters',
    ]);
    expect(content(interactive, 'Content-Security-Policy')).toContain('script-src https://cdn.example/x/;');
  });
});

describe('framePage', () => {
  it('is complete without a script, has a title, and its links leave the frame', () => {
    expect(headings(frame)).toEqual([
      'h1 Licence to train image models on uploaded photographs, and to sell them',
      'h2 Why it matters',
      'h2 What it means for you',
      'h2 What the document says',
      'h2 How other platforms handle this',
    ]);
    expect(textOf(all(frame, 'title')[0]!)).toMatch(/– Lumerra · Terms of Service – Clausewatch$/);
    expect(attributesOf(frame, 'base')).toEqual([{ target: '_blank' }]);
    expect(all(frame, 'a').map(({ attributes }) => attributes['href'])).toContain(
      'https://clausewatch.example/r/CW-0001',
    );
    expect(textOf(all(frame, 'footer')[0]!)).toContain('no legal advice');
  });

  it('runs its own script only', () => {
    const script = textOf(all(frame, 'script')[0]!);
    const hash = createHash('sha256').update(script).digest('base64');
    expect(content(frame, 'Content-Security-Policy')).toContain(`script-src 'sha256-${hash}';`);
    expect(content(frame, 'Content-Security-Policy')).toContain("default-src 'none'");
    expect(all(frame, 'script')).toHaveLength(1);
  });
});

describe('badgeSvg', () => {
  const badge = files.get('badge/CW-0012.svg')!;
  it('has a title and its word, and nothing that mail programs refuse', () => {
    const svg = parsedXml(badge).children[0] as Element;
    expect(svg.attributes).toMatchObject({ role: 'img', 'xml:lang': 'ar' });
    expect(textOf(all(svg, 'title')[0]!)).toBe('الخطورة: متوسطة – استخدام الدفاتر المشتركة في تدريب النماذج');
    expect(textOf(all(svg, 'text')[0]!)).toBe('متوسطة');
    expect(all(svg, 'text')[0]!.attributes['direction']).toBe('rtl');
    for (const one of [...files].filter(([path]) => path.endsWith('.svg')).map(([, text]) => text)) {
      expect(one).not.toMatch(
        /<(?:script|style|foreignObject|image|use|a|animate)\b|href|url\(|style=|class=|\son\w+=/i,
      );
    }
  });

  it('returns undefined without a severity', async () => {
    expect((await published(feedOfRecords({}))).has('badge/A-1.svg')).toBe(false);
  });

  it('cuts a long label, and keeps it whole in its title', async () => {
    const label = 'A label as nobody should write it, because it does not fit on a badge';
    const svg = parsedXml((await published(feedOfRecords({ severity: { label } }))).get('badge/A-1.svg')!);
    expect(textOf(all(svg, 'title')[0]!)).toBe(`Severity: ${label}`);
    expect(textOf(all(svg, 'text')[0]!)).toBe('A label as nobody should write it, becau…');
  });
});

describe('hostile texts', () => {
  const tags =
    'html head meta title link script style body header main article p h1 h2 h3 dl div dt dd span svg path section blockquote bdi b cite a ul li code footer'.split(
      ' ',
    );

  /** @param text is put in every text member; `others` are added to the clauses */
  async function check(text: string, others: readonly string[] = []) {
    const entry = { title: text, text, url: 'https://a.example/' };
    const record = {
      id: text,
      title: text,
      content_text: text,
      platform: { name: text },
      document: { id: text, title: text },
      status_note: text,
      clause_type: text,
      severity: { level: text, label: text, text },
      confidence: { label: text },
      prevalence: { label: text, text },
      why_it_matters: text,
      consumer_impact: text,
      actions: [entry],
      clauses: [text, ...others].map((one) => ({ text: one, attribution: text })),
      comparisons: {
        items: [{ platform: { name: text }, excerpt: text, severity: { label: text } }],
        distribution: { [text]: 1, high: 2 },
      },
      institutional_analysis: { sections: [{ heading: text, text, rating: { label: text } }] },
      agencies: [{ name: text, text }],
      regulations: [{ name: text, jurisdiction: { label: text } }],
      changes: [{ kind: text, summary: text, from: { text }, to: { text } }],
      faqs: [{ question: text, answer: `${text}.` }],
      related: [entry],
      other_risks: [{ ...entry, severity: { label: text } }],
      notices: { disclaimer: text, actions: text, affiliation: text, citation: text, built_from: text },
    };
    for (const [path, file] of await published(feedOfRecords(record))) {
      if (path.endsWith('.json')) {
        JSON.parse(file);
        continue;
      }
      if (path.endsWith('.svg')) {
        expect(textOf(all(parsedXml(file), 'title')[0]!)).toBe(writable(`Severity: ${text} – ${text}`));
        continue;
      }
      const read = readPage(file);
      const look = (element: Element): void => {
        for (const child of element.children) {
          if (typeof child === 'string') continue;
          expect([...tags, 'base']).toContain(child.tag);
          for (const [name, value] of Object.entries(child.attributes)) {
            expect(name).not.toMatch(/^on|^style$|^srcdoc$/);
            if (name === 'href') expect(value).toMatch(/^https?:\/\/|^data:,$/);
          }
          look(child);
        }
      };
      look(read);
      const [quotation] = all(read, 'blockquote');
      expect(all(quotation!, 'p').map(textOf)).toEqual([text, ...others].map(writable));
      expect(textOf(all(read, 'h1')[0]!)).toBe(writable(text));
    }
  }

  it('stay text in every place', async () => {
    const texts = hostileTexts();
    for (let at = 0; at < texts.length; at += 10) await check(texts[at]!, texts.slice(at + 1, at + 10));
  });

  it('stay text for arbitrary input', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, (text) => check(text)),
      { numRuns: 60 },
    );
  });
});

it('directionOf returns the direction of a language', () => {
  expect(
    ['ar', 'he', 'fa-IR', 'ur', 'dv', 'az-Arab', 'yi', 'ckb', 'ar-Latn', 'en', 'zh', 'und'].map(directionOf),
  ).toEqual([...Array<string>(8).fill('rtl'), ...Array<string>(4).fill('ltr')]);
  expect(directionOf(undefined)).toBeUndefined();
});
