import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldForSearch, matchesIn, rowMatches, searchTerms } from '../../src/provision/comparison/search.js';

const found = (text: string, query: string) =>
  matchesIn(text, searchTerms(query)).map(([start, end]) => text.slice(start, end));

describe('a search', () => {
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

  it('wants every word, wherever it stands', () => {
    const row = { platform: { name: 'Nimbril' }, severity: { label: 'High' }, excerpt: 'By telephone.' };
    expect(rowMatches(row, searchTerms('telephone nimbril high'))).toBe(true);
    expect(rowMatches(row, searchTerms('telephone aldergram'))).toBe(false);
  });

  it('for nothing finds all', () => {
    expect(rowMatches({}, searchTerms('  '))).toBe(true);
    expect(rowMatches({}, searchTerms('x'))).toBe(false);
  });

  it('takes no character for a pattern', () => {
    expect(rowMatches({ excerpt: 'a+b (c) [d] .*' }, searchTerms('.* [d] a+b'))).toBe(true);
    expect(rowMatches({ excerpt: 'aab' }, searchTerms('a+b'))).toBe(false);
  });

  it('knows where its words stand, once where they overlap', () => {
    expect(found('Straße, MÖTEN und Möten', 'möten')).toEqual(['MÖTEN', 'Möten']);
    expect(found('abcabc', 'abca cabc')).toEqual(['abcabc']);
    expect(found('x', '')).toEqual([]);
  });

  it('folds letters without their marks, and leaves those alone that would change its length', () => {
    expect(foldForSearch('ÀÉÎ ÇÑ ÖÅ X')).toBe('aei cn oa x');
    expect(foldForSearch('PLAIN, 1')).toBe('plain, 1');
    // Two code units in capitals or small, "i̇": what would be longer stays as it is.
    expect(foldForSearch('İ')).toBe('i');
    expect(foldForSearch('e\u0301')).toBe('e\u0301');
    expect(foldForSearch('𝔸 Ǆ Ⅷ')).toBe('𝔸 ǆ ⅷ');
    expect(foldForSearch('각')).toBe('각');
  });

  it('looks at names, slugs, ratings and excerpts, and at no two of them as one', () => {
    const row = { platform: { name: 'Nim', slug: 'bril' }, severity: { label: 'Hi' }, excerpt: 'gh' };
    for (const word of ['nim', 'bril', 'hi', 'gh']) expect(rowMatches(row, searchTerms(word))).toBe(true);
    for (const word of ['nimbril', 'high', 'undefined']) expect(rowMatches(row, searchTerms(word))).toBe(false);
    expect(rowMatches({ excerpt: 'a' }, ['undefined'])).toBe(false);
    expect(rowMatches({ excerpt: 'a\n\nb' }, ['a\n\nb'])).toBe(true);
    expect(rowMatches({ excerpt: 'a' }, ['\na'])).toBe(false);
  });

  it('takes the words of a query once, whatever stands between them', () => {
    expect(searchTerms('  One two\t\n one ')).toEqual(['one', 'two']);
    expect(searchTerms('')).toEqual([]);
  });

  it('marks places in the order of the text, and neighbours as one', () => {
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

  it('folds every text to one of its own length', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(foldForSearch(text)).toHaveLength(text.length);
      }),
    );
    expect(foldForSearch('İSTANBUL ǅ ﬁ')).toHaveLength('İSTANBUL ǅ ﬁ'.length);
  });
});
