import { describe, expect, it } from 'vitest';
import { FeedError } from '../../src/feed/error.js';
import { parseFeed, parseFeedText } from '../../src/feed/parse.js';
import { feedOf, itemOf, notesOf, readFeed } from './support/feeds.js';

function refusal(input: unknown): FeedError {
  const result = parseFeed(input);
  if (result.ok) throw new Error('It was not refused');
  expect(result.error).toBeInstanceOf(FeedError);
  return result.error;
}

describe('parseFeed refuses a value that is no feed, with the reason and the place', () => {
  it.for([undefined, null, '', 'feed', 0, true, [], [feedOf()], Symbol('s'), () => feedOf()])('for %s', (input) => {
    expect(refusal(input)).toMatchObject({ code: 'schema', pointer: '' });
  });

  it.for([undefined, null, '', 'items', 0, true, {}, { 0: itemOf(), length: 1 }])('for items that are %s', (items) => {
    expect(refusal({ ...feedOf(), items })).toMatchObject({ code: 'schema', pointer: '/items' });
  });

  it('for missing items', () => {
    expect(refusal({ version: 'https://jsonfeed.org/version/1.1', title: 'T' })).toMatchObject({ pointer: '/items' });
  });

  it('but accepts an empty list of items', () => {
    expect(readFeed(feedOf())).toEqual({ ok: true, feed: feedOf(), warnings: [] });
  });

  it.each(['', ' ', '<!doctype html><title>502</title>', '{"items":[', '{"items":[]}{', "{'items':[]}", '\ufeff{'])(
    'for text that is not JSON: %j',
    (text) => {
      const result = parseFeedText(text);
      expect(result).toMatchObject({ ok: false, error: { name: 'FeedError', code: 'json' } });
      expect(!result.ok && result.error.cause).toBeInstanceOf(SyntaxError);
    },
  );
});

describe('spec', () => {
  it.each(['1', '1.0', '1.1', '1.99', 1, 1.7])('%j is accepted', (spec) => {
    const { feed, warnings } = readFeed({ ...feedOf(itemOf()), _provision_feed: { spec } });
    expect(warnings).toEqual([]);
    expect(feed._provision_feed?.spec).toBe(String(spec));
    expect(feed.items).toHaveLength(1);
  });

  it.for([undefined, null, '', ' ', []])('%j counts as missing and is accepted', (spec) => {
    const { feed, warnings } = readFeed({ ...feedOf(itemOf()), _provision_feed: { spec } });
    expect(warnings).toEqual([]);
    expect(feed.items).toHaveLength(1);
  });

  it.each(['2.0', '2', '0.9', '10.0', '1.', '1.0.0', 'v1', ' 1.0', '1.0\n', 'garbage', 2, 10, 0])(
    '%j is refused, and the message names it',
    (spec) => {
      const error = refusal({ ...feedOf(itemOf()), _provision_feed: { spec } });
      expect(error).toMatchObject({ code: 'version', pointer: '/_provision_feed/spec' });
      expect(error.message).toContain(String(spec));
    },
  );

  it('is dropped for the wrong type, and never converted to a string', () => {
    const hostile = [
      true,
      {},
      { toString: 1, valueOf: 1 },
      ['2.0'],
      [['2.0']],
      JSON.parse(deepList(200_000)) as unknown,
    ];
    for (const spec of hostile) {
      const { feed, warnings } = readFeed({ ...feedOf(itemOf()), _provision_feed: { spec } });
      expect(notesOf(warnings)).toEqual(['/_provision_feed/spec text']);
      expect(feed.items).toHaveLength(1);
    }
  });

  it('is checked before the items, because its reason is clearer', () => {
    expect(refusal({ _provision_feed: { spec: '2.0' }, records: [] })).toMatchObject({ code: 'version' });
  });

  it('is shortened in the message', () => {
    expect(refusal({ ...feedOf(), _provision_feed: { spec: '2'.repeat(1e6) } }).message.length).toBeLessThan(200);
  });
});

describe('members that JSON Feed requires and we do not cause warnings', () => {
  it.each(['https://jsonfeed.org/version/1', 'https://jsonfeed.org/version/1.1'])('but not version %s', (version) => {
    expect(readFeed({ ...feedOf(), version }).warnings).toEqual([]);
  });

  it.each([undefined, null, '', 'https://jsonfeed.org/version/2', 'http://jsonfeed.org/version/1.1', '1.1'])(
    'for version %j',
    (version) => {
      const { feed, warnings } = readFeed({ ...feedOf(itemOf()), version });
      expect(notesOf(warnings)).toEqual(['/version json-feed-version']);
      expect(feed.items).toHaveLength(1);
    },
  );

  it.each([undefined, null, ' '])('for a missing title: %j', (title) => {
    expect(notesOf(readFeed({ ...feedOf(), title }).warnings)).toEqual(['/title required']);
  });

  it('once for a title of the wrong type', () => {
    expect(notesOf(readFeed({ ...feedOf(), title: 5 }).warnings)).toEqual(['/title text']);
  });

  it('for a feed with items only', () => {
    const { feed, warnings } = readFeed({ items: [itemOf()] });
    expect(notesOf(warnings)).toEqual(['/version json-feed-version', '/title required']);
    expect(feed).toEqual({ items: [{ id: 'a', content_text: 'x', _provision: {} }] });
  });
});

function deepList(depth: number): string {
  return '['.repeat(depth) + ']'.repeat(depth);
}
