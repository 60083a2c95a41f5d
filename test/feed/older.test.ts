import { expect, it } from 'vitest';
import { isOlder } from '../../src/feed/older.js';
import { coreParser } from '../../src/feed/parse-core.js';
import { parseFeed } from '../../src/feed/parse.js';
import type { Feed } from '../../src/feed/types.js';
import { feedOf } from './support/feeds.js';

const parsers = { 'all of it': parseFeed, 'what is shown at first': coreParser.parseFeed };

// The core parser leaves `generated` out; it is then looked up in what was read.
for (const [name, parse] of Object.entries(parsers)) {
  const made = (head: unknown): Feed => {
    const result = parse({ ...feedOf(), ...(head === undefined ? {} : { _provision_feed: head }) });
    if (!result.ok) throw result.error;
    return result.feed;
  };
  const at = (generated: unknown) => made({ generated });

  it(`of two feeds the older one is known by their own dates, read as ${name}`, () => {
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
    ['a date that is none', { generated: 'June 2026' }],
    ['a date that is no text', { generated: 5 }],
  ])(`is not said of a feed that does not say when it was made: %s, read as ${name}`, (_name, head) => {
    const july = at('2026-07-01T00:00Z');
    expect(isOlder(made(head), july)).toBe(false);
    expect(isOlder(july, made(head))).toBe(false);
  });
}

it('nor of one that nobody has read', () => {
  const july = parseFeed({ ...feedOf(), _provision_feed: { generated: '2026-07-01' } });
  expect(isOlder({ items: [] }, july.ok ? july.feed : { items: [] })).toBe(false);
});
