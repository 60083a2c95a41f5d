import { foldClause } from '../clause-text.js';
import type { Change } from './change-kinds.js';
import { natureOf } from './change-kinds.js';

/**
 * Returns the changes that lead from one wording to another, in order. It is the shortest path, so that it excludes a
 * change that was reverted and another region's edition that the tracker once received. Undefined where the record's
 * history has no path.
 *
 * @param isStart whether a wording of the history is the earlier one
 * @param goals the later wording: all of the record's clauses as one text, or each of them
 */
export function pathBetween(
  changes: readonly Change[] | undefined,
  isStart: (version: NonNullable<Change['from']>) => boolean,
  goals: readonly string[],
): readonly Change[] | undefined {
  // A change of the analysis quotes the analyst, not the document.
  const edges = (changes ?? []).flatMap((change) =>
    change.from && change.to && natureOf(change.kind) !== 'analysis'
      ? [{ change, start: isStart(change.from), from: foldClause(change.from.text), to: foldClause(change.to.text) }]
      : [],
  );
  const folded = new Set(goals.map(foldClause));
  const seen = new Set<string>();
  let paths = edges.filter(({ start }) => start).map((edge) => [edge]);
  // Starts at the last match, because a wording may return after it was replaced.
  paths.reverse();
  while (paths.length) {
    const complete = paths.find((path) => folded.has(path.at(-1)?.to ?? ''));
    if (complete) return complete.map(({ change }) => change);
    paths = paths.flatMap((path) => {
      const end = path.at(-1);
      if (!end || seen.has(end.to)) return [];
      seen.add(end.to);
      return edges.filter((edge) => edge.from === end.to).map((edge) => [...path, edge]);
    });
  }
  return undefined;
}
