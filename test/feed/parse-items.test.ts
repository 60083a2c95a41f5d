import { describe, expect, it } from 'vitest';
import { feedOf, itemOf, notesOf, readFeed } from './support/feeds.js';

describe('an item without an id is dropped alone', () => {
  it.each([
    ['no id', {}, '/id required'],
    ['null', { id: null }, '/id required'],
    ['blank', { id: ' ' }, '/id required'],
    ['an empty list', { id: [] }, '/id required'],
    ['an object', { id: {} }, '/id text'],
    ['a flag', { id: true }, '/id text'],
    ['a lone surrogate', { id: '\ud800' }, '/id text'],
    ['a list', { id: ['a'] }, '/id text'],
  ])('for %s', (_, id, note) => {
    const { feed, warnings } = readFeed(feedOf(itemOf(), { content_text: 'y', ...id }, itemOf({}, { id: 'z' })));
    expect(feed.items.map((item) => item.id)).toEqual(['a', 'z']);
    expect(notesOf(warnings)).toEqual([`/items/1${note}`]);
  });

  it.for([null, '', ' ', [], 5, 'item', true, [itemOf()]])('for an item that is no object: %j', (item) => {
    const { feed, warnings } = readFeed(feedOf(item, itemOf()));
    expect(feed.items.map(({ id }) => id)).toEqual(['a']);
    expect(notesOf(warnings)).toEqual(['/items/0 object']);
  });

  it('and leaves an empty feed where all items are invalid', () => {
    const { feed, warnings } = readFeed(feedOf(null, {}, 5));
    expect(feed.items).toEqual([]);
    expect(notesOf(warnings)).toEqual(['/items/0 object', '/items/1/id required', '/items/2 object']);
  });
});

describe('ids', () => {
  it.each([
    [0, '0'],
    [-0, '0'],
    [17, '17'],
    [1.5, '1.5'],
  ])('become a decimal string for the number %d, as JSON Feed requires', (id, text) => {
    const { feed, warnings } = readFeed(feedOf(itemOf({}, { id })));
    expect(feed.items[0]?.id).toBe(text);
    expect(warnings).toEqual([]);
  });

  it('cause a warning at the second of two items that share one; both stay in order', () => {
    const items = [itemOf({}, { title: 'first' }), itemOf({}, { id: 'b' }), itemOf({}, { title: 'second' })];
    const { feed, warnings } = readFeed(feedOf(...items));
    expect(feed.items.map(({ title }) => title)).toEqual(['first', undefined, 'second']);
    expect(notesOf(warnings)).toEqual(['/items/2/id unique']);
  });

  it('are equal for 1 and "1"', () => {
    expect(notesOf(readFeed(feedOf(itemOf({}, { id: '1' }), itemOf({}, { id: 1 }))).warnings)).toEqual([
      '/items/1/id unique',
    ]);
  });

  it.each(['__proto__', 'constructor', 'toString', 'a/b~c', ' spaced '])('may be %j', (id) => {
    const { feed, warnings } = readFeed(feedOf(itemOf({}, { id }), itemOf({}, { id })));
    expect(feed.items.map((item) => item.id)).toEqual([id, id]);
    expect(notesOf(warnings)).toEqual(['/items/1/id unique']);
  });
});

describe('_provision', () => {
  it('always exists', () => {
    expect(readFeed(feedOf(itemOf())).feed.items[0]?._provision).toEqual({});
  });

  it('is emptied for the wrong type, and the item stays', () => {
    const { feed, warnings } = readFeed(feedOf(itemOf('x')));
    expect(feed.items[0]).toEqual({ id: 'a', content_text: 'x', _provision: {} });
    expect(notesOf(warnings)).toEqual(['/items/0/_provision object']);
  });
});

describe('content_text', () => {
  it('causes a warning where it and content_html are missing; the item stays', () => {
    const { feed, warnings } = readFeed(feedOf({ id: 'a' }));
    expect(feed.items).toHaveLength(1);
    expect(notesOf(warnings)).toEqual(['/items/0/content_text required']);
  });

  it('may be blank', () => {
    expect(readFeed(feedOf({ id: 'a', content_text: '' })).warnings).toEqual([]);
  });
});
