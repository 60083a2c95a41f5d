/**
 * Records and feeds with given words in every place of the format. They are built from the schema, so no member is
 * forgotten.
 */
import { dateParts, integer, sha256 } from '../../../src/feed/scalars-full.js';
import { count, date, flag, identifier, language, text, url } from '../../../src/feed/scalars.js';
import { required } from '../../../src/feed/required.js';
import type { ObjectSchema, Schema } from '../../../src/feed/schema-types.js';
import { feedHead, item } from '../../../src/feed/schema.js';

export interface Words {
  readonly text: string;
  readonly url: string;
  readonly date?: string;
}

/** Builds a value for a schema: the next words for each text or address, and a valid constant for any other type. */
function filled(schema: Schema, next: () => Words): unknown {
  if (typeof schema === 'function') {
    const words = next();
    if ('of' in schema) return Object.fromEntries([[words.text, filled(schema.of as Schema, next)]]);
    const values = new Map<unknown, unknown>([
      [text, words.text],
      [identifier, words.text],
      [url, words.url],
      [date, words.date ?? '2026-05-12'],
      [count, 3],
      [integer, 3],
      [flag, false],
      [language, 'en'],
      [sha256, 'a'.repeat(64)],
      [dateParts, [[2026, 5, 12]]],
    ]);
    if (!values.has(schema)) throw new Error(`No value for ${schema.expects}`);
    return values.get(schema);
  }
  if (Array.isArray(schema)) return [0, 1].map(() => filled(schema[0] as Schema, next));
  const members = schema as ObjectSchema;
  return Object.fromEntries(Object.keys(members).map((name) => [name, filled(members[name]!, next)]));
}

/** Returns the words in turn, over and over. */
function inTurn(words: readonly Words[]): () => Words {
  let at = 0;
  return () => words[at++ % words.length]!;
}

/** An item with these words in turn. Its status has a notice, so that the note of the status is painted too. */
export function filledItem(id: string, words: readonly Words[]): Record<string, unknown> {
  const whole = filled(item, inTurn(words)) as Record<string, Record<string, unknown>>;
  return { ...whole, id, _provision: { ...whole['_provision'], status: 'corrected' } };
}

/** A feed of these items. Its head contains every text somewhere, also as the description of a level. */
export function filledFeed(items: readonly unknown[], texts: readonly Words[]): Record<string, unknown> {
  const head = filled(feedHead, inTurn(texts)) as Record<string, Record<string, unknown>>;
  const levels = texts.map(({ text: level }) => ({ level, label: level, description: level }));
  return {
    ...head,
    version: 'https://jsonfeed.org/version/1.1',
    // No further page is requested.
    next_url: undefined,
    _provision_feed: {
      ...head['_provision_feed'],
      spec: '1.0',
      scales: { severity: levels, confidence: levels, basis: levels },
    },
    items,
  };
}

/** Lists every place of the format, such as `items/0/title`, so that a test can check that none was left out. */
export function placesOf(schema: Schema, at = ''): string[] {
  if (typeof schema === 'function') return [at];
  if (Array.isArray(schema)) return placesOf(schema[0] as Schema, `${at}/0`);
  return Object.keys(schema)
    .filter((name) => name !== String(required))
    .flatMap((name) => placesOf((schema as ObjectSchema)[name]!, `${at}/${name}`));
}
