import fc from 'fast-check';
import { expect, it } from 'vitest';
import { feedJsonSchema } from '../../src/feed/json-schema.js';
import { parseFeed, parseFeedText, parseProvision } from '../../src/feed/parse.js';
import { validatorOf, lineOf } from './support/ajv.js';
import { anyInput, nearlyFeed } from './support/arbitrary.js';
import { notesOf, readFeed } from './support/feeds.js';
import { parentPointer, resolvePointer } from './support/pointer.js';
import { runs } from '../support/fuzz.js';

const numRuns = runs(300, 100);

it('accepts or refuses any JSON, and never throws', () => {
  fc.assert(
    fc.property(anyInput, (input) => {
      for (const result of [parseFeed(input), parseProvision(input), parseFeedText(JSON.stringify(input) ?? '')]) {
        if (result.ok) expect(result.feed.items.every(({ id, _provision }) => id && _provision)).toBe(true);
        else expect(result.error.name).toBe('FeedError');
      }
    }),
    // Each value is parsed in three ways.
    { numRuns: runs(300, 3) },
  );
});

it('returns a feed that is valid by the published JSON Schema', () => {
  const validate = validatorOf(feedJsonSchema());
  fc.assert(
    fc.property(nearlyFeed, (input) => {
      expect(validate(JSON.parse(JSON.stringify(readFeed(input).feed))).map(lineOf)).toEqual([]);
    }),
    { numRuns },
  );
});

it('returns a feed that parses to itself without a warning', () => {
  fc.assert(
    fc.property(nearlyFeed, (input) => {
      const once = readFeed(input);
      const twice = readFeed(once.feed);
      expect(twice.feed).toEqual(once.feed);
      // Two items may share an id, which parsing cannot repair.
      expect(notesOf(twice.warnings).filter((note) => !note.endsWith(' unique'))).toEqual([]);
      const stored = JSON.stringify(once.feed);
      expect(JSON.stringify(readFeed(JSON.parse(stored)).feed)).toBe(stored);
    }),
    { numRuns },
  );
});

it('warns only with pointers to an existing value, or to a missing member of one', () => {
  fc.assert(
    fc.property(anyInput, (input) => {
      const result = parseFeed(input);
      for (const { pointer, expected } of result.ok ? result.warnings : []) {
        const missing = expected === 'required' || expected === 'json-feed-version';
        expect(() => resolvePointer(input, missing ? parentPointer(pointer) : pointer)).not.toThrow();
      }
    }),
    { numRuns },
  );
});

it('warns of everything that it drops: without these values the feed parses the same', () => {
  fc.assert(
    fc.property(nearlyFeed, (input) => {
      const { feed, warnings } = readFeed(input);
      const mended = structuredClone(input);
      for (const { pointer, expected } of warnings) {
        // An object without a required member is dropped completely.
        if (expected !== 'unique') blank(mended, expected === 'required' ? parentPointer(pointer) : pointer);
      }
      const again = readFeed(mended);
      expect(again.feed).toEqual(feed);
      // The rest is valid; at most, a required member is missing now.
      for (const { expected } of again.warnings) expect(['required', 'object', 'unique']).toContain(expected);
    }),
    { numRuns },
  );
});

function blank(root: unknown, pointer: string): void {
  const holder = resolvePointer(root, parentPointer(pointer)) as Record<string, unknown>;
  const member = pointer.slice(pointer.lastIndexOf('/') + 1);
  holder[member.replaceAll('~1', '/').replaceAll('~0', '~')] = null;
}
