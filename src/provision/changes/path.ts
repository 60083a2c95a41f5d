import { foldClause } from '../clause-text.js';
import type { Change } from './kinds.js';
import { natureOf } from './kinds.js';

/**
 * The changes that lead from one wording to another, in order: the shortest way, so that a change that was taken back, or
 * another region's edition that the tracker was once served, is no part of it. Undefined where the record's history does
 * not say.
 *
 * @param isStart whether a wording of the history is the earlier one
 * @param goals the later one: the whole of the record's clauses, or one of them
 */
export function pathBetween(
  changes: readonly Change[] | undefined,
  isStart: (version: NonNullable<Change['from']>) => boolean,
  goals: readonly string[],
): readonly Change[] | undefined {
  // A change of the analysis quotes us, not the document.
  const edges = (changes ?? []).flatMap((change) =>
    change.from && change.to && natureOf(change.kind) !== 'analysis'
      ? [{ change, start: isStart(change.from), from: foldClause(change.from.text), to: foldClause(change.to.text) }]
      : [],
  );
  const folded = new Set(goals.map(foldClause));
  const seen = new Set<string>();
  let ways = edges.filter(({ start }) => start).map((edge) => [edge]);
  // The last one: the wording may have come and gone and come again.
  ways.reverse();
  while (ways.length) {
    const found = ways.find((way) => folded.has(way.at(-1)?.to ?? ''));
    if (found) return found.map(({ change }) => change);
    ways = ways.flatMap((way) => {
      const end = way.at(-1);
      if (!end || seen.has(end.to)) return [];
      seen.add(end.to);
      return edges.filter((edge) => edge.from === end.to).map((edge) => [...way, edge]);
    });
  }
  return undefined;
}
