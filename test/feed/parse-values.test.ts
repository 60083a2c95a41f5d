import { describe, expect, it } from 'vitest';
import { feedOf, itemOf, notesOf, readFeed, readItem } from './support/feeds.js';

const nothings: readonly [name: string, value: unknown][] = [
  ['null', null],
  ['an empty string', ''],
  ['white space', ' \t\r\n\u00a0\u2003\ufeff'],
  ['an empty list', []],
];

describe('"no value"', () => {
  it.each(nothings)('%s counts as "no value" everywhere and causes no warning', (_, nothing) => {
    const { item, notes } = readItem(
      {
        severity: nothing,
        platform: { name: nothing, hostnames: nothing, url: nothing },
        prevalence: { count: nothing },
        tracking: { document_changed_before: nothing, first_tracked: nothing },
        comparisons: { distribution: { high: nothing } },
        clauses: [{ text: 'c', sha256: nothing, language: nothing, selector: nothing }],
        citation: { csl: { issued: { 'date-parts': nothing } } },
      },
      { title: nothing, tags: nothing },
    );
    expect(notes).toEqual([]);
    expect(item).toEqual({ id: 'a', content_text: 'x', _provision: { clauses: [{ text: 'c' }] } });
    expect(Object.keys(item!)).toEqual(['id', 'content_text', '_provision']);
  });

  it.each(nothings)('%s in a list is dropped without a warning', (_, nothing) => {
    const { item, notes } = readItem({ clauses: [nothing, { text: 'c' }, nothing] }, { tags: [nothing, 'b', nothing] });
    expect(notes).toEqual([]);
    expect(item).toMatchObject({ tags: ['b'], _provision: { clauses: [{ text: 'c' }] } });
  });

  it('includes an object or a list that is empty after parsing', () => {
    const { item, notes } = readItem({ platform: {}, document: { title: ' ' }, actions: [{}, { title: null }] });
    expect(notes).toEqual([]);
    expect(item?._provision).toEqual({});
  });

  it('excludes a zero-width space, which is not white space', () => {
    expect(readItem(undefined, { title: '\u200b' }).item?.title).toBe('\u200b');
  });
});

describe('falsy values', () => {
  it('keep 0 as a count', () => {
    const { item, notes } = readItem({
      prevalence: { count: 0, total: 0 },
      comparisons: { distribution: { high: 0 } },
    });
    expect(notes).toEqual([]);
    expect(item?._provision).toEqual({
      prevalence: { count: 0, total: 0 },
      comparisons: { distribution: { high: 0 } },
    });
  });

  it('keep false as a flag', () => {
    const { item, notes } = readItem({ provenance: { snapshot_stored: false, hash_verified: false } });
    expect(notes).toEqual([]);
    expect(item?._provision.provenance).toEqual({ snapshot_stored: false, hash_verified: false });
  });

  it('keep "0" and "false" as texts', () => {
    expect(readItem(undefined, { title: '0', tags: ['false'] }).item).toMatchObject({ title: '0', tags: ['false'] });
  });
});

describe('text', () => {
  it('is unchanged: markup, entities, controls, byte order marks, normal forms and outer white space', () => {
    const text = ' <a href="javascript:alert(1)">&lt;\u0000\u202e\u200d \ufeff e\u0301 \u{1f468}\u200d\u{1f469} \n';
    const { item, notes } = readItem({ clauses: [{ text }] }, { title: text });
    expect(notes).toEqual([]);
    expect(item).toMatchObject({ title: text, _provision: { clauses: [{ text }] } });
  });

  it.each(['\ud800', 'a\udc00b', '\udc00\ud800', '\u{1f600}\ud83d'])(
    'is refused with a lone surrogate, because all such texts share one hash: %j',
    (text) => {
      const { item, notes } = readItem({ clauses: [{ text }, { text: 'whole \u{1f600}' }] }, { title: text });
      expect(item).toEqual({ id: 'a', content_text: 'x', _provision: { clauses: [{ text: 'whole \u{1f600}' }] } });
      expect(notes).toEqual(['/items/0/_provision/clauses/0/text text', '/items/0/title text']);
    },
  );
});

