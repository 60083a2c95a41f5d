import { describe, expect, it } from 'vitest';
import { importPrivacySpy } from '../../src/import/privacyspy.js';
import { importTosdr } from '../../src/import/tosdr.js';
import { importUnfairTos } from '../../src/import/unfair-tos.js';
import { placeText } from '../../src/import/types.js';
import { filesBelow, importData } from '../support/import-data.js';
import { expectCleanFeed } from './support.js';

describe('importPrivacySpy', () => {
  const rubric = `slug = "ads"
text = "Are there ads?"
category = "handling"
notes = ["See [the law](https://law.example/)."]
[[options]]
id = "no"
text = "No"
percent = 100
[[options]]
id = "yes"
text = "Yes"
percent = 0
`;
  const product = (value: string) => `name = "Acme & Co"
slug = "acme"
hostnames = ["acme.example"]
sources = ["https://acme.example/privacy"]
[rubric.ads]
value = "${value}"
citations = ["We &amp; our partners show <b>ads</b> to the user\\\\x92s friends.", "More *ads*."]
notes = ["Found [here](https://acme.example/ads)."]
`;
  const files = (value: string) => [
    { path: 'rubric/ads.toml', text: rubric },
    { path: 'products/acme.toml', text: product(value) },
  ];

  it('makes a plain-text record of each answer, with a derived severity', () => {
    const result = importPrivacySpy(files('yes'));
    expectCleanFeed(result);
    expect(result.feed).toMatchObject({
      _provision_feed: { source: { licence: 'CC BY 4.0', attribution: 'PrivacySpy (Politiwatch)' } },
      items: [
        {
          id: 'privacyspy-acme-ads',
          url: 'https://privacyspy.org/product/acme/',
          content_text: 'PrivacySpy’s answer: Yes.',
          _provision: {
            severity: { level: 'high' },
            basis: { level: 'derived', text: 'PrivacySpy answers “Yes”, which has 0 % of the points.' },
            consumer_impact: 'Found here (https://acme.example/ads).',
            clauses: [{ text: 'We & our partners show ads to the user’s friends.' }, { text: 'More ads.' }],
          },
        },
      ],
    });
  });

  it('reports an answer that is missing in the rubric', () => {
    expect(() => importPrivacySpy(files('maybe'))).toThrow('No product has an answer');
  });

  it('names line and column of invalid TOML', () => {
    let place = '';
    try {
      importPrivacySpy([{ path: 'products/acme.toml', text: 'name = "Acme"\nslug = acme\n' }]);
    } catch (error) {
      place = placeText((error as { place: object }).place);
    }
    expect(place).toMatch(/^products\/acme\.toml:2:\d+$/);
  });
});

