/** Decides whether a quotation is an earlier wording of a clause, or a paraphrase. */
import type { Word } from './words.js';

/**
 * Largest share of a quotation's words that a new version of a document changes. Measured on 80 real changes and 40
 * paraphrases: all but two changes are below it, and the closest paraphrase changes a third of the words
 * (`docs/evidence.md`).
 */
const maxEditShare = 0.28;
/**
 * Words in a row that two texts do not share by chance; with `minCopiedShare`, the shorter text is a part of the longer
 * one.
 */
const minLongRun = 12;
const minCopiedShare = 0.88;
/** Fewest words of a run that counts as copied. */
const minCopiedRun = 5;
/** Equal words at the start, as in two versions of one clause, and the share of all words that may then differ. */
const minSameStart = 4;
const maxEditShareAfterSameStart = 0.42;
/** Fewest words for a decision. */
const minWords = 5;
/** Most pairs of words to compare. More would block a phone. */
const maxPairs = 4_000_000;

/**
 * Whether two texts are versions of one wording. Compares them word by word: the number of edits that turn the
 * quotation into a part of the wording, and the share of the shorter text that the longer one contains in long runs. A
 * paraphrase shares words, but few of them in a row.
 */
export function isVersionOf(quotation: readonly Word[], wording: readonly Word[]): boolean {
  const [a, b] = [quotation, wording].map((words) =>
    words.flatMap(({ text, marker }) => (marker === undefined ? text : [])),
  ) as [string[], string[]];
  const shorter = Math.min(a.length, b.length);
  if (shorter < minWords || a.length * b.length > maxPairs) return false;
  const edits = editsIn(a, b) / a.length;
  if (edits <= maxEditShare) return true;
  const { longest, copied } = runsIn(a, b);
  if (longest >= minLongRun && copied >= minCopiedShare * shorter) return true;
  return edits <= maxEditShareAfterSameStart && a.slice(0, minSameStart).every((word, index) => word === b[index]);
}

/** Returns the fewest insertions, removals and replacements of words that turn `a` into some part of `b`. */
function editsIn(a: readonly string[], b: readonly string[]): number {
  let row = new Uint32Array(b.length + 1);
  for (const [index, word] of a.entries()) {
    const next = new Uint32Array(b.length + 1);
    next[0] = index + 1;
    for (let at = 1; at <= b.length; at++) {
      next[at] = Math.min((row[at - 1] ?? 0) + Number(word !== b[at - 1]), (row[at] ?? 0) + 1, (next[at - 1] ?? 0) + 1);
    }
    row = next;
  }
  return row.reduce((least, edits) => Math.min(least, edits), a.length);
}

/**
 * Returns the longest run of words that both have, and the number of words of `a` in runs of at least `minCopiedRun`.
 */
function runsIn(a: readonly string[], b: readonly string[]): { longest: number; copied: number } {
  let row = new Uint32Array(b.length + 1);
  let longest = 0;
  const lengths = a.map((word) => {
    const next = new Uint32Array(b.length + 1);
    let best = 0;
    for (let at = 1; at <= b.length; at++) {
      if (word !== b[at - 1]) continue;
      next[at] = (row[at - 1] ?? 0) + 1;
      best = Math.max(best, next[at] ?? 0);
    }
    row = next;
    longest = Math.max(longest, best);
    return best;
  });
  // From the end, because a run of length n that ends here covers the n words before.
  let copied = 0;
  for (let at = lengths.length - 1; at >= 0;) {
    const length = lengths[at] ?? 0;
    if (length >= minCopiedRun) {
      copied += length;
      at -= length;
    } else at--;
  }
  return { longest, copied };
}