it('may be a number for CSL’s id and number, as CSL-JSON allows', () => {
  const { item, notes } = readItem({ citation: { csl: { id: 5, number: 7, title: 'T' } } });
  expect(item?._provision.citation?.csl).toEqual({ id: '5', number: '7', title: 'T' });
  expect(notes).toEqual([]);
});

describe('a member of the wrong type is dropped alone', () => {
  const cases: readonly [details: object, left: object, note: string][] = [
    [{ why_it_matters: 5, consumer_impact: 'i' }, { consumer_impact: 'i' }, 'why_it_matters text'],
    [{ platform: { url: 5, name: 'P' } }, { platform: { name: 'P' } }, 'platform/url url'],
    [{ platform: { url: 'javascript:alert(1)', name: 'P' } }, { platform: { name: 'P' } }, 'platform/url url'],
    [{ platform: 'P', status: 's' }, { status: 's' }, 'platform object'],
    [{ platform: ['P'], status: 's' }, { status: 's' }, 'platform object'],
    [{ platform: { hostnames: 'a.org', name: 'P' } }, { platform: { name: 'P' } }, 'platform/hostnames list'],
    [
      { platform: { hostnames: { 0: 'a.org', length: 1 }, name: 'P' } },
      { platform: { name: 'P' } },
      'platform/hostnames list',
    ],
    [
      { platform: { hostnames: ['a.org', 5, 'b.org'] } },
      { platform: { hostnames: ['a.org', 'b.org'] } },
      'platform/hostnames/1 text',
    ],
    [{ severity: 'High', status: 's' }, { status: 's' }, 'severity object'],
    [{ severity: { level: 3, label: 'High' } }, { severity: { label: 'High' } }, 'severity/level text'],
    [{ prevalence: { count: '3', total: 3 } }, { prevalence: { total: 3 } }, 'prevalence/count count'],
    [{ prevalence: { count: -1, total: 3 } }, { prevalence: { total: 3 } }, 'prevalence/count count'],
    [{ prevalence: { count: 1.5, total: 3 } }, { prevalence: { total: 3 } }, 'prevalence/count count'],
    [{ prevalence: { count: 1e300, total: 3 } }, { prevalence: { total: 3 } }, 'prevalence/count count'],
    [
      { provenance: { hash_verified: 'true', snapshot_stored: true } },
      { provenance: { snapshot_stored: true } },
      'provenance/hash_verified flag',
    ],
    [
      { provenance: { hash_verified: 1, snapshot_stored: true } },
      { provenance: { snapshot_stored: true } },
      'provenance/hash_verified flag',
    ],
    [
      { provenance: { sha256: 'A'.repeat(64), snapshot_stored: true } },
      { provenance: { snapshot_stored: true } },
      'provenance/sha256 sha256',
    ],
    [
      { provenance: { sha256: 'a'.repeat(63), snapshot_stored: true } },
      { provenance: { snapshot_stored: true } },
      'provenance/sha256 sha256',
    ],
    [
      { provenance: { sha256: `${'a'.repeat(64)}\n`, snapshot_stored: true } },
      { provenance: { snapshot_stored: true } },
      'provenance/sha256 sha256',
    ],
    [
      { provenance: { captured: 1715500000, snapshot_stored: true } },
      { provenance: { snapshot_stored: true } },
      'provenance/captured date',
    ],
    [
      { institutional_analysis: { sections: [{ number: 'I', text: 't' }] } },
      { institutional_analysis: { sections: [{ text: 't' }] } },
      'institutional_analysis/sections/0/number integer',
    ],
    [
      { comparisons: { total: 2, distribution: [1] } },
      { comparisons: { total: 2 } },
      'comparisons/distribution object',
    ],
  ];

  it.each(cases)('for %j', (details, left, note) => {
    const { item, notes } = readItem(details);
    expect(item?._provision).toEqual(left);
    expect(notes).toEqual([`/items/0/_provision/${note}`]);
  });

  it('for an entry of a distribution that is no count, with an escaped pointer', () => {
    const { item, notes } = readItem({
      comparisons: { distribution: { high: 2, low: '3', 'a/b~c': -1, '~1': true, 'm/n~o': 4 } },
    });
    expect(item?._provision.comparisons?.distribution).toEqual({ high: 2, 'm/n~o': 4 });
    expect(notes).toEqual([
      '/items/0/_provision/comparisons/distribution/low count',
      '/items/0/_provision/comparisons/distribution/a~1b~0c count',
      '/items/0/_provision/comparisons/distribution/~01 count',
    ]);
  });

  it('for a level whose name is blank or no text', () => {
    const { item, notes } = readItem({ comparisons: { distribution: { ' ': 1, '\ud800': 2, low: 3 } } });
    expect(item?._provision.comparisons?.distribution).toEqual({ low: 3 });
    expect(notes).toEqual(['/items/0/_provision/comparisons/distribution/\ud800 text']);
  });

  it('for a member of the feed itself', () => {
    const { feed, warnings } = readFeed({
      ...feedOf(itemOf()),
      authors: { name: 'A' },
      _provision_feed: { clause_types: [{ id: 't', url: 'x' }], scales: { severity: [{ label: 'High' }] } },
    });
    expect(notesOf(warnings)).toEqual([
      '/authors list',
      '/_provision_feed/clause_types/0/url url',
      '/_provision_feed/scales/severity/0/level required',
    ]);
    expect(feed._provision_feed).toEqual({ clause_types: [{ id: 't' }] });
    expect(feed.items).toHaveLength(1);
  });
});

