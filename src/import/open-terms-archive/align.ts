/** Aligns the blocks of two versions of a document. */
import { diffArrays } from 'diff';
import { fold } from './blocks.js';
import type { Block, Blocks } from './blocks.js';

/** Minimum similarity of two wordings of one clause (Dice coefficient of word pairs, 0 to 1). */
const minSimilarity = 0.5;

const bags = new WeakMap<Block, ReadonlyMap<string, number>>();

function bagOf(block: Block): ReadonlyMap<string, number> {
  const known = bags.get(block);
  if (known) return known;
  const bag = new Map<string, number>();
  // Pairs of words, because single words are common to all clauses of a contract.
  const words = block.folded.split(' ');
  words.forEach((word, index) => {
    const pair = `${word} ${words[index + 1] ?? ''}`;
    bag.set(pair, (bag.get(pair) ?? 0) + 1);
    bag.set(word, (bag.get(word) ?? 0) + 1);
  });
  bags.set(block, bag);
  return bag;
}

/** Returns the similarity of two blocks, from 0 to 1. */
export function similarity(a: Block, b: Block): number {
  if (a.folded === b.folded) return 1;
  if ((a.heading === undefined) !== (b.heading === undefined)) return 0;
  const [one, other] = [bagOf(a), bagOf(b)];
  let shared = 0;
  let total = 0;
  for (const [pair, count] of one) {
    shared += Math.min(count, other.get(pair) ?? 0);
    total += count;
  }
  for (const count of other.values()) total += count;
  const alike = total ? (2 * shared) / total : 0;
  const opening = runInHeading(a);
  return opening !== undefined && opening === runInHeading(b) ? Math.min(0.99, alike + minHeadingSimilarity) : alike;
}

/** Minimum similarity of clauses with the same run-in heading ("Our use of Materials. We may …"). */
const minHeadingSimilarity = 0.3;

function runInHeading({ text }: Block): string | undefined {
  const [, opening] = /^(?:• )?(\p{L}[^.:\n]{2,60})[.:]\s/u.exec(text) ?? [];
  return opening === undefined ? undefined : fold(opening);
}

/**
 * Maps each block of `to` to the index of its earlier form in `from`, or -1. Equal blocks are found by a diff and moved ones by their
 * text; the remaining blocks between the same neighbours are compared by words.
 */
export function align(from: Blocks, to: Blocks): Int32Array {
  const result = new Int32Array(to.list.length).fill(-1);
  const used = new Set<number>();
  const changed: { from: number[]; to: number[] }[] = [];
  let [at, before] = [0, 0];
  let hole: { from: number[]; to: number[] } = { from: [], to: [] };
  const parts = diffArrays(
    from.list.map(({ folded }) => folded),
    to.list.map(({ folded }) => folded),
  );
  for (const { added, removed, count } of parts) {
    for (let step = 0; step < count; step++) {
      if (added) hole.to.push(at++);
      else if (removed) hole.from.push(before++);
      else {
        if (hole.from.length || hole.to.length) changed.push(hole);
        hole = { from: [], to: [] };
        used.add(before);
        result[at++] = before++;
      }
    }
  }
  changed.push(hole);
  // A paragraph that moved unchanged appears in two gaps.
  for (const { to: added } of changed) {
    for (const index of added) {
      const moved = from.byText.get(to.list[index]?.folded ?? '');
      if (moved === undefined || used.has(moved)) continue;
      used.add(moved);
      result[index] = moved;
    }
  }
  for (const { from: gone, to: come } of changed) pair(from, to, gone, come, used, result);
  // A clause that moved and was reworded: compare the remaining blocks of all gaps.
  const left = { from: changed.flatMap((one) => one.from), to: changed.flatMap((one) => one.to) };
  if (left.from.length * left.to.length < 20_000) pair(from, to, left.from, left.to, used, result);
  return result;
}

function pair(
  from: Blocks,
  to: Blocks,
  gone: readonly number[],
  come: readonly number[],
  used: Set<number>,
  result: Int32Array,
): void {
  const candidates: { readonly a: number; readonly b: number; readonly score: number }[] = [];
  for (const b of come) {
    if ((result[b] ?? -1) >= 0) continue;
    for (const a of gone) {
      const [one, other] = [from.list[a], to.list[b]];
      if (used.has(a) || !one || !other) continue;
      const score = similarity(one, other);
      if (score >= minSimilarity) candidates.push({ a, b, score });
    }
  }
  candidates.sort((x, y) => y.score - x.score);
  for (const { a, b } of candidates) {
    if (used.has(a) || (result[b] ?? -1) >= 0) continue;
    used.add(a);
    result[b] = a;
  }
}
