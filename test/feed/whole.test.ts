import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coreParser } from '../../src/feed/parse-core.js';
import { parseFeed, parseProvision } from '../../src/feed/parse.js';
import { wholeRecord } from '../../src/feed/whole.js';
import { anyInput } from './support/arbitrary.js';
import { feedOf, filledIn, itemOf } from './support/feeds.js';
import { runs } from '../support/fuzz.js';

describe('the rest of a record', () => {
  it('is what the whole parser makes of the same input, with its feed', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        for (const [first, all] of [
          [coreParser.parseFeed(input), parseFeed(input)],
          [coreParser.parseProvision(input), parseProvision(input)],
        ] as const) {
          if (!all.ok || !first.ok) continue;
          filledIn(first.feed);
          for (const [index, provision] of first.feed.items.entries()) {
            const whole = wholeRecord({ provision, feed: first.feed });
            expect(whole.provision).toEqual(all.feed.items[index]);
            expect({ ...whole.feed, items: [] }).toEqual({ ...all.feed, items: [] });
          }
        }
      }),
      { numRuns: runs(300, 50) },
    );
  });

  it('has what the first reading leaves out, of the record and of the feed', () => {
    const input = {
      ...feedOf(itemOf({ agencies: [{ name: 'Office of Weights' }] })),
      _provision_feed: { notices: { actions: 'Ask first.' } },
    };
    const { provision, feed } = wholeRecord(first(input));
    expect(provision._provision.agencies).toEqual([{ name: 'Office of Weights' }]);
    expect(feed._provision_feed?.notices?.actions).toBe('Ask first.');
  });

  it('is the same object each time, so that what is shown is not thought to have changed', () => {
    const shown = first(feedOf(itemOf({ agencies: [{ name: 'Office of Weights' }] })));
    expect(wholeRecord(shown).provision).toBe(wholeRecord(shown).provision);
    expect(wholeRecord(shown).feed).toBe(wholeRecord(shown).feed);
  });

  it('inherits nothing, as the first reading does not', () => {
    const { provision } = wholeRecord(first(feedOf(itemOf({}))));
    expect('toString' in provision).toBe(false);
  });

  it('is the first reading where the source can be read no more', () => {
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
    expect(wholeRecord(shown).provision).toBe(shown.provision);
  });
});

function first(input: unknown) {
  const result = coreParser.parseFeed(input);
  if (!result.ok) throw result.error;
  return { provision: result.feed.items[0]!, feed: result.feed };
}
