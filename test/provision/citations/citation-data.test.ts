import { describe, expect, test } from 'vitest';
import { citationData, citationForms, cslJson } from '../../../src/provision/citations/index.js';
import { accessed, cite, complete, record } from './records.js';

describe('the access date', () => {
  // Both ends of the reader's day are that day in every time zone.
  test.each([new Date(2026, 5, 28, 0, 0, 0), new Date(2026, 5, 28, 23, 59, 59)])(
    'is the reader’s local day: %s',
    (date) => {
      expect(cite(complete, date).accessed).toEqual(accessed);
    },
  );

  test('is left out for an invalid date', () => {
    expect(cite(complete, new Date(NaN)).accessed).toBeUndefined();
    expect(cite(complete, { year: 2026, month: 2, day: 30 }).accessed).toBeUndefined();
  });
});

describe('the date of issue', () => {
  const issued = (item: object, provenance?: object) =>
    cite(record({ date_published: undefined, ...item }, {}, { provenance })).issued;

  test('is the publication date, else the last change, else the capture, else missing', () => {
    const date_published = '2026-01-01';
    const date_modified = '2026-02-02';
    const provenance = { captured: '2026-03-03T15:09Z' };
    expect(issued({ date_published, date_modified }, provenance)).toEqual({ year: 2026, month: 1, day: 1 });
    expect(issued({ date_modified }, provenance)).toEqual({ year: 2026, month: 2, day: 2 });
    expect(issued({}, provenance)).toEqual({ year: 2026, month: 3, day: 3 });
    expect(issued({})).toBeUndefined();
  });

  test('is the day that readers see: a date without a time as it is, a time in UTC', () => {
    expect(issued({ date_published: '2026-05-12' })).toEqual({ year: 2026, month: 5, day: 12 });
    expect(issued({ date_published: '2026-05-12T23:30:00-05:00' })).toEqual({ year: 2026, month: 5, day: 13 });
    expect(issued({ date_published: '0099-12-31' })).toEqual({ year: 99, month: 12, day: 31 });
    expect(issued({ date_published: '0000-01-01' })).toBeUndefined();
  });
});

test('the authors are the analysts, each once; without any, the feed', () => {
  expect(cite(record({ authors: [{ name: 'A' }, { name: 'A' }, { name: 'B' }] })).authors).toEqual([
    { literal: 'A' },
    { literal: 'B' },
  ]);
  expect(cite(record({}, { authors: undefined })).authors).toEqual([{ literal: 'Terms Watch' }]);
  expect(cite({ items: [{ id: 'x' }] }).authors).toEqual([]);
});

test('the URL is the citation’s, else the item’s', () => {
  expect(cite(record({}, {}, { citation: { url: 'https://watch.example/cite' } })).url).toBe(
    'https://watch.example/cite',
  );
  expect(cite(complete).url).toBe('https://watch.example/r/TW-7');
  expect(cite(record({ url: 'javascript:alert(1)' }))).not.toHaveProperty('url');
});

test('the record’s id is its own, else the item’s', () => {
  expect(cite(record({}, {}, { record_id: 'R-1' })).recordId).toBe('R-1');
  expect(cite(complete).recordId).toBe('TW-7');
  expect(cite(record({ id: 'https://watch.example/1' }))).not.toHaveProperty('number');
});

test('line breaks and bidirectional controls are removed from a title', () => {
  const title = ' A\n\ttitle\u0000 \u202ewith\u2066 a\u2028line\u200d\u00ad ';
  expect(cite(record({ title })).title).toBe('A title with a line\u200d\u00ad');
  expect(cite(record({ title: '\u202e' })).title).toBe('Acme · Terms of Service');
});

test('the feed is optional', () => {
  const { items } = complete;
  const { feed } = { feed: undefined };
  const provision = items[0]!;
  expect(citationData({ provision, feed, accessed })).not.toHaveProperty('container');
});

