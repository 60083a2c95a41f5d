/** Searches, filters and sorts the rows of a comparison without blocking the page. */
import type { ComparisonItem } from '../../feed/types.js';
import { TimeSlices, yieldToPage } from '../../page/time-slices.js';
import { sortRows } from '../../provision/comparison/comparison.js';
import type { ComparisonSort } from '../../provision/comparison/comparison.js';
import { rowMatches, searchTerms } from '../../provision/comparison/search.js';
import { levelOf } from '../../provision/distribution.js';

/** Number of rows above which sorting and key generation run in separate tasks. */
export const manyRows = 1000;

/** The reader's search, filter and order. */
export interface RowSelection {
  query: string;
  /** Severity levels to show; all if it is empty. */
  readonly levels: Set<string | undefined>;
  sort: ComparisonSort;
}

/**
 * Starts a new task if there are many rows, because sorting alone takes long for so many. Rejects with the signal's reason after
 * an abort.
 */
export async function startTask(rows: readonly ComparisonItem[], signal: AbortSignal): Promise<void> {
  if (rows.length <= manyRows) return;
  await yieldToPage();
  signal.throwIfAborted();
}

/** Returns the rows that match the search and the filter, in order. Rejects with the signal's reason after an abort. */
export async function selectRows(
  rows: readonly ComparisonItem[],
  { query, levels, sort }: RowSelection,
  locale: string,
  signal: AbortSignal,
): Promise<readonly ComparisonItem[]> {
  const terms = searchTerms(query);
  await startTask(rows, signal);
  const sorted = sortRows(rows, sort, new Intl.Collator(locale).compare);
  await startTask(rows, signal);
  const slices = new TimeSlices(signal);
  const found: ComparisonItem[] = [];
  for (const row of sorted) {
    if ((!levels.size || levels.has(levelOf(row))) && rowMatches(row, terms)) found.push(row);
    if (slices.over) await slices.pause();
  }
  return found;
}