describe('importTosdr', () => {
  const service = (points: Record<string, object>) => ({
    path: 'services/acmehub.json',
    text: JSON.stringify({
      urls: ['acmehub.example'],
      links: { Terms: { name: 'Terms', url: 'https://acmehub.example/t' } },
      points: [],
      pointsData: points,
    }),
  });
  const point = (extra: object, rating: object = {}) => ({
    id: '12',
    title: 'You &amp; your data',
    quoteDoc: 'Terms',
    quoteText: '<p>AcmeHub keeps a &lt; b</p>\n<li>and more',
    tosdr: { point: 'bad', score: 50, case: 'Data is kept', tldr: 'Generated through the annotate view', ...rating },
    ...extra,
  });

  it('makes a record of each point, with the service’s own spelling', () => {
    const result = importTosdr([service({ 12: point({}) })]);
    expectCleanFeed(result);
    expect(result.feed.items).toMatchObject([
      {
        id: 'tosdr-12',
        title: 'You & your data',
        content_text: 'Data is kept',
        _provision: {
          platform: { name: 'AcmeHub' },
          document: { title: 'Terms', url: 'https://acmehub.example/t' },
          severity: { level: 'medium' },
          basis: { level: 'derived', text: 'ToS;DR rates this point “bad”, with a score of 50.' },
          clauses: [{ text: 'AcmeHub keeps a < b\n\nand more' }],
        },
      },
    ]);
  });

  it.each([
    ['We may\nshare.\n\nAnd sell.', 'We may share.\n\nAnd sell.'],
    ['Maintain &amp. improve, R&amp D', 'Maintain & improve, R& D'],
    ['&lt;p&gt;Twice &amp;lt; encoded&lt;/p&gt;', 'Twice < encoded'],
  ])('reads the quotation %j as text', (quoteText, text) => {
    expect(importTosdr([service({ 12: point({ quoteText }) })]).feed.items[0]?._provision.clauses?.[0]?.text).toBe(
      text,
    );
  });

  it('does not repeat the title when there is no summary', () => {
    const result = importTosdr([service({ 12: point({ title: 'Data is kept' }) })]);
    expect(result.feed.items[0]?.content_text).toBe('ToS;DR rates this point as bad.');
  });

  it('reports and leaves out a point marked as irrelevant', () => {
    const result = importTosdr([service({ 12: point({}), 13: point({ id: '13' }, { irrelevant: true }) })]);
    expect(result.feed.items).toHaveLength(1);
    expect(result.notes).toMatchObject([{ message: 'Point 13 is marked as irrelevant by ToS;DR: no record.' }]);
  });

  it('names line and column of invalid JSON', () => {
    expect(() => importTosdr([{ path: 'a.json', text: '{\n"a": x}' }])).toThrow(
      expect.objectContaining({ place: { file: 'a.json', line: 2, column: 6 } }),
    );
  });
});

describe('importUnfairTos', () => {
  const pair = (sentences: string, tags: string) => [
    { path: 'x/sentences/de/original/Acme_Shop.txt', text: sentences },
    { path: 'x/tags/de/original/Acme_Shop.txt', text: tags },
  ];

  it('makes a record of each tag of each sentence, in the document’s language', () => {
    const result = importUnfairTos(pair('Eins.\nWir ändern alles.\n', '\na3 ch2\n'));
    expectCleanFeed(result);
    expect(result.feed.items).toMatchObject([
      {
        id: 'unfair-tos-acme-shop-de-a',
        title: 'Acme Shop: Arbitration',
        language: 'en',
        _provision: { severity: { level: 'high' }, clauses: [{ language: 'de' }] },
      },
      {
        id: 'unfair-tos-acme-shop-de-ch',
        _provision: { severity: { level: 'medium' }, clauses: [{ text: 'Wir ändern alles.' }] },
      },
    ]);
  });

  it('imports the other files when one is invalid, and names it', () => {
    const broken = pair('Eins.\n', 'a3\na2\n').map(({ path, text }) => ({ path: path.replace('Acme', 'Zeta'), text }));
    const result = importUnfairTos([...broken, ...pair('Eins.\n', 'a3\n')]);
    expect(result.feed.items).toHaveLength(1);
    expect(result.notes.map((note) => placeText(note))).toEqual(['x/tags/de/original/Zeta_Shop.txt:2:1']);
  });

  it('reports an unknown tag with its line', () => {
    const { notes } = importUnfairTos(pair('Eins.\nZwei.\n', 'a3\nzz9\n'));
    expect(notes.map((note) => placeText(note))).toEqual(['x/tags/de/original/Acme_Shop.txt:2']);
  });

  it('refuses tags without a sentence', () => {
    expect(() => importUnfairTos(pair('Eins.\n', 'a3\na2\n'))).toThrow('It has tags without a sentence');
  });
});

describe.each([
  ['privacyspy', importPrivacySpy, 276],
  ['tosdr', importTosdr, 178],
  ['unfair-tos', importUnfairTos, 107],
] as const)('importer of the %s extract', (name, importer, records) => {
  const folder = importData(name);

  it.skipIf(folder === undefined)('gives a feed without problems or remaining markup', () => {
    const result = importer(filesBelow(folder ?? ''));
    expectCleanFeed(result);
    expect(result.notes.filter(({ kind }) => kind === 'problem')).toEqual([]);
    expect(result.feed.items.length).toBeGreaterThanOrEqual(Math.min(records, 100));
    for (const { _provision } of result.feed.items) expect(_provision.basis?.level).toBe('derived');
  });
});
