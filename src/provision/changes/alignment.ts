/** Aligns two lists of tokens or sentences. */
import { diffArrays } from 'diff/lib/diff/array.js';

/**
 * Most edits between two lists. Beyond them, one list is reported as a replacement of the other, because a diff would
 * be unreadable.
 */
const maxEdits = 1000;
/** A block of an alignment: pairs that both lists have, or else the entries that only one list has. */
export interface AlignedBlock<T> {
  readonly same: readonly (readonly [T, T])[];
  readonly removed: readonly T[];
  readonly added: readonly T[];
}
/** Aligns two lists by their keys, in order. Blocks of equal entries and blocks of changes alternate. */
export function aligned<T extends { readonly key: string }>(
  a: readonly T[],
  b: readonly T[],
): readonly AlignedBlock<T>[] {
  const changes = diffArrays([...a], [...b], {
    comparator: (left: T, right: T) => left.key === right.key,
    maxEditLength: maxEdits,
  });
  if (!changes) return [{ same: [], removed: a, added: b }];
  const blocks: { same: [T, T][]; removed: T[]; added: T[] }[] = [];
  let [ofA, ofB] = [0, 0];
  for (const { added, removed, count } of changes) {
    const last = blocks.at(-1);
    const changed = last && !last.same.length ? last : { same: [], removed: [], added: [] };
    if (removed || added) {
      if (changed !== last) blocks.push(changed);
      if (removed) changed.removed.push(...a.slice(ofA, (ofA += count)));
      else changed.added.push(...b.slice(ofB, (ofB += count)));
    } else {
      const start = ofB;
      const same = a.slice(ofA, (ofA += count)).map((one, index) => [one, b[start + index] ?? one] as [T, T]);
      ofB += count;
      blocks.push({ same, removed: [], added: [] });
    }
  }
  return blocks;
}
