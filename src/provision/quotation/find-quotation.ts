/** Searches for a quotation in a wording, by the rules of quotation practice. */
import { hiddenAddress } from './hidden-address.js';
import type { Run, Word } from './words.js';

/** Most words that an insertion in brackets replaces: a name, a clause of a sentence. */
const maxBracketWords = 25;
/** Fewest letters and digits of a quotation. A shorter text occurs in many places. */
const minLetters = 12;
/** Steps after which the search ends without a result, because a hostile text could make it run for minutes. */
const maxSteps = 2_000_000;

/** A match of a quotation in a wording. */
export interface Place {
  /** Number of words in the wording that the quotation leaves out; 0 for a complete quotation. */
  readonly missing: number;
  /** Number of places where only the punctuation or a list marker differs, which markup and editors change. */
  readonly slips: number;
  /**
   * Number of slips where the quotation has punctuation that the wording lacks. Editors remove marks more often than
   * they add any.
   */
  readonly added: number;
}

/**
 * Finds a quotation in a wording: all of its runs of words, in order, apart from typography, list markers and
 * punctuation at the ends of lines. Undefined where the wording does not contain it.
 */
export function findQuotation(runs: readonly Run[], wording: readonly Word[]): Place | undefined {
  const letters = runs.reduce((sum, { words }) => sum + words.reduce((all, { text }) => all + text.length, 0), 0);
  if (!runs.length || (letters < minLetters && letters < lettersOf(wording))) return undefined;
  const starts = new Map<string, number[]>();
  for (const [index, { text }] of wording.entries()) {
    const list = starts.get(text);
    if (list) list.push(index);
    else starts.set(text, [index]);
  }
  const before = wordsBefore(wording);
  const count = (from: number, to: number) => (before[to] ?? 0) - (before[from] ?? 0);
  const failed = new Set<string>();
  let steps = 0;

  /** Returns the best match of the runs from `index` on, at or after the word `from`; undefined without a match. */
  const search = (index: number, from: number): Place | undefined => {
    const run = runs[index];
    if (!run) return { missing: count(from, wording.length), slips: 0, added: 0 };
    const key = `${index} ${from}`;
    if (failed.has(key)) return undefined;
    const first = run.words.find(({ marker }) => marker === undefined) ?? run.words[0];
    const reach =
      index === 0 || run.gap === 'ellipsis' || run.gap === 'block'
        ? Infinity
        : run.gap === 'bracket'
          ? maxBracketWords
          : 0;
    let best: Place | undefined;
    for (const at of starts.get(first?.text ?? '') ?? []) {
      if (at < from) continue;
      const skipped = count(from, at);
      if (skipped > reach) break;
      const end = matchRun(run.words, wording, at, first);
      steps += run.words.length;
      if (steps > maxSteps) return best;
      if (end === undefined) continue;
      const rest = search(index + 1, end.at);
      if (rest === undefined) continue;
      const place = {
        missing: rest.missing + (run.gap === 'bracket' ? 0 : skipped),
        slips: rest.slips + end.slips,
        added: rest.added + end.added,
      };
      if (!best || isBetter(place, best)) best = place;
      if (best.missing + best.slips === 0) break;
    }
    if (best === undefined) failed.add(key);
    return best;
  };
  return search(0, 0);
}

/** Whether match `a` is better than `b`: fewer missing words, else fewer slips. */
export function isBetter(a: Place, b: Place): boolean {
  return a.missing - b.missing < 0 || (a.missing === b.missing && a.slips < b.slips);
}

const lettersOf = (words: readonly Word[]) => words.reduce((sum, { text }) => sum + text.length, 0);

/** Counts, for each index of a wording, the words before it that are not list markers. */
function wordsBefore(wording: readonly Word[]): Uint32Array {
  const before = new Uint32Array(wording.length + 1);
  for (const [index, { marker }] of wording.entries()) {
    before[index + 1] = (before[index] ?? 0) + Number(marker === undefined);
  }
  return before;
}

/** Returns the end of a run that starts at a word of the wording; undefined where it does not match there. */
function matchRun(
  run: readonly Word[],
  wording: readonly Word[],
  at: number,
  first: Word | undefined,
): { readonly at: number; readonly slips: number; readonly added: number } | undefined {
  let [slips, added] = [0, 0];
  let [ownIndex, otherIndex] = [first ? run.indexOf(first) : 0, at];
  // List markers before the first word count where both texts have them.
  if (ownIndex > 0 && (wording[at - 1]?.marker ?? run[ownIndex - 1]?.marker) !== run[ownIndex - 1]?.marker)
    return undefined;
  while (ownIndex < run.length) {
    const [ownWord, otherWord] = [run[ownIndex], wording[otherIndex]];
    if (!ownWord) break;
    if (otherWord && isSame(ownWord.text, otherWord.text) && sameMarker(ownWord, otherWord)) {
      if (ownWord.after !== otherWord.after) {
        const near = [ownWord, otherWord, run[ownIndex + 1], wording[otherIndex + 1]];
        const isLenient =
          ownWord.endsLine || otherWord.endsLine || ownIndex + 1 === run.length || near.some((word) => word?.marker);
        if (!isLenient) return undefined;
        slips++;
        // The bracket may be a part of the next list marker.
        const marks = ownWord.after.replace(/\($/, '');
        const isMarker = ownWord.marker !== undefined || otherWord.marker !== undefined;
        if (!isMarker && ownIndex + 1 < run.length && Array.from(marks).some((mark) => !otherWord.after.includes(mark)))
          added++;
      }
      ownIndex++;
      otherIndex++;
    } else if (otherWord?.marker !== undefined && ownWord.marker === undefined) {
      // HTML lists generate their markers; editors add none.
      otherIndex++;
      slips++;
    } else return undefined;
  }
  return { at: otherIndex, slips, added };
}

/** Whether list markers agree: a marker of one side only is ignored, two have to be equal. */
const sameMarker = (a: Word, b: Word) => a.marker === undefined || b.marker === undefined || a.marker === b.marker;

/** An address that the page hides from robots (`readQuotation`) matches every address. */
const isSame = (a: string, b: string) => a === b || (a === hiddenAddress && b.includes('@'));
