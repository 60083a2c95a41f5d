import { afterEach, describe, expect, it } from 'vitest';
import type { PluralForms } from '../../src/i18n/format.js';
import { en } from '../../src/i18n/locales/en.js';
import { readData } from '../support/browser-data.js';
import { asHeard, heard, outline } from './support/heard.js';
import { clear, part, show, tags } from './support/page.js';

interface Rating {
  readonly level?: string;
  readonly label?: string;
}

interface Item {
  readonly id: string;
  readonly title?: string;
  readonly content_text?: string;
  readonly language?: string;
  readonly _case?: { readonly problem: string };
  readonly _provision: {
    readonly platform?: { readonly name?: string; readonly slug?: string };
    readonly document?: { readonly title?: string };
    readonly severity?: Rating;
    readonly confidence?: Rating;
    readonly basis?: Rating;
    readonly prevalence?: { readonly label?: string; readonly text?: string };
    readonly why_it_matters?: string;
    readonly consumer_impact?: string;
    readonly clauses?: readonly { readonly text: string; readonly attribution?: string; readonly language?: string }[];
    readonly comparisons?: {
      readonly items?: readonly {
        readonly platform?: { readonly name?: string };
        readonly severity?: Rating;
        readonly excerpt?: string;
        readonly truncated?: boolean;
      }[];
    };
    readonly notices?: { readonly disclaimer?: string };
  };
}

interface Feed {
  readonly title: string;
  readonly items: readonly Item[];
}

const seed = (await readData('seed-feed.json')) as Feed | undefined;
const edges = (await readData('edge-cases.json')) as Feed | undefined;
const records = [seed, edges].flatMap((feed) => feed?.items.map((item) => [item.id, item, feed] as const) ?? []);

/** Returns every string of a feed, with white space as in `heard`. */
function stringsOf(value: unknown): string[] {
  if (typeof value === 'string') return [asHeard(value)];
  return typeof value === 'object' && value !== null
    ? Object.values(value as Record<string, unknown>).flatMap(stringsOf)
    : [];
}

const given = (...values: readonly (string | undefined)[]) =>
  values.flatMap((value) => (value === undefined || !/\S/.test(value) ? [] : [asHeard(value)]));

/** Returns the words of a truncated excerpt without the last one. */
const begins = (excerpt: string) => asHeard(excerpt).split(' ').slice(0, -1).join(' ');

/** Returns all texts of a record that the layout article shows. */
function dataOf({ id, title, content_text, _provision: it }: Item): readonly string[] {
  return [
    ...given(id, title, content_text, it.document?.title, it.platform?.name ?? it.platform?.slug),
    ...given(it.severity?.label, it.confidence?.label, it.basis?.label, it.prevalence?.label, it.prevalence?.text),
    ...given(it.why_it_matters, it.consumer_impact, it.notices?.disclaimer),
    ...(it.clauses ?? []).flatMap(({ text, attribution }) => given(text, attribution)),
    ...(it.comparisons?.items ?? [])
      .slice(0, 3)
      .flatMap(({ platform, severity, excerpt, truncated }) =>
        given(platform?.name, severity?.label, excerpt && truncated ? begins(excerpt) : excerpt),
      ),
  ];
}

/** A placeholder for any argument of a message: a text, or a number with its plural. */
const anything = Object.assign(new String('\u0001'), { n: '\u0001', plural: (forms: PluralForms) => forms.other });

/** Our messages as patterns; their arguments must come from the feed. */
const ours = Object.values<string | ((...parts: never[]) => string)>(en as never)
  .filter((words) => words !== en.locale && words !== en.colon)
  .flatMap((words) => {
    if (typeof words === 'string') return [words];
    const say = words as (...parts: unknown[]) => string;
    return [[anything, anything], [anything]].flatMap((parts) => {
      try {
        return [say(...parts)];
      } catch {
        // It takes two platforms.
        return [];
      }
    });
  })
  .map((said) => {
    const escaped = said.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&').replaceAll('\u0001', '(.+?)');
    return new RegExp(`^${escaped}$`, 's');
  });

const isDate = (words: string) => /^(\w+ \d{1,2}, \d{4})( at \d\d:\d\d(:\d\d)? UTC)?$/.test(words);

