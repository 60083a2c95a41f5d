import { expect, it } from 'vitest';
import { isOlder } from '../../src/feed/feed-age.js';
import { coreParser } from '../../src/feed/parse-core.js';
import { parseFeed } from '../../src/feed/parse.js';
import type { Feed } from '../../src/feed/types.js';
import { feedOf } from './support/feeds.js';

const parsers = { 'the complete parser': parseFeed, 'the core parser': coreParser.parseFeed };

// The core parser leaves `generated` out, so `isOlder` reads it from the unparsed source.
for (const [name, parse] of Object.entries(parsers)) {
  const made = (head: unknown): Feed => {
    const result = parse({ ...feedOf(), ...(head === undefined ? {} : { _provision_feed: head }) });
    if (!result.ok) throw result.error;
    return result.feed;
  };
  const at = (generated: unknown) => made({ generated });

  it(`compares two feeds by their dates, parsed with ${name}`, () => {
    const [june, july] = [at('2026-06-01T00:00Z'), at('2026-07-01T00:00Z')];
    expect(isOlder(june, july)).toBe(true);
    expect(isOlder(july, june)).toBe(false);
    expect(isOlder(june, at('2026-06-01T00:00Z'))).toBe(false);
    expect(isOlder(at('2026-06-01T02:00+02:00'), june)).toBe(false);
  });

  it.each([
    ['no head', undefined],
    ['a head that is a text', 'x'],
    ['no date', {}],
    ['an invalid date', { generated: 'June 2026' }],
    ['a date that is no text', { generated: 5 }],
  ])(`returns false where a feed has no date: %s, parsed with ${name}`, (_name, head) => {
    const july = at('2026-07-01T00:00Z');
    expect(isOlder(made(head), july)).toBe(false);
    expect(isOlder(july, made(head))).toBe(false);
  });
}

it('returns false for a feed that no parser created', () => {
  const july = parseFeed({ ...feedOf(), _provision_feed: { generated: '2026-07-01' } });
  expect(isOlder({ items: [] }, july.ok ? july.feed : { items: [] })).toBe(false);
});
