/** Compares `docs/feed-format.md` with the schema in code, and parses the examples that the page shows or links. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseComparisonText, readComparison } from '../../src/feed/comparison-file.js';
import { feedJsonSchema } from '../../src/feed/json-schema.js';
import { parseFeedText } from '../../src/feed/parse.js';
import { required } from '../../src/feed/required.js';
import type { ObjectSchema, Schema } from '../../src/feed/schema-core.js';
import { feedHead, item } from '../../src/feed/schema.js';
import { sha256Hex } from '../../src/provision/hash.js';
import { lineOf, validatorOf } from './support/ajv.js';

const docs = new URL('../../docs/', import.meta.url);
const page = readFileSync(new URL('feed-format.md', docs), 'utf8');
const complete = readFileSync(new URL('examples/complete-feed.json', docs), 'utf8');
const [, minimal = ''] = /^```json\n(.*?)^```$/ms.exec(page) ?? [];

/** Path of each member, with its type as the page writes it. */
function membersOf(schema: ObjectSchema, path: string): [path: string, type: string][] {
  return Object.keys(schema).flatMap((name): [string, string][] => {
    const of = schema[name]!;
    const here = path + name;
    const type = `${typeOf(of)}${schema[required] === name ? ', required' : ''}`;
    const inner = isList(of) ? of[0] : of;
    // `_provision` and `_provision_feed` have sections of their own.
    const below = /^_provision(_feed)?$/.test(name) ? `${name}.` : isList(of) ? `${here}[].` : `${here}.`;
    return [[here, type], ...(typeof inner === 'function' ? [] : membersOf(inner as ObjectSchema, below))];
  });
}

const isList = (schema: Schema): schema is readonly [Schema] => Array.isArray(schema);

function typeOf(schema: Schema): string {
  if (isList(schema)) return typeof schema[0] === 'function' ? `list of ${typeOf(schema[0])}` : 'list';
  return typeof schema === 'function' ? schema.expects : 'object';
}

const members = new Map([...membersOf(feedHead, 'feed.'), ...membersOf(item, 'items[].')]);
// The page says of this object in a sentence that it has a section.
members.delete('feed._provision_feed');

/** Rows of the page's tables of members: each section names the object that its paths begin with. */
const rows = new Map(
  page.split(/^## /m).flatMap((section) => {
    const [, root] = /Code: `([^`]+)`/.exec(section) ?? [];
    return root === undefined
      ? []
      : [...section.matchAll(/^\| `([^`]+)` \| ([^|]+) \|/gm)].map(([, path, type = '']): [string, string] => [
          `${root}.${path}`,
          type.trim(),
        ]);
  }),
);

describe('docs/feed-format.md', () => {
  it('names every member of the format with its type, and no other member', () => {
    expect([...rows].sort()).toEqual([...members].sort());
  });
});

describe.each([
  ['the smallest feed', minimal],
  ['the complete example', complete],
])('%s', (_, text) => {
  it('is parsed without a warning', () => {
    const result = parseFeedText(text);
    expect(result).toMatchObject({ ok: true, warnings: [] });
    expect(result.ok && result.feed.items).toHaveLength(1);
  });

  it('is valid by the JSON Schema', () => {
    expect(validatorOf(feedJsonSchema())(JSON.parse(text)).map(lineOf)).toEqual([]);
  });

  it('has the hashes of its wordings', async () => {
    const result = parseFeedText(text);
    if (!result.ok) throw result.error;
    const { clauses = [], changes = [] } = result.feed.items[0]!._provision;
    const versions = changes.flatMap(({ from, to }) => [from, to]);
    for (const clause of clauses) expect(clause.sha256).toBe(await sha256Hex(clause.text));
    for (const version of versions) {
      if (version?.clause_sha256 !== undefined) expect(version.clause_sha256).toBe(await sha256Hex(version.text));
    }
  });
});

it('the complete example has every member of the format', () => {
  const found = new Set<string>();
  const walk = (value: unknown, path: string): void => {
    if (Array.isArray(value)) for (const entry of value) walk(entry, `${path}[]`);
    else if (typeof value === 'object' && value !== null) {
      for (const [name, entry] of Object.entries(value)) {
        const here = `${path}.${name}`.replace(/^feed\.items\[\]/, 'items[]');
        found.add(here);
        walk(entry, /^_provision(_feed)?$/.test(name) ? name : here);
      }
    }
  };
  walk(JSON.parse(complete), 'feed');
  expect([...members.keys()].filter((path) => !found.has(path))).toEqual([]);
});

it('the example of a comparison file is read, row by row', () => {
  const result = parseComparisonText(readFileSync(new URL('examples/comparison.json', docs), 'utf8'));
  if (!result.ok) throw result.error;
  expect([...readComparison(result)]).toHaveLength(result.entries.length);
});
