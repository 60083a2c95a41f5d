import type { ComparisonItem, Feed, Provision } from '../../feed/types.js';
import { platformName } from '../display-names.js';
import { severityRank } from '../severity.js';

export const comparisonSorts = ['given', 'severity', 'platform'] as const;
export type ComparisonSort = (typeof comparisonSorts)[number];

/** Most rows for which a chart adds nothing to the rows themselves. */
export const maxRowsWithoutChart = 3;

/** Most rows that are readable without search, sort and filters. */
export const maxRowsWithoutTools = 8;

/** The rows that a record is compared with, and how complete they are. */
export interface Comparison {
  readonly items: readonly ComparisonItem[];
  /** Number of all rows, where the feed states it or where `items` has all of them. */
  readonly total: number | undefined;
  /** Address of a file with all rows. */
  readonly url?: string | undefined;
  /** Number of rows per level, over all rows, as the feed states it. */
  readonly distribution?: Readonly<Record<string, number>> | undefined;
  /**
   * Whether `items` are all other records of the feed. Otherwise they are the record's own rows, of an unknown number.
   */
  readonly others?: boolean;
  /** The clause type, where the comparison is of a clause type instead of a record. */
  readonly type?: string;
}

/** Returns a record as a row of another record's comparison. */
export function asRow(provision: Provision): ComparisonItem {
  const { platform, severity, clauses, provenance } = provision._provision;
  const [clause] = clauses ?? [];
  const row: { -readonly [K in keyof ComparisonItem]: ComparisonItem[K] | undefined } = {
    platform,
    severity,
    excerpt: clause?.text,
    language: clause?.language ?? provision.language,
    url: provision.url,
    record_id: provision.id,
    captured: provenance?.captured,
  };
  return row as ComparisonItem;
}

/** Returns the items of the feed with a clause type as rows. */
export function rowsOfClauseType(feed: Feed, clauseType: string, except?: Provision): readonly ComparisonItem[] {
  return feed.items
    .filter((other) => other !== except && other._provision.clause_type === clauseType)
    .map((other) => asRow(other));
}

/** Returns the comparison of a record: its own rows, else the items of its feed with the same clause type. */
export function comparisonOf(provision: Provision, feed?: Feed): Comparison {
  const { comparisons, clause_type } = provision._provision;
  if (comparisons?.items) {
    // A file of all platforms includes the record itself, which is left out.
    const items = comparisons.items.filter(({ record_id }) => record_id !== provision.id);
    return { ...comparisons, items, total: comparisons.total };
  }
  const items = feed && clause_type !== undefined ? rowsOfClauseType(feed, clause_type, provision) : [];
  return { ...comparisons, items, total: comparisons?.total ?? items.length, others: true };
}

/** Returns a sorted copy. Equal rows keep their order. Rows without the value to sort by come last. */
export function sortRows(
  rows: readonly ComparisonItem[],
  sort: ComparisonSort,
  compare: (a: string, b: string) => number,
): readonly ComparisonItem[] {
  if (sort === 'severity') {
    const rank = ({ severity }: ComparisonItem) => (severity ? severityRank(severity.level) : Infinity);
    return [...rows].sort((a, b) => (rank(a) === rank(b) ? 0 : rank(a) - rank(b)));
  }
  if (sort === 'platform') {
    return [...rows].sort((a, b) => {
      const [x, y] = [platformName(a.platform), platformName(b.platform)];
      return x === undefined || y === undefined ? Number(x === undefined) - Number(y === undefined) : compare(x, y);
    });
  }
  return rows;
}