/** Whether a visible string comes from the record, or is a message around a part of the record. */
function isFromFeed(words: string, strings: ReadonlySet<string>): boolean {
  const cut = words.endsWith('…') ? words.slice(0, -1) : undefined;
  return (
    strings.has(words) ||
    (cut !== undefined && [...strings].some((string) => string.startsWith(cut))) ||
    (words.includes(' · ') && words.split(' · ').every((piece) => strings.has(piece)))
  );
}

function isOurs(words: string, strings: ReadonlySet<string>): boolean {
  return ours.some((pattern) =>
    pattern
      .exec(words)
      ?.slice(1)
      .every((piece) => isDate(piece) || /^[\d,]+$/.test(piece) || isFromFeed(piece, strings)),
  );
}

function visibleStrings(element: Element): readonly string[] {
  const walker = document.createTreeWalker(element.shadowRoot!, NodeFilter.SHOW_TEXT);
  const found: string[] = [];
  while (walker.nextNode()) {
    const words = asHeard(walker.currentNode.textContent!);
    // Punctuation between two messages makes no claim.
    if (/[^:,.·]/.test(words) && walker.currentNode.parentElement?.checkVisibility()) found.push(words);
  }
  return found;
}

afterEach(clear);

it('the real records exist, or are skipped', () => {
  if (edges) expect(edges.items).toHaveLength(16);
  if (seed) expect(seed.items).toHaveLength(2);
});

