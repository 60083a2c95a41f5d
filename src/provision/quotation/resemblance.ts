/** Whether a quotation was once the wording of a clause that has changed since, or is somebody's own words about it. */
import type { Word } from './words.js';

/**
 * Share of a quotation's words that a document may have changed. Measured on 80 real changes and 40 paraphrases: of the changes
 * all but two are below it, and the closest paraphrase changes a third of the words (`docs/evidence.md`).
 */
const maxEdits = 0.28;
/** Words in a row that nobody writes by chance: a shorter clause or quotation that stands in the longer one, in long pieces. */
const longRun = 12;
const mostlyRuns = 0.88;
/** Words that a run has at least to count as copied. */
const copiedRun = 5;
/** Words at the start that are the same, as in two versions of one clause, and the share of all words that may then differ. */
const sameStart = 4;
const maxEditsAfter = 0.42;
/** Words below which nothing can be said. */
const leastWords = 5;
/** Comparing more pairs of words than this would keep a phone busy. */
const maxPairs = 4_000_000;

/**
 * Whether two texts are versions of one wording. Word by word: how many edits make the quotation of a stretch of the wording, and
 * how much of the shorter one stands in the other in long pieces. A paraphrase shares words, but few of them in a row.
 */
export function isVersionOf(quotation: readonly Word[], wording: readonly Word[]): boolean {
  const [a, b] = [quotation, wording].map((words) =>
    words.flatMap(({ text, marker }) => (marker === undefined ? text : [])),
  ) as [string[], string[]];
  const shorter = Math.min(a.length, b.length);
  if (shorter < leastWords || a.length * b.length > maxPairs) return false;
  const edits = editsIn(a, b) / a.length;
  if (edits <= maxEdits) return true;
  const { longest, copied } = runsIn(a, b);
  if (longest >= longRun && copied >= mostlyRuns * shorter) return true;
  return edits <= maxEditsAfter && a.slice(0, sameStart).every((word, index) => word === b[index]);
}

/** The fewest insertions, removals and replacements of words that make `a` of some stretch of `b`. */
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

/** The longest run of words that both have, and how many words of `a` are in runs of at least `copiedRun`. */
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
  // From the end: a run of length n that ends here covers the n words before.
  let copied = 0;
  for (let at = lengths.length - 1; at >= 0;) {
    const length = lengths[at] ?? 0;
    if (length >= copiedRun) {
      copied += length;
      at -= length;
    } else at--;
  }
  return { longest, copied };
}
