import type { ComparisonItem } from '../../feed/types.js';

const marks = /\p{M}/gu;

/**
 * Folds a text for searching: lower case without diacritics, so that "cafe" finds "Café". The length stays the same, so
 * that an offset in the result is an offset in the text.
 */
export function foldForSearch(text: string): string {
  const lower = text.toLowerCase();
  // A fast path, because most texts are ASCII.
  if (/^[\0-\x7f]*$/.test(lower)) return lower;
  return text
    .replace(/[^\0-\x7f]/gu, (letter) => {
      const bare = letter.normalize('NFD').replace(marks, '').toLowerCase();
      if (bare.length === letter.length) return bare;
      const small = letter.toLowerCase();
      return small.length === letter.length ? small : letter;
    })
    .replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

/** Splits a query into words, all of which have to match. */
export function searchTerms(query: string): readonly string[] {
  return [...new Set(foldForSearch(query.normalize('NFC')).split(/\s+/).filter(Boolean))];
}

/** Whether a row contains all the words, in the platform's name, its rating or its excerpt. */
export function rowMatches({ platform, severity, excerpt }: ComparisonItem, terms: readonly string[]): boolean {
  if (!terms.length) return true;
  const text = [platform?.name, platform?.slug, severity?.label, excerpt]
    .filter((part) => part !== undefined)
    .join('\n');
  const folded = foldForSearch(text.normalize('NFC'));
  return terms.every((term) => folded.includes(term));
}

/** Returns the start and end offsets of the words in a text, without overlaps. */
export function matchesIn(text: string, terms: readonly string[]): readonly (readonly [start: number, end: number])[] {
  const folded = foldForSearch(text);
  const ranges: [number, number][] = [];
  for (const term of terms) {
    for (let at = folded.indexOf(term); at >= 0; at = folded.indexOf(term, at + term.length)) {
      ranges.push([at, at + term.length]);
    }
  }
  ranges.sort(([a], [b]) => a - b);
  const merged: [number, number][] = [];
  for (const [start, end] of ranges) {
    const last = merged.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else merged.push([start, end]);
  }
  return merged;
}