describe('an object without its required member is dropped', () => {
  it.each([
    ['clauses', { attribution: 'A' }, 'text'],
    ['regulations', { url: 'https://a.org/' }, 'name'],
    ['faqs', { question: 'Q?' }, 'answer'],
  ])('for %s, with a warning at the member; its neighbours stay', (list, lacking, member) => {
    const whole = { [member]: 'kept' };
    const { item, notes } = readItem({ [list]: [lacking, whole, { [member]: ' ' }] });
    expect(item?._provision).toEqual({ [list]: [whole] });
    expect(notes).toEqual([
      `/items/0/_provision/${list}/0/${member} required`,
      `/items/0/_provision/${list}/2/${member} required`,
    ]);
  });

  it('with one warning where the member has the wrong type', () => {
    expect(readItem({ clauses: [{ text: 5 }] }).notes).toEqual(['/items/0/_provision/clauses/0/text text']);
  });

  it('but a change with one side keeps that side', () => {
    const { item, notes } = readItem({ changes: [{ id: 'c', from: { captured: '2024-01-01' }, to: { text: 'new' } }] });
    expect(item?._provision.changes).toEqual([{ id: 'c', to: { text: 'new' } }]);
    expect(notes).toEqual(['/items/0/_provision/changes/0/from/text required']);
  });
});

describe('unknown members', () => {
  it('are ignored without a warning at every level', () => {
    const { feed, warnings } = readFeed({
      ...feedOf(itemOf({ platform: { name: 'P', extra: 1 }, extra: { deep: [1] } }, { extra: 1, _other: {} })),
      extra: [],
      _provision_feed: { spec: '1.0', extra: 1 },
    });
    expect(warnings).toEqual([]);
    expect(feed).toEqual({
      ...feedOf({ id: 'a', content_text: 'x', _provision: { platform: { name: 'P' } } }),
      _provision_feed: { spec: '1.0' },
    });
  });

  it('include content_html, which is read as plain text without content_text', () => {
    const { feed, warnings } = readFeed(feedOf({ id: 'a', content_html: '<p>x' }));
    expect(feed.items).toEqual([{ id: 'a', content_text: 'x', _provision: {} }]);
    expect(warnings).toEqual([]);
  });
});
