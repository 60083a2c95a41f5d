import { describe, expect, it } from 'vitest';
import { dateParts, integer, sha256 } from '../../src/feed/scalars-full.js';
import { date, language, url } from '../../src/feed/scalars.js';

const hash = '0123456789abcdef'.repeat(4);

describe('sha256', () => {
  it('accepts 64 lower-case hex digits', () => {
    expect(sha256(hash)).toBe(hash);
  });

  it.each([
    `${hash}0`,
    `0${hash}`,
    hash.slice(1),
    'a',
    hash.toUpperCase(),
    `${hash}\n`,
    '',
    5,
    [hash],
    { toString: () => hash },
  ])('refuses %j', (value) => {
    expect(sha256(value)).toBeUndefined();
  });
});

describe('dateParts', () => {
  it.each<[unknown, unknown]>([
    [[[2026]], [[2026]]],
    [[[2026, 5, 12]], [[2026, 5, 12]]],
    [[['2026', '05', '12']], [[2026, 5, 12]]],
    [[['-44', 3, 15]], [[-44, 3, 15]]],
    [[[2026, 5, 12, 15, 9]], [[2026, 5, 12]]],
    [
      [[2026], [2027], [2028]],
      [[2026], [2027]],
    ],
    [
      [[2026], [2027], 'x'],
      [[2026], [2027]],
    ],
    [[], []],
  ])('accepts %j: %j', (value, kept) => {
    expect(dateParts(value)).toEqual(kept);
  });

  it.each<unknown>([
    [[[]]],
    [['2026']],
    [[['May']]],
    [[['5x']]],
    [[['x5']]],
    [[[2026.5]]],
    [[[null]]],
    ['2026'],
    [[[2026], []]],
    [[[2026], 5]],
  ])('refuses %j', (value) => {
    expect(dateParts(value)).toBeUndefined();
  });
});

it('accepts whole numbers of either sign as an integer', () => {
  expect([integer(-5), integer(0), integer(2 ** 53), integer(0.5), integer('5')]).toEqual([
    -5,
    0,
    undefined,
    undefined,
    undefined,
  ]);
});

it('refuses values that are no text as URL, date and language without converting them', () => {
  for (const read of [url, date, language]) {
    for (const value of [undefined, 5, {}, ['en'], ['https://a.example/'], ['2026-01-01']])
      expect(read(value)).toBeUndefined();
  }
});

it('refuses an invalid language', () => {
  expect(['de-at', 'x', 'not a tag', 'en_GB', 'zh-hant'].map((tag) => language(tag))).toEqual([
    'de-AT',
    undefined,
    undefined,
    undefined,
    'zh-Hant',
  ]);
});