describe.skipIf(!records.length)('a real record', () => {
  it.each(records)(
    '%s: everything that the layout article shows is in the accessibility tree',
    async (record, item, feed) => {
      const words = heard(await show('provision-card', feed, { record }));
      for (const datum of dataOf(item)) expect(words).toContain(datum);
    },
  );

  it.each(records)('%s: the layout compact shows heading, badge and summary', async (record, item, feed) => {
    const words = heard(await show('provision-card', feed, { record, layout: 'compact' }));
    const { severity, notices } = item._provision;
    for (const datum of given(item.title, item.content_text, severity?.label, notices?.disclaimer)) {
      expect(words).toContain(datum);
    }
  });

  it.each(records)('%s: nothing visible is invented, empty or a leftover of code', async (record, item, feed) => {
    const strings = new Set(stringsOf([{ ...feed, items: [] }, item]));
    for (const tag of tags) {
      const element = await show(tag, feed, { record, headingLevel: 2 });
      for (const words of visibleStrings(element)) {
        expect(words).not.toMatch(/\bundefined\b|\bnull\b|\[object|\bNaN\b|Invalid Date/);
        expect(isFromFeed(words, strings) || isOurs(words, strings), `invented: ${words}`).toBe(true);
      }
      for (const heading of element.shadowRoot!.querySelectorAll('[role=heading]')) {
        if (heading.checkVisibility()) expect(heading.textContent).toMatch(/\S/);
      }
    }
  });

  it.each(records)('%s: no heading is empty', async (record, _, feed) => {
    const lines = outline(await show('provision-card', feed, { record })).split('\n');
    const isHeading = (line = '') => /^ *- heading "/.test(line);
    for (const [index, line] of lines.entries()) {
      if (isHeading(line) && line.includes('[level=4]'))
        expect(isHeading(lines[index + 1] ?? '- heading "'), line).toBe(false);
    }
  });

  it.each(records)('%s: its markup is shown as characters', async (record, item, feed) => {
    const element = await show('provision-card', feed, { record });
    const html = (item._provision.clauses ?? []).flatMap(({ text }) => text.match(/<[^>\s]*>?|&\w+;/g) ?? []);
    for (const characters of html) expect(part(element, 'quotation').textContent).toContain(characters);
    const own = new Set([
      'article',
      'div',
      'p',
      'span',
      'dl',
      'dt',
      'dd',
      'b',
      'bdi',
      'cite',
      'blockquote',
      'ul',
      'li',
      'a',
      'button',
      'slot',
      'svg',
      'path',
      'style',
    ]);
    for (const { localName } of element.shadowRoot!.querySelectorAll('*')) expect(own).toContain(localName);
  });
});

const edge = (problem: string) => edges?.items.find(({ _case }) => _case?.problem === problem);
const edgeCard = (problem: string) => show('provision-card', edges, { record: edge(problem)?.id });

describe.skipIf(!edges)('hard cases from real data', () => {
  it('several quotes for one provision are all shown, in order', async () => {
    const card = await edgeCard('several quotes for one provision');
    const shown = [...part(card, 'quotation').querySelectorAll('p')].map(({ textContent }) => textContent);
    expect(shown).toEqual(edge('several quotes for one provision')!._provision.clauses!.map(({ text }) => text));
  });

  it('a quote that is only a URL is not linked, and not wider than the card', async () => {
    document.body.style.setProperty('width', '320px');
    const card = await edgeCard('quote that is only a URL');
    expect(part(card, 'quotation').querySelector('a')).toBeNull();
    expect(part(card, 'base').scrollWidth).toBeLessThanOrEqual(320);
  });

  it('a Polish clause and its analysis have lang=pl', async () => {
    const card = await edgeCard('Polish clause');
    expect(part(card, 'quotation').querySelector('p')!.lang).toBe('pl');
    expect(part(card, 'summary').querySelector('p')!.lang).toBe('pl');
  });

  it('a platform without a name is called by its slug', async () => {
    expect(part(await edgeCard('platform without a name'), 'kicker').textContent).toBe('10minutemail · Privacy Policy');
  });

  it('the longest explanation is folded, complete in the accessibility tree, and can be opened', async () => {
    const card = await edgeCard('longest explanation');
    const button = part(card, 'summary').querySelector('button')!;
    expect(button.getAttribute('aria-expanded')).toBe('false');
    expect(heard(card)).toContain(asHeard(edge('longest explanation')!.content_text!));
    expect(part(card, 'summary').clientHeight).toBeLessThan(600);
  });

  it('a record without an explanation has no summary', async () => {
    expect((await edgeCard('no explanation')).shadowRoot!.querySelector('[part=summary]')).toBeNull();
  });

  it('Arabic in a left-to-right quote does not change the direction of the words after the quotation', async () => {
    const quotation = part(await edgeCard('Arabic inside a left-to-right quote'), 'quotation');
    const box = getComputedStyle(quotation.querySelector('p')!);
    // A block is isolated; an inline box would need unicode-bidi.
    expect(box.display).toBe('block');
    expect(box.direction).toBe('ltr');
  });

  it('every item keeps its wording to the letter, including curly quotes, emoji, Markdown and line breaks', async () => {
    for (const { id, _provision } of edges!.items) {
      const card = await show('provision-card', edges, { record: id });
      const shown = [...part(card, 'quotation').querySelectorAll('p[lang]')].map(({ textContent }) => textContent);
      expect(shown).toEqual(_provision.clauses!.map(({ text }) => text));
      clear();
    }
  });
});

describe.skipIf(!seed)('the seed records', () => {
  const first = () => show('provision-card', seed, { record: 'CA-P-011793' });

  it('show "Unique · 0 of 343 platforms" next to three excerpts, each as given', async () => {
    const card = await first();
    expect(heard(part(card, 'comparison'))).toContain('0 of 343 platforms');
    expect(card.shadowRoot!.querySelectorAll('[part=row]')).toHaveLength(3);
    expect(heard(card)).not.toContain('3 of');
  });

  it('have the severity Medium, whatever the institutional analysis calls the governance exposure', async () => {
    const card = await first();
    expect([...part(card, 'badge').part]).toContain('badge-medium');
    expect(heard(card)).not.toContain('Medium-High');
  });

  it('end each truncated excerpt at a complete word and label it', async () => {
    const card = await first();
    const excerpts = [...card.shadowRoot!.querySelectorAll('[part=excerpt]')].map(({ textContent }) =>
      textContent.trim(),
    );
    expect(excerpts.map((text) => text.slice(-20))).toEqual([
      expect.stringMatching(/personal…$/),
      expect.stringMatching(/your…$/),
      expect.stringMatching(/(have|you)…$/),
    ]);
    expect(heard(card).match(/Excerpt cut/g)).toHaveLength(3);
  });

  it('are complete without a title, a severity or names in the comparison', async () => {
    const card = await show('provision-card', seed, { record: 'capture-002_845501f42fdf7dbb' });
    expect(part(card, 'heading').textContent.trim()).toBe('Anthropic · Claude.ai Terms of Service');
    expect(card.shadowRoot!.querySelector('[part~=badge]')).toBeNull();
    // The button that opens an excerpt repeats the name.
    expect(heard(card).match(/Unnamed platform/g)).toHaveLength(6);
    expect(card.shadowRoot!.querySelector('[part=row] a')).toBeNull();
  });

  it('show dates as written, wherever the reader is', async () => {
    expect(heard(await first())).toMatch(/Captured May 12, 2026(?! at)/);
  });
});
