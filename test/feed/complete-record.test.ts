import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coreParser } from '../../src/feed/parse-core.js';
import { parseFeed, parseProvision } from '../../src/feed/parse.js';
import { completeRecord } from '../../src/feed/complete-record.js';
import { anyInput } from './support/arbitrary.js';
import { feedOf, filledIn, itemOf } from './support/feeds.js';
import { runs } from '../support/fuzz.js';

describe('completeRecord', () => {
  it('returns the same as the complete parser for the same input, with its feed', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        for (const [first, all] of [
          [coreParser.parseFeed(input), parseFeed(input)],
          [coreParser.parseProvision(input), parseProvision(input)],
        ] as const) {
          if (!all.ok || !first.ok) continue;
          filledIn(first.feed);
          for (const [index, provision] of first.feed.items.entries()) {
            const whole = completeRecord({ provision, feed: first.feed });
            expect(whole.provision).toEqual(all.feed.items[index]);
            expect({ ...whole.feed, items: [] }).toEqual({ ...all.feed, items: [] });
          }
        }
      }),
      { numRuns: runs(300, 50) },
    );
  });

  it('adds the members that the core parser leaves out of the record and of the feed', () => {
    const input = {
      ...feedOf(itemOf({ agencies: [{ name: 'Office of Weights' }] })),
      _provision_feed: { notices: { actions: 'Ask first.' } },
    };
    const { provision, feed } = completeRecord(first(input));
    expect(provision._provision.agencies).toEqual([{ name: 'Office of Weights' }]);
    expect(feed._provision_feed?.notices?.actions).toBe('Ask first.');
  });

  it('returns the same object each time, so that the shown record does not seem changed', () => {
    const shown = first(feedOf(itemOf({ agencies: [{ name: 'Office of Weights' }] })));
    expect(completeRecord(shown).provision).toBe(completeRecord(shown).provision);
    expect(completeRecord(shown).feed).toBe(completeRecord(shown).feed);
  });

  it('returns an object that inherits nothing, like the core parser', () => {
    const { provision } = completeRecord(first(feedOf(itemOf({}))));
    expect('toString' in provision).toBe(false);
  });

  it('returns the core parser’s record when the source cannot be read again', () => {
    let readable = true;
    const item = {
      id: 'CW-1',
      get title() {
        if (!readable) throw new Error('gone');
        return 'Terms';
      },
    };
    const shown = first(feedOf(item));
    readable = false;
    expect(completeRecord(shown).provision).toBe(shown.provision);
  });
});

function first(input: unknown) {
  const result = coreParser.parseFeed(input);
  if (!result.ok) throw result.error;
  return { provision: result.feed.items[0]!, feed: result.feed };
}