describe('citation.csl', () => {
  const csl = (members: unknown) => cite(record({}, {}, { citation: { csl: members } }));

  test('takes precedence for each member', () => {
    const data = csl({
      id: 'doe2026',
      type: 'report',
      title: 'Own title',
      'title-short': 'Own',
      'container-title': 'Own site',
      publisher: 'Own publisher',
      genre: 'Record',
      number: '7',
      version: '2',
      note: 'Own note',
      language: 'de',
      URL: 'https://watch.example/own',
      archive: 'Archive',
      archive_location: 'Box 1',
      author: [{ family: 'Doe', given: 'Jane' }, { literal: 'Acme' }],
      issued: { 'date-parts': [[2025, 1]] },
    });
    expect(JSON.parse(cslJson(data))).toMatchObject([
      {
        id: 'doe2026',
        type: 'report',
        title: 'Own title',
        'title-short': 'Own',
        'container-title': 'Own site',
        publisher: 'Own publisher',
        genre: 'Record',
        number: '7',
        version: '2',
        note: 'Own note',
        language: 'de',
        URL: 'https://watch.example/own',
        archive: 'Archive',
        archive_location: 'Box 1',
        author: [{ family: 'Doe', given: 'Jane' }, { literal: 'Acme' }],
        issued: { 'date-parts': [[2025, 1]] },
      },
    ]);
    expect(data.recordId).toBe('TW-7');
  });

  test.each([
    { type: 'website' },
    { type: 'constructor' },
    { title: ' ' },
    { URL: 'javascript:alert(1)' },
    { author: [{}] },
    { author: 'Jane Doe' },
    { issued: { 'date-parts': [[2026, 13]] } },
    { issued: { 'date-parts': [[2026, 2, 29]] } },
    { issued: { 'date-parts': [[0]] } },
    {
      issued: {
        'date-parts': [
          [2026, 1, 1],
          [2026, 1, 2],
        ],
      },
    },
    { accessed: { 'date-parts': [[2020, 1, 1]] } },
    { __proto__: { title: 'Inherited' } },
    { DOI: { nested: true } },
  ])('has invalid members dropped: %j', (members) => {
    expect(cslJson(csl(members))).toBe(cslJson(cite(complete)));
  });

  test('is validated again, because a page may pass it unparsed', () => {
    const data = (value: unknown) =>
      citationData({
        provision: { id: 'x', _provision: { citation: { csl: value as object } } },
        feed: undefined,
        accessed,
      });
    for (const value of [7, 'x', [], { title: 7, author: [null, 3, { family: {} }], issued: 'now', URL: {} }]) {
      expect(data(value)).toEqual({
        id: 'x',
        title: 'Provision',
        authors: [],
        accessed,
        recordId: 'x',
        number: 'x',
        csl: {},
      });
    }
  });

  test.each([
    [{ raw: '2026-05-12' }, { year: 2026, month: 5, day: 12 }],
    [{ raw: 'Spring 2026' }, { literal: 'Spring 2026' }],
    [{ literal: 'Spring 2026', raw: 'spring' }, { literal: 'Spring 2026' }],
    [{ 'date-parts': [[2026]] }, { year: 2026 }],
    [{ 'date-parts': [[2024, 2, 29]] }, { year: 2024, month: 2, day: 29 }],
    [{ 'date-parts': [[2026, 14]], literal: 'Winter 2026' }, { literal: 'Winter 2026' }],
  ])('has the date %j', (issued, expected) => {
    expect(csl({ issued }).issued).toEqual(expected);
  });

  test('may have an incomplete name', () => {
    expect(csl({ author: [{ family: 'Doe' }, { given: 'Jane' }] }).authors).toEqual([
      { literal: 'Doe' },
      { literal: 'Jane' },
    ]);
  });

  test('has a publisher printed once that is also the author or the site', () => {
    const publishers = ['Terms Watch', 'Jane Doe'].map((publisher) =>
      cslJson(csl({ publisher, author: [{ literal: 'Jane Doe' }] })),
    );
    for (const text of publishers) expect(text).not.toContain('"publisher"');
  });

  test('has a partial date, which no form extends', () => {
    const month = csl({ issued: { 'date-parts': [[2026, 5]] } });
    const texts = citationForms.map(({ format }) => format(month));
    for (const text of texts.slice(1)) expect(text).not.toMatch(/May 12|2026-05-12|2026\/05\/12/);
    expect(texts.join('\n')).toContain('(2026, May)');
  });
});
