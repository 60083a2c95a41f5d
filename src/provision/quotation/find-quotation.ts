/** Where a quotation stands in a wording, by the rules of quotation practice. */
import { hiddenAddress } from './hidden-address.js';
import type { Run, Word } from './words.js';

/** Words that an insertion in brackets may stand for: a name, a clause of a sentence. */
const bracketReach = 25;
/** Letters and digits below which a text says nothing about its place. */
const leastLength = 12;
/** Steps after which the search ends without a result, because a hostile text could make it run for minutes. */
const maxSteps = 2_000_000;

/** How a quotation stands in a wording. */
export interface Place {
  /** The wording's words that the quotation does not have. 0 is the whole wording. */
  readonly missing: number;
  /** Places where only the punctuation or a list marker differs, as markup and editors change them. */
  readonly slips: number;
  /** Slips at which the quotation has punctuation that the wording lacks. Editors take marks away more often than they add any. */
  readonly added: number;
}

/**
 * Finds a quotation in a wording: all of its runs of words, in order, each as it is but for typography, list markers and
 * punctuation at the ends of lines. Undefined where it does not stand there.
 */
export function findQuotation(runs: readonly Run[], wording: readonly Word[]): Place | undefined {
  const letters = runs.reduce((sum, { words }) => sum + words.reduce((all, { text }) => all + text.length, 0), 0);
  if (!runs.length || (letters < leastLength && letters < lettersOf(wording))) return undefined;
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

  /** The best place of the runs from `index` on, at or after the word `from`; undefined where they have none. */
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
          ? bracketReach
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

/** Whether a place is a better one than another: fewer words are missing, else fewer slips. */
export function isBetter(a: Place, b: Place): boolean {
  return a.missing - b.missing < 0 || (a.missing === b.missing && a.slips < b.slips);
}

const lettersOf = (words: readonly Word[]) => words.reduce((sum, { text }) => sum + text.length, 0);

/** For each place of a wording, the words before it that are not list markers. */
function wordsBefore(wording: readonly Word[]): Uint32Array {
  const before = new Uint32Array(wording.length + 1);
  for (const [index, { marker }] of wording.entries()) {
    before[index + 1] = (before[index] ?? 0) + Number(marker === undefined);
  }
  return before;
}

/** Where a run ends that starts at a place of the wording; undefined where it is not there. */
function matchRun(
  run: readonly Word[],
  wording: readonly Word[],
  at: number,
  first: Word | undefined,
): { readonly at: number; readonly slips: number; readonly added: number } | undefined {
  let [slips, added] = [0, 0];
  let [own, other] = [first ? run.indexOf(first) : 0, at];
  // The list markers before the first word count where both have them.
  if (own > 0 && (wording[at - 1]?.marker ?? run[own - 1]?.marker) !== run[own - 1]?.marker) return undefined;
  while (own < run.length) {
    const [mine, theirs] = [run[own], wording[other]];
    if (!mine) break;
    if (theirs && isSame(mine.text, theirs.text) && sameMarker(mine, theirs)) {
      if (mine.after !== theirs.after) {
        const near = [mine, theirs, run[own + 1], wording[other + 1]];
        const isLenient =
          mine.endsLine || theirs.endsLine || own + 1 === run.length || near.some((word) => word?.marker);
        if (!isLenient) return undefined;
        slips++;
        // A bracket may belong to the list marker that follows.
        const marks = mine.after.replace(/\($/, '');
        const isMarker = mine.marker !== undefined || theirs.marker !== undefined;
        if (!isMarker && own + 1 < run.length && Array.from(marks).some((mark) => !theirs.after.includes(mark)))
          added++;
      }
      own++;
      other++;
    } else if (theirs?.marker !== undefined && mine.marker === undefined) {
      // HTML lists number their items themselves; no editor adds a number.
      other++;
      slips++;
    } else return undefined;
  }
  return { at: other, slips, added };
}

/** A marker that only one side has is another thing; of two, both must be written the same. */
const sameMarker = (a: Word, b: Word) => a.marker === undefined || b.marker === undefined || a.marker === b.marker;

/** An address that the page hides from robots (`readQuotation`) may be any address. */
const isSame = (a: string, b: string) => a === b || (a === hiddenAddress && b.includes('@'));
