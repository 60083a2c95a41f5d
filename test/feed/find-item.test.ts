import { expect, it } from 'vitest';
import { findItem } from '../../src/feed/find-item.js';
import { feedOf, itemOf, readFeed } from './support/feeds.js';

const { feed } = readFeed(
  feedOf(itemOf({}, { title: 'first' }), itemOf({}, { id: 7 }), itemOf({}, { title: 'second' })),
);

it('returns the first of two items with the same id', () => {
  expect(findItem(feed, 'a')?.title).toBe('first');
});

it('finds an item with a numeric id by its string', () => {
  expect(findItem(feed, '7')?.id).toBe('7');
});

it('returns the only item of a feed without an id, and nothing of a longer feed', () => {
  expect(findItem(feed)).toBeUndefined();
  expect(findItem(readFeed(feedOf()).feed)).toBeUndefined();
  expect(findItem(readFeed(feedOf(itemOf())).feed)?.id).toBe('a');
});

it('finds nothing by an unknown id or by the name of an inherited member', () => {
  for (const id of ['', 'z', '__proto__', 'constructor', 'hasOwnProperty']) expect(findItem(feed, id)).toBeUndefined();
});
