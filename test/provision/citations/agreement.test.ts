/**
 * Our citations equal what a CSL processor makes of our CSL-JSON, with these exceptions:
 * - case: Chicago's style sets titles in headline case, APA's style the site and the number. We keep the case of names
 *   and titles, as feed.md requires. The test therefore compares texts without case, and ours with the title as given;
 * - the style takes some ids for numerals, writes "No." before them and turns their hyphens into dashes. We keep an id
 *   unchanged, because readers search for it;
 * - our Chicago ends a record without a URL with its id; the style prints no `number` for a web page;
 * - members of `citation.csl` that the manuals do not list for a web page (publisher, genre, archive) are in the
 *   CSL-JSON only.
 */
import { describe, expect, test } from 'vitest';
import {
  apa,
  chicagoBibliography,
  chicagoNote,
  citationData,
  cslJson,
} from '../../../src/provision/citations/index.js';
import type { CitationData } from '../../../src/provision/citations/index.js';
import { parseFeed } from '../../../src/feed/index.js';
import { provisionData } from '../../support/data.js';
import { apaStyle, processor, readChicagoStyle } from './processors.js';
import type { CslItem } from './processors.js';
import { accessed, cite, record } from './records.js';

const processApa = processor(apaStyle);
const processChicago = processor(readChicagoStyle());

const nothing = undefined;
const authors = (...names: string[]) => ({ authors: names.map((name) => ({ name })) });
const many = (count: number) => authors(...Array.from({ length: count }, (_, index) => `Analyst ${index + 1}`));
const csl = (members: object) => ({ citation: { csl: members } });

const records: Readonly<Record<string, unknown>> = {
  complete: record({}),
  'author is the site': record({}, authors('Terms Watch')),
  'author is the site, in other letters': record({}, authors('terms watch')),
  'no author': record({}, { authors: nothing }),
  'no site': record({}, { title: nothing }),
  'neither author nor site': record({}, { authors: nothing, title: nothing }),
  'no date': record({ date_published: nothing }, {}, { provenance: nothing }),
  'no date, author is the site': record({ date_published: nothing }, authors('Terms Watch'), { provenance: nothing }),
  'date modified': record({ date_published: nothing, date_modified: '2026-05-13T23:30:00-05:00' }),
  'date captured': record({ date_published: nothing }),
  'no URL': record({ url: nothing }),
  'no URL, no date': record({ url: nothing, date_published: nothing }, {}, { provenance: nothing }),
  'no title': record({ title: nothing }),
  'neither title nor platform': record({ title: nothing }, {}, { platform: nothing }),
  'nothing but an id': { items: [{ id: 'x' }] },
  'nothing but an id and a site': { title: 'Terms Watch', items: [{ id: 'x' }] },
  'a number for an id': record({ id: 12 }),
  'its URL for an id': record({ id: 'https://watch.example/r/TW-7' }),
  'one author': record({}, authors('Acme Institute')),
  'three authors': record({}, many(3)),
  'four authors': record({}, many(4)),
  'ten authors': record({}, many(10)),
  'eleven authors': record({}, many(11)),
  'twenty authors': record({}, many(20)),
  'twenty-one authors': record({}, many(21)),
  'author with a full stop': record({}, authors('Acme Inc.')),
  'author with a comma': record({}, authors('Acme, Inc.')),
  'author with a question mark': record({}, authors('Who Owns It?')),
  'site with a full stop': record({}, { title: 'Acme Inc.' }),
  'site with an exclamation mark': record({}, { title: 'Terms!' }),
  'title with a question mark': record({ title: 'Who owns your photos?' }),
  'title with a full stop': record({ title: 'Nobody knows.' }),
  'title with straight quotes': record({ title: 'The "opt-out" that is none' }),
  'title with curly quotes': record({ title: 'The “opt-out” that is none' }),
  'title with single quotes': record({ title: 'The ‘opt-out’ of the users’ choice' }),
  'title with quotes in quotes': record({ title: 'What “we may ‘improve’ it” means' }),
  'title that ends with a quote': record({ title: 'They call it "improvement"' }),
  'title that is a quote': record({ title: '“Improvement”' }),
  'title that ends with a quoted question': record({ title: 'Clauses that say “why not?”' }),
  'title that ends with an apostrophe': record({ title: 'Whose rights? The users’' }),
  'title with an apostrophe': record({ title: "Anthropic's opt-out" }),
  'title with inches': record({ title: 'A 15" screen of clauses' }),
  'title with LaTeX': record({ title: 'Fees of $5 & up: 100% {sic} #1 a_b \\x' }),
  'a person': record({}, {}, csl({ author: [{ family: 'Doe', given: 'Jane Mary' }] })),
  'two persons': record(
    {},
    {},
    csl({
      author: [
        { family: 'Doe', given: 'Jane' },
        { family: 'Roe', given: 'Jean-Paul' },
      ],
    }),
  ),
  'three persons': record(
    {},
    {},
    csl({
      author: [
        { family: 'Doe', given: 'J. M.' },
        { family: 'Roe', given: 'Rudi' },
        { family: 'Poe', given: 'Äsa' },
      ],
    }),
  ),
  'a Chinese name': record({}, {}, csl({ author: [{ family: '王', given: '小明' }] })),
  'citation.csl': record(
    {},
    {},
    csl({
      title: 'Waiver',
      'container-title': 'The Watch',
      number: '7',
      URL: 'https://watch.example/x',
      issued: { raw: '2026-01-02' },
    }),
  ),
  'a month': record({}, {}, csl({ issued: { 'date-parts': [[2026, 5]] } })),
  'a year': record({}, {}, csl({ issued: { 'date-parts': [[2026]] } })),
  'a literal date': record({}, {}, csl({ issued: { literal: 'Spring 2026' } })),
};

