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

it('nothing throws, whatever JSON holds: it is a feed, or it is refused', () => {
  fc.assert(
    fc.property(anyInput, (input) => {
      for (const result of [parseFeed(input), parseProvision(input), parseFeedText(JSON.stringify(input) ?? '')]) {
        if (result.ok) expect(result.feed.items.every(({ id, _provision }) => id && _provision)).toBe(true);
        else expect(result.error.name).toBe('FeedError');
      }
    }),
    // Each is read in three ways.
    { numRuns: runs(300, 3) },
  );
});

it('what was read is a right feed by the published JSON Schema', () => {
  const validate = validatorOf(feedJsonSchema());
  fc.assert(
    fc.property(nearlyFeed, (input) => {
      expect(validate(JSON.parse(JSON.stringify(readFeed(input).feed))).map(lineOf)).toEqual([]);
    }),
    { numRuns },
  );
});

it('what was read reads as itself, without a warning', () => {
  fc.assert(
    fc.property(nearlyFeed, (input) => {
      const once = readFeed(input);
      const twice = readFeed(once.feed);
      expect(twice.feed).toEqual(once.feed);
      // Two items may share an id; nothing can be done about that by reading.
      expect(notesOf(twice.warnings).filter((note) => !note.endsWith(' unique'))).toEqual([]);
      const stored = JSON.stringify(once.feed);
      expect(JSON.stringify(readFeed(JSON.parse(stored)).feed)).toBe(stored);
    }),
    { numRuns },
  );
});

it('every warning points at something that is there, or at what is missing from something that is there', () => {
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

it('the warnings name all that is lost: without what they name, the feed reads the same', () => {
  fc.assert(
    fc.property(nearlyFeed, (input) => {
      const { feed, warnings } = readFeed(input);
      const mended = structuredClone(input);
      for (const { pointer, expected } of warnings) {
        // What lacks a required member is lost as a whole.
        if (expected !== 'unique') blank(mended, expected === 'required' ? parentPointer(pointer) : pointer);
      }
      const again = readFeed(mended);
      expect(again.feed).toEqual(feed);
      // Nothing is wrong any more; at most something that is needed is now missing.
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
