import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ProvisionLoadEvent } from '../../src/events/load.js';
import { coreParser } from '../../src/feed/parse-core.js';
import { parseFeed, parseProvision } from '../../src/feed/parse.js';
import { required } from '../../src/feed/required.js';
import * as core from '../../src/feed/schema-core.js';
import type { ObjectSchema, Schema } from '../../src/feed/schema-types.js';
import * as whole from '../../src/feed/schema.js';
import { anyInput } from './support/arbitrary.js';
import { findItem } from '../../src/feed/find-item.js';
import { completeRecord } from '../../src/feed/complete-record.js';
import { feedOf, filledIn, itemOf, notesOf } from './support/feeds.js';
import { runs } from '../support/fuzz.js';

describe('the core parser and the complete parser', () => {
  it('agree on all members that the core parser reads, including the warnings', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        for (const [first, all] of [
          [coreParser.parseFeed(input), parseFeed(input)],
          [coreParser.parseProvision(input), parseProvision(input)],
        ] as const) {
          if (!all.ok || !first.ok) {
            expect(first).toEqual(all);
            continue;
          }
          const { items, ...head } = all.feed;
          filledIn(first.feed);
          expect(first.feed).toEqual({
            ...(only(core.feedHead, head) as object),
            items: items.map((item) => ({ _provision: {}, ...(only(core.item, item) as object) })),
          });
          expect(notesOf(all.warnings)).toEqual(expect.arrayContaining(notesOf(first.warnings)));
        }
      }),
      { numRuns: runs(300, 50) },
    );
  });

  it('differ only in members that the core parser leaves out', () => {
    expectWithin(core.item, whole.item);
    expectWithin(core.feedHead, whole.feedHead);
  });

  it('differ in warnings for members that the core parser leaves out', () => {
    const result = coreParser.parseFeed(feedOf(itemOf({ agencies: 5, severity: 5 })));
    expect(result.ok && notesOf(result.warnings)).toEqual(['/items/0/_provision/severity object']);
  });
});

describe('the text of a feed', () => {
  it('is parsed like the feed itself, in any order of reading its items', () => {
    fc.assert(
      fc.property(anyInput, fc.string(), fc.boolean(), (input, id, byIdFirst) => {
        const text = JSON.stringify(input) ?? 'null';
        const [now, whenAsked] = [coreParser.parseFeed(JSON.parse(text)), coreParser.parseFeedText(text)];
        if (!now.ok || !whenAsked.ok) {
          expect(whenAsked).toEqual(now);
          return;
        }
        const ids = [id, ...now.feed.items.map((item) => item.id)];
        const found = byIdFirst ? ids.map((one) => findItem(whenAsked.feed, one)) : [];
        expect(whenAsked.feed).toEqual(now.feed);
        expect(ids.map((one) => findItem(whenAsked.feed, one))).toEqual(ids.map((one) => findItem(now.feed, one)));
        for (const one of found) if (one) expect(whenAsked.feed.items).toContain(one);
        expect(notesOf(whenAsked.warnings).sort()).toEqual(notesOf(now.warnings).sort());
      }),
      { numRuns: runs(300, 50) },
    );
  });

  it('is parsed lazily, with warnings for the parsed items only', () => {
    const items = [
      itemOf({ severity: 1 }, { id: 'a' }),
      itemOf({ severity: 2 }, { id: 'b' }),
      itemOf({}, { id: 'b' }),
      itemOf({}, { id: ' ' }),
    ];
    const result = coreParser.parseFeedText(JSON.stringify(feedOf(...items)));
    if (!result.ok) throw result.error;
    expect(notesOf(result.warnings)).toEqual([]);
    expect(findItem(result.feed, ' ')).toBeUndefined();
    expect(findItem(result.feed, 'b')?._provision).toEqual({});
    expect(notesOf(result.warnings)).toEqual(['/items/1/_provision/severity object']);
    expect(new ProvisionLoadEvent(result.feed, result.feed.items[0]!, result.warnings).warnings).toHaveLength(4);
  });

  it('is parsed on a page with a polluted Object.prototype', () => {
    const text = JSON.stringify(feedOf(itemOf()));
    Object.defineProperty(Object.prototype, 'value', { value: 'evil', configurable: true });
    const result = coreParser.parseFeedText(text);
    Reflect.deleteProperty(Object.prototype, 'value');
    expect(result.ok).toBe(true);
  });

  it('is parsed lazily after all items were read, too', () => {
    const result = coreParser.parseFeedText(
      JSON.stringify(feedOf(itemOf({}, { id: 'a' }), itemOf({ severity: 2 }, { id: 'b' }))),
    );
    if (!result.ok) throw result.error;
    const whole = completeRecord({ feed: result.feed, provision: findItem(result.feed, 'a')! });
    expect(result.warnings).toEqual([]);
    expect(whole.feed.items).toBe(result.feed.items);
    expect(result.warnings).toHaveLength(1);
  });
});

/** The members of a value that a schema names, where a larger schema read the value. */
function only(schema: Schema, value: unknown): unknown {
  if (typeof schema === 'function') return value;
  if (Array.isArray(schema)) {
    const kept = (value as unknown[])
      .map((entry) => only(schema[0] as Schema, entry))
      .filter((entry) => entry !== undefined);
    return kept.length ? kept : undefined;
  }
  const members = Object.entries(value as object)
    .filter(([member]) => Object.hasOwn(schema, member))
    .map(([member, entry]) => [member, only((schema as ObjectSchema)[member]!, entry)] as const)
    .filter(([, entry]) => entry !== undefined);
  return members.length ? Object.fromEntries(members) : undefined;
}

function expectWithin(narrow: Schema, wide: Schema | undefined): void {
  if (typeof narrow === 'function') {
    expect(wide).toBe(narrow);
  } else if (Array.isArray(narrow)) {
    expect(Array.isArray(wide)).toBe(true);
    expectWithin(narrow[0] as Schema, (wide as readonly [Schema])[0]);
  } else {
    expect((wide as ObjectSchema)[required]).toBe((narrow as ObjectSchema)[required]);
    for (const [member, of] of Object.entries(narrow)) expectWithin(of, (wide as ObjectSchema)[member]);
  }
}