function compare(data: CitationData): void {
  const [item] = JSON.parse(cslJson(data)) as [CslItem];
  const chicago = processChicago(item);
  expect(asNumeral(apa(data), data)).toBe(asNumeral(processApa(item).entry, data));
  expect(folded(withoutNumber(chicagoNote(data), data))).toBe(folded(chicago.note));
  expect(folded(withoutNumber(chicagoBibliography(data), data))).toBe(folded(chicago.entry));
}

function folded(text: string): string {
  return text.toLowerCase();
}

/** Folds a citation, with an id in parentheses as if the style had taken it for a numeral. */
function asNumeral(text: string, { number }: CitationData): string {
  if (!number) return folded(text);
  const given = folded(number);
  const numeral = given.replaceAll('-', '–');
  return folded(text).replaceAll(`(${given})`, `(no. ${numeral})`).replaceAll(`(${numeral})`, `(no. ${numeral})`);
}

function withoutNumber(text: string, { url, number }: CitationData): string {
  if (url || !number) return text;
  expect(text.toLowerCase()).toContain(` record ${number.toLowerCase()}`);
  return text.replace(/(?:[.,]) record [^ ]+$/i, '.');
}

describe('a CSL processor prints the same citation', () => {
  test.each(Object.entries(records))('for %s', (_name, feed) => compare(cite(feed)));
});

describe.each(['seed-1.json', 'seed-2.json', 'edge-cases.json', 'versions-feed.json', 'privacyspy-feed.json'])(
  '%s',
  (name) => {
    const feed = provisionData(name);

    test.skipIf(feed === undefined)(
      'a CSL processor prints the same citation for real records',
      () => {
        const parsed = parseFeed(feed);
        if (!parsed.ok) throw parsed.error;
        const step = Math.ceil(parsed.feed.items.length / 40);
        const sample = parsed.feed.items.filter((_, index) => index % step === 0);
        expect(sample).not.toHaveLength(0);
        for (const provision of sample) compare(citationData({ provision, feed: parsed.feed, accessed }));
      },
      30_000,
    );
  },
);
