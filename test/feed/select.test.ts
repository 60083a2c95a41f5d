import { expect, it } from 'vitest';
import { findItem } from '../../src/feed/select.js';
import { feedOf, itemOf, readFeed } from './support/feeds.js';

const { feed } = readFeed(
  feedOf(itemOf({}, { title: 'first' }), itemOf({}, { id: 7 }), itemOf({}, { title: 'second' })),
);

it('of two items with one id the first is meant', () => {
  expect(findItem(feed, 'a')?.title).toBe('first');
});

it('an id that was a number is found by its string', () => {
  expect(findItem(feed, '7')?.id).toBe('7');
});

it('without an id, only a feed of one has an item', () => {
  expect(findItem(feed)).toBeUndefined();
  expect(findItem(readFeed(feedOf()).feed)).toBeUndefined();
  expect(findItem(readFeed(feedOf(itemOf())).feed)?.id).toBe('a');
});

it('an id that is none, or is somebody’s prototype, finds nothing', () => {
  for (const id of ['', 'z', '__proto__', 'constructor', 'hasOwnProperty']) expect(findItem(feed, id)).toBeUndefined();
});
