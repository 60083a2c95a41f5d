import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldForSearch, matchesIn, rowMatches, searchTerms } from '../../src/provision/comparison/search.js';

const found = (text: string, query: string) =>
  matchesIn(text, searchTerms(query)).map(([start, end]) => text.slice(start, end));

describe('the search in a comparison', () => {
  it.each([
    ['Café', 'cafe'],
    ['cafe', 'CAFÉ'],
    ['Sundvik Möten', 'moten sundvik'],
    ['Cafe\u0301 du port', 'café'],
    ['ΔΙΑΙΤΗΣΙΑ', 'διαιτησια'],
    ['شروط', 'شروط'],
  ])('finds %j by %j', (text, query) => {
    expect(rowMatches({ excerpt: text }, searchTerms(query))).toBe(true);
  });

  it('requires every word, in any order', () => {
    const row = { platform: { name: 'Nimbril' }, severity: { label: 'High' }, excerpt: 'By telephone.' };
    expect(rowMatches(row, searchTerms('telephone nimbril high'))).toBe(true);
    expect(rowMatches(row, searchTerms('telephone aldergram'))).toBe(false);
  });

  it('finds all rows for an empty query', () => {
    expect(rowMatches({}, searchTerms('  '))).toBe(true);
    expect(rowMatches({}, searchTerms('x'))).toBe(false);
  });

  it('treats every character literally', () => {
    expect(rowMatches({ excerpt: 'a+b (c) [d] .*' }, searchTerms('.* [d] a+b'))).toBe(true);
    expect(rowMatches({ excerpt: 'aab' }, searchTerms('a+b'))).toBe(false);
  });

  it('returns the places of the words, merged where they overlap', () => {
    expect(found('Straße, MÖTEN und Möten', 'möten')).toEqual(['MÖTEN', 'Möten']);
    expect(found('abcabc', 'abca cabc')).toEqual(['abcabc']);
    expect(found('x', '')).toEqual([]);
  });

  it('folds letters to their base, except where that changes the length', () => {
    expect(foldForSearch('ÀÉÎ ÇÑ ÖÅ X')).toBe('aei cn oa x');
    expect(foldForSearch('PLAIN, 1')).toBe('plain, 1');
    // "i̇" has two code units in either case, so that the longer form stays.
    expect(foldForSearch('İ')).toBe('i');
    expect(foldForSearch('e\u0301')).toBe('e\u0301');
    expect(foldForSearch('𝔸 Ǆ Ⅷ')).toBe('𝔸 ǆ ⅷ');
    expect(foldForSearch('각')).toBe('각');
  });

  it('searches names, slugs, ratings and excerpts separately', () => {
    const row = { platform: { name: 'Nim', slug: 'bril' }, severity: { label: 'Hi' }, excerpt: 'gh' };
    for (const word of ['nim', 'bril', 'hi', 'gh']) expect(rowMatches(row, searchTerms(word))).toBe(true);
    for (const word of ['nimbril', 'high', 'undefined']) expect(rowMatches(row, searchTerms(word))).toBe(false);
    expect(rowMatches({ excerpt: 'a' }, ['undefined'])).toBe(false);
    expect(rowMatches({ excerpt: 'a\n\nb' }, ['a\n\nb'])).toBe(true);
    expect(rowMatches({ excerpt: 'a' }, ['\na'])).toBe(false);
  });

  it('splits a query at white space, and drops repeated words', () => {
    expect(searchTerms('  One two\t\n one ')).toEqual(['one', 'two']);
    expect(searchTerms('')).toEqual([]);
  });

  it('returns places in the order of the text, and merges adjacent ones', () => {
    const placesOf = (text: string, terms: readonly string[]) => matchesIn(text, terms);
    expect(placesOf('b a b', ['b', 'a'])).toEqual([
      [0, 1],
      [2, 3],
      [4, 5],
    ]);
    expect(placesOf('ab', ['b', 'a'])).toEqual([[0, 2]]);
    expect(placesOf('abcd', ['abcd', 'bc'])).toEqual([[0, 4]]);
    expect(placesOf('aaa', ['aa'])).toEqual([[0, 2]]);
  });

  it('folds every text to the same length', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(foldForSearch(text)).toHaveLength(text.length);
      }),
    );
    expect(foldForSearch('İSTANBUL ǅ ﬁ')).toHaveLength('İSTANBUL ǅ ﬁ'.length);
  });
});
