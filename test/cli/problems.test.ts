import { describe, expect, it } from 'vitest';
import { problemOf, reasonOf, refusal, wrongHashes } from '../../src/cli/problems.js';
import { FeedError } from '../../src/feed/error.js';

describe('problems', () => {
  it('describes the expected value, and keeps pointer and page', () => {
    expect(problemOf({ pointer: '/items/0/url', expected: 'url', page: 'https://x.example/2.json' })).toEqual({
      pointer: '/items/0/url',
      expected: 'url',
      page: 'https://x.example/2.json',
      message: 'expected an absolute http: or https: URL without a user name',
    });
  });

  it('describes an unreadable feed by its error code and pointer', () => {
    expect(refusal(new FeedError('schema', 'No items', { pointer: '/items' }))).toEqual({
      pointer: '/items',
      expected: 'schema',
      message: 'No items',
    });
  });

  it('adds the nested cause of a failed request', () => {
    const failed = new TypeError('fetch failed', { cause: new Error('connect ECONNREFUSED') });
    expect(reasonOf(new FeedError('network', 'No response', { cause: failed }))).toBe(
      'No response (connect ECONNREFUSED)',
    );
    expect(reasonOf(new FeedError('network', 'No response'))).toBe('No response');
  });

  it('finds hashes that differ from the text by their place in the unparsed feed', async () => {
    // SHA-256 of "a".
    const hash = 'ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb';
    const clauses = [{ text: 'a', sha256: hash }, null, { text: 'b', sha256: hash }, { text: 'b' }];
    expect(await wrongHashes({ items: [null, { _provision: { clauses } }] })).toEqual([
      { pointer: '/items/1/_provision/clauses/2/sha256', expected: 'sha256-of-text' },
    ]);
    expect(await wrongHashes({ items: 'none' })).toEqual([]);
  });
});
