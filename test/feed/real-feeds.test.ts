import { describe, expect, it } from 'vitest';
import { provisionData } from '../support/data.js';
import { notesOf, readFeed } from './support/feeds.js';

/** All warnings for the real feeds. Each was checked: the feed is wrong there, and no information is lost. */
const expected: Readonly<Record<string, { items: number; notes: readonly string[] }>> = {
  'seed-feed.json': { items: 2, notes: [] },
  'seed-1.json': { items: 1, notes: [] },
  'seed-2.json': { items: 1, notes: [] },
  'edge-cases.json': { items: 16, notes: [] },
  'versions-feed.json': { items: 4, notes: [] },
  // A quotation whose text is "", so that there is nothing to quote.
  'privacyspy-feed.json': { items: 2904, notes: ['/items/2447/_provision/clauses/1/text required'] },
};

/** Members of these feeds that the format does not have, whose texts may be dropped. */
const promotions = ['/items/_provision/promotions/actions/label', '/items/_provision/promotions/topics'];
const scheme = '/items/_provision/severity/scheme';
const unknownMembers: Readonly<Record<string, readonly string[]>> = {
  'seed-feed.json': promotions,
  'seed-1.json': promotions,
  'privacyspy-feed.json': [scheme],
  // A case's own remark goes into the message of a failed test.
  'edge-cases.json': [scheme, '/items/_case/problem', '/items/_case/expect'],
};

describe.each(Object.entries(expected))('%s', (name, { items, notes }) => {
  const data = provisionData(name);

  it.skipIf(data === undefined)('is parsed without any other warning', () => {
    const { feed, warnings } = readFeed(data);
    expect(feed.items).toHaveLength(items);
    expect(notesOf(warnings)).toEqual(notes);
  });

  it.skipIf(data === undefined)('keeps every string of a known member', () => {
    const { feed } = readFeed(data);
    const kept = stringsOf(feed);
    for (const [string, path] of stringsOf(data)) {
      if (!string.trim() || kept.has(string)) continue;
      expect(unknownMembers[name] ?? [], `${path}: ${string.slice(0, 80)}`).toContain(path);
    }
  });
});

/** Returns each string in a value, with the members (without indexes) that lead to it. */
function stringsOf(value: unknown, path = '', found = new Map<string, string>()): Map<string, string> {
  if (typeof value === 'string') found.set(value, path);
  else if (Array.isArray(value)) for (const entry of value) stringsOf(entry, path, found);
  else if (typeof value === 'object' && value !== null) {
    for (const [member, entry] of Object.entries(value)) stringsOf(entry, `${path}/${member}`, found);
  }
  return found;
}
