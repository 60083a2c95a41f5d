import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldForSearch, matchesIn, rowMatches, searchTerms } from '../../src/provision/comparison-search.js';

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

  it('folds every text to one of its own length', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(foldForSearch(text)).toHaveLength(text.length);
      }),
    );
    expect(foldForSearch('İSTANBUL ǅ ﬁ')).toHaveLength('İSTANBUL ǅ ﬁ'.length);
  });
});
