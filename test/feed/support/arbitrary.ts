import fc from 'fast-check';
import { dateParts, integer, sha256 } from '../../../src/feed/scalars-full.js';
import { count, date, flag, identifier, language, text, url } from '../../../src/feed/scalars.js';
import type { ObjectSchema, Schema } from '../../../src/feed/schema-types.js';
import { feedHead, item } from '../../../src/feed/schema.js';

const anyText = fc.oneof(fc.string(), fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }));

/** Any JSON value, including values that are critical for our own code. */
const junk: fc.Arbitrary<unknown> = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom<unknown>(null, '', ' ', [], {}, 0, -0, false, true, 1e300, [null], [[]], '\ud800', 'https://'),
  fc
    .constantFrom('{"__proto__":{"id":"x"}}', '{"toString":1,"valueOf":2}', '{"length":9}')
    .map((json) => JSON.parse(json) as unknown),
);

const digits = (max: number, width: number) => fc.nat(max).map((n) => String(n).padStart(width, '0'));
const day = fc.tuple(digits(9999, 4), digits(13, 2), digits(31, 2)).map((parts) => parts.join('-'));
const time = fc
  .tuple(
    digits(24, 2),
    digits(60, 2),
    fc.oneof(
      fc.constant(''),
      digits(60, 2).map((s) => `:${s}`),
    ),
    fc.constantFrom('Z', 'z', '+05:30', '-00:00'),
  )
  .map(([hours, minutes, seconds, zone]) => `T${hours}:${minutes}${seconds}${zone}`);

/** Values that are valid, or nearly. */
const likely = new Map<unknown, fc.Arbitrary<unknown>>([
  [text, anyText],
  [identifier, fc.oneof(anyText, fc.integer(), fc.double())],
  [
    url,
    fc.oneof(
      fc.webUrl({ withQueryParameters: true, withFragments: true }),
      anyText.map((path) => `https://a.org/${path}`),
    ),
  ],
  [
    date,
    fc.oneof(
      day,
      fc.tuple(day, time).map((parts) => parts.join('')),
    ),
  ],
  [count, fc.oneof(fc.nat(), fc.double())],
  [integer, fc.integer()],
  [flag, fc.boolean()],
  [language, fc.constantFrom('en', 'de-CH', 'zh-hant', 'sr-latn-rs', 'x-y', 'iw')],
  [sha256, fc.stringMatching(/^[\da-f]{64}$/)],
  [dateParts, fc.array(fc.array(fc.oneof(fc.integer(), digits(99, 2)), { maxLength: 4 }), { maxLength: 3 })],
]);

/** Valid and invalid values for a place with the schema `schema`. */
export function arbitraryOf(schema: Schema): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 8, arbitrary: likelyOf(schema) }, { weight: 1, arbitrary: junk });
}

function likelyOf(schema: Schema): fc.Arbitrary<unknown> {
  if (typeof schema === 'function') {
    if ('of' in schema) return fc.dictionary(anyText, arbitraryOf(schema.of as Schema), { maxKeys: 3 });
    const values = likely.get(schema);
    if (!values) throw new Error(`No values for ${schema.expects}`);
    return values;
  }
  if (Array.isArray(schema)) return fc.array(arbitraryOf(schema[0] as Schema), { maxLength: 3 });
  const members = schema as ObjectSchema;
  return fc.record(Object.fromEntries(Object.keys(members).map((member) => [member, arbitraryOf(members[member]!)])), {
    requiredKeys: [],
  });
}

/** Feeds whose own required members exist, with valid and invalid content. */
export const nearlyFeed: fc.Arbitrary<Record<string, unknown>> = fc
  .record({
    head: likelyOf(feedHead),
    items: fc.array(
      fc.tuple(likelyOf(item), fc.string({ minLength: 1, unit: 'grapheme-ascii' })).map(([members, id]) => ({
        id: `${id}.`,
        ...(members as object),
        content_text: 'x',
      })),
      { maxLength: 3 },
    ),
    spec: fc.constantFrom(undefined, '1', '1.0', '1.7'),
  })
  .map(({ head, items, spec }) => {
    const { _provision_feed: extension, ...rest } = head as Record<string, unknown>;
    return {
      ...rest,
      version: 'https://jsonfeed.org/version/1.1',
      title: 'T',
      _provision_feed:
        typeof extension === 'object' && extension !== null && !Array.isArray(extension)
          ? { ...extension, spec }
          : extension,
      items,
    };
  });

/** Any value. */
export const anyInput: fc.Arbitrary<unknown> = fc.oneof(
  junk,
  nearlyFeed,
  fc.record({ items: junk, version: junk, title: junk, _provision_feed: junk }, { requiredKeys: [] }),
  fc.array(arbitraryOf(item), { maxLength: 3 }).map((items) => ({ items })),
);
