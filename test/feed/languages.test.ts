import { expect, it } from 'vitest';
import { readItem } from './support/feeds.js';

it.each([
  ['en', 'en'],
  ['EN-us', 'en-US'],
  ['zh-hant-tw', 'zh-Hant-TW'],
  ['iw', 'he'],
  ['de-u-co-phonebk', 'de-u-co-phonebk'],
])('keeps the language %s in its canonical form, %s', (given, kept) => {
  const { item, notes } = readItem(undefined, { language: given });
  expect(item?.language).toBe(kept);
  expect(notes).toEqual([]);
});

it.for(['Brazilian Portuguese', 'en_US', 'e', 'en-', ' en', 'x', '"onload=', '\ud800', 5, {}, ['en']])(
  'refuses %j without an exception',
  (given) => {
    const { item, notes } = readItem(undefined, { language: given });
    expect(item?.language).toBeUndefined();
    expect(notes).toEqual(['/items/0/language language']);
  },
);
