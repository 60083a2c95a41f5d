import { describe, expect, it } from 'vitest';
import { feedJsonSchema } from '../../src/feed/json-schema.js';
import { provisionData } from '../support/data.js';
import { lineOf, validatorOf } from './support/ajv.js';
import { feedOf, itemOf, readFeed } from './support/feeds.js';

let made = { from: '', validate: validatorOf({}) };
/** Validates with the current schema, because mutation testing changes it between two tests. */
const validate = (input: unknown) => {
  const schema = feedJsonSchema();
  const from = JSON.stringify(schema);
  if (from !== made.from) made = { from, validate: validatorOf(schema) };
  return made.validate(input);
};
const errors = (input: unknown): string[] => validate(input).map(lineOf);

describe('feedJsonSchema', () => {
  it('is valid JSON Schema 2020-12 for a strict validator', () => {
    expect(feedJsonSchema()).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: 'urn:provision-feed:1:schema',
    });
  });

  it('is plain JSON, equal at every call, and a new object each time', () => {
    const schema = feedJsonSchema();
    expect(JSON.parse(JSON.stringify(schema))).toEqual(schema);
    expect(feedJsonSchema()).toEqual(schema);
    const { $defs } = schema as { $defs: Record<string, object> };
    Object.assign($defs['text']!, { type: 'number' });
    expect(feedJsonSchema()).not.toEqual(schema);
  });

  it('has no unresolved reference and no unused definition', () => {
    const json = JSON.stringify(feedJsonSchema());
    const used = new Set([...json.matchAll(/"#\/\$defs\/([^"]+)"/g)].map(([, name]) => name));
    const { $defs } = JSON.parse(json) as { $defs: object };
    expect([...used].sort()).toEqual(Object.keys($defs).sort());
  });

  it('allows the minimal feed, and one with every form of "no value"', () => {
    expect(errors(feedOf())).toEqual([]);
    expect(errors(feedOf(itemOf()))).toEqual([]);
    expect(
      errors({
        ...feedOf(
          itemOf({ platform: null, clauses: [], severity: '', status: ' ', tracking: { first_tracked: null } }),
          itemOf(null, { id: 'b', tags: [null, '', 'x'] }),
        ),
        _provision_feed: { spec: null, generated: '' },
        authors: null,
      }),
    ).toEqual([]);
    expect(errors({ ...feedOf(), _provision_feed: null })).toEqual([]);
  });

  it('allows unknown members', () => {
    expect(
      errors({ ...feedOf(itemOf({ extra: {} }, { extra: [] })), extra: 1, _provision_feed: { extra: 1 } }),
    ).toEqual([]);
  });

  it('allows numbers where CSL-JSON does', () => {
    expect(errors(feedOf(itemOf({ citation: { csl: { id: 5, number: '7' } } })))).toEqual([]);
  });

  it.each(['1', '1.0', '1.12'])('allows spec %s', (spec) => {
    expect(errors({ ...feedOf(), _provision_feed: { spec } })).toEqual([]);
  });

  it.each(['2026-05-12', '2026-05-12T15:09Z', '2026-05-12t15:09:41.5+02:00'])('allows the date %s', (captured) => {
    expect(errors(feedOf(itemOf({ provenance: { captured } })))).toEqual([]);
  });

  it.each([
    'https://a.org/',
    'https://a.org',
    'http://a.org:8080/b?c=d#e',
    'https://a.org/b|c',
    'https://müller.example/',
    'https://[::1]/',
    'https://a.org/@b',
  ])('allows the URL %s, which the parser accepts', (url) => {
    expect(readFeed(feedOf(itemOf({}, { url }))).warnings).toEqual([]);
    expect(errors(feedOf(itemOf({}, { url })))).toEqual([]);
  });

  it.each<[string, unknown]>([
    ['no object', []],
    ['no items', { ...feedOf(), items: undefined }],
    ['items that are no list', { ...feedOf(), items: {} }],
    ['no version', { ...feedOf(), version: undefined }],
    ['another version', { ...feedOf(), version: 'https://jsonfeed.org/version/2' }],
    ['no title', { ...feedOf(), title: undefined }],
    ['a blank title', { ...feedOf(), title: ' ' }],
    ['spec 2.0', { ...feedOf(), _provision_feed: { spec: '2.0' } }],
    ['a spec that is a number', { ...feedOf(), _provision_feed: { spec: 1 } }],
    ['an item that is null', feedOf(null)],
    ['an item without an id', feedOf({ content_text: 'x' })],
    ['an item with a blank id', feedOf(itemOf({}, { id: ' ' }))],
    ['an id that is a number', feedOf(itemOf({}, { id: 1 }))],
    ['an item without content', feedOf({ id: 'a' })],
    ['tags that are a text', feedOf(itemOf({}, { tags: 'a' }))],
    ['a tag that is a number', feedOf(itemOf({}, { tags: [1] }))],
    ['a relative URL', feedOf(itemOf({}, { url: '/a' }))],
    ['a script URL', feedOf(itemOf({}, { url: 'javascript:alert(1)' }))],
    ['a mailto: URL', feedOf(itemOf({}, { url: 'mailto:a@b.org' }))],
    ['user info', feedOf(itemOf({}, { url: 'https://user@a.org/' }))],
    ['a date in words', feedOf(itemOf({}, { date_published: '12 May 2026' }))],
    ['a time without a zone', feedOf(itemOf({}, { date_published: '2026-05-12T15:09' }))],
    ['a month 13', feedOf(itemOf({}, { date_published: '2026-13-12' }))],
    ['a language with an underscore', feedOf(itemOf({}, { language: 'en_US' }))],
    ['a hash in capitals', feedOf(itemOf({ provenance: { sha256: 'A'.repeat(64) } }))],
    ['a severity that is a text', feedOf(itemOf({ severity: 'high' }))],
    ['a count below 0', feedOf(itemOf({ prevalence: { count: -1 } }))],
    ['a count that is a text', feedOf(itemOf({ prevalence: { count: '3' } }))],
    ['a count above the safe integers', feedOf(itemOf({ prevalence: { count: 1e300 } }))],
    ['a flag that is a text', feedOf(itemOf({ provenance: { hash_verified: 'yes' } }))],
    ['a clause without text', feedOf(itemOf({ clauses: [{ attribution: 'A' }] }))],
    ['a clause with blank text', feedOf(itemOf({ clauses: [{ text: ' ' }] }))],
    ['a question without an answer', feedOf(itemOf({ faqs: [{ question: 'Q?' }] }))],
    ['a distribution of texts', feedOf(itemOf({ comparisons: { distribution: { high: 'many' } } }))],
    ['a CSL date in words', feedOf(itemOf({ citation: { csl: { issued: { 'date-parts': [['May']] } } } }))],
  ])('forbids %s', (_, input) => {
    expect(errors(JSON.parse(JSON.stringify(input)))).not.toEqual([]);
  });
});

describe.each(['seed-feed.json', 'seed-1.json', 'seed-2.json', 'versions-feed.json', 'edge-cases.json'])(
  '%s',
  (name) => {
    const feed = provisionData(name);
    it.skipIf(feed === undefined)('is valid by the published JSON Schema', () => {
      expect(errors(feed)).toEqual([]);
    });
  },
);

describe('privacyspy-feed.json', () => {
  const feed = provisionData('privacyspy-feed.json');
  it.skipIf(feed === undefined)('is valid except for the one problem that the parser warns of', () => {
    const found = validate(feed);
    expect(found.length).toBeGreaterThan(0);
    for (const { instancePath } of found) expect('/items/2447/_provision/clauses/1/text').toContain(instancePath);
  });
});
