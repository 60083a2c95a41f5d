import type { ComparisonItem, Feed, Provision } from '../../feed/types.js';
import { platformName } from '../names.js';
import { severityRank } from '../severity.js';

export const comparisonSorts = ['given', 'severity', 'platform'] as const;
export type ComparisonSort = (typeof comparisonSorts)[number];

/** Rows that say of themselves all that a picture of them would. */
export const few = 3;

/** Rows that are surveyed at a glance: above this there are tools. */
export const toolless = 8;

/** What is compared with a record, and how much of it is here. */
export interface Comparison {
  readonly items: readonly ComparisonItem[];
  /** How many there are in all, where the feed says so or they are all here. */
  readonly total: number | undefined;
  /** File that names all of them. */
  readonly url?: string | undefined;
  /** Level to count over all of them, as the feed gives it. */
  readonly distribution?: Readonly<Record<string, number>> | undefined;
  /** The rows are all other records of the feed, and not what the record brings of unknown many. */
  readonly others?: boolean;
  /** The clause type, where that is compared and no one record. */
  readonly type?: string;
}

/** A record as a row of another's comparison. */
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

/** The items of the feed that share a clause type, as rows. */
export function rowsOfClauseType(feed: Feed, clauseType: string, except?: Provision): readonly ComparisonItem[] {
  return feed.items
    .filter((other) => other !== except && other._provision.clause_type === clauseType)
    .map((other) => asRow(other));
}

/** What a record is compared with: the rows it brings, else the items of its feed that share its clause type. */
export function comparisonOf(provision: Provision, feed?: Feed): Comparison {
  const { comparisons, clause_type } = provision._provision;
  if (comparisons?.items) {
    // A file of all platforms holds the record itself, which is no other platform.
    const items = comparisons.items.filter(({ record_id }) => record_id !== provision.id);
    return { ...comparisons, items, total: comparisons.total };
  }
  const items = feed && clause_type !== undefined ? rowsOfClauseType(feed, clause_type, provision) : [];
  return { ...comparisons, items, total: comparisons?.total ?? items.length, others: true };
}

/** A sorted copy. Rows that a sort cannot tell apart, or that lack what it asks for, keep the order given, last. */
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
