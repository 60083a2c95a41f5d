import type { Feed, ProvisionDetails } from '../feed/types.js';
import { maxRowsWithoutChart } from './comparison/comparison.js';
import type { Comparison } from './comparison/comparison.js';
import { shownRating } from './rating.js';
import { severityRank } from './severity.js';

/** The number of platforms with one level. */
export interface LevelCount {
  /** The level's token; undefined for platforms without a rating. */
  readonly level: string | undefined;
  /** The feed's label of the level; undefined for platforms without a rating. */
  readonly label: string | undefined;
  readonly count: number;
}

/** The distribution of severities over the platforms of a comparison. */
export interface Distribution {
  /** The most severe first, platforms without a rating last. */
  readonly levels: readonly LevelCount[];
  /** Number of platforms in the distribution, including those without a rating. */
  readonly total: number;
  /** Whether the distribution covers excerpts only, and the feed may have more. */
  readonly isPartial: boolean;
}

/** Most levels that a chart can show. */
const maxLevels = 16;

/**
 * Most different labels of one level that are shown together. A scale of questions and answers may have two answers per
 * level.
 */
const maxLabelsPerLevel = 2;

/** Returns the level by which rows are counted and filtered. */
export function levelOf({ severity }: Pick<ProvisionDetails, 'severity'>): string | undefined {
  return severity && (severity.level ?? 'unknown');
}

/**
 * Returns the distribution of severities: the feed's own, else counted over the available rows, including the record's
 * own rating where the rows are the other records of its feed. Undefined where there is nothing to show. It does not
 * say how common the provision is; that is `prevalence` in the feed.
 */
export function distributionOf(
  { items, total = 0, distribution, others = false }: Comparison,
  feed: Feed,
  own?: ProvisionDetails,
): Distribution | undefined {
  const rows = others && own ? [...items, own] : items;
  const counts = new Map<string | undefined, number>();
  if (distribution) {
    for (const [level, count] of Object.entries(distribution)) counts.set(level, count);
  } else if (items.length > maxRowsWithoutChart) {
    for (const row of rows) counts.set(levelOf(row), (counts.get(levelOf(row)) ?? 0) + 1);
  }
  const ownLevel = own && levelOf(own);
  // Includes the record's own level even where no row has it.
  if (counts.size && ownLevel !== undefined && !counts.has(ownLevel)) counts.set(ownLevel, 0);
  const levels = [...counts.keys()].sort((a, b) => rank(a) - rank(b));
  if (levels.length > maxLevels || levels.every((level) => level === undefined)) return undefined;
  const label = labels(rows, feed);
  const sum = [...counts.values()].reduce((one, other) => one + other);
  return {
    levels: levels.map((level) => ({ level, label: label(level), count: counts.get(level) ?? 0 })),
    total: distribution ? Math.max(total, sum) : sum,
    isPartial: !distribution && !others && items.length !== total,
  };
}

function rank(level: string | undefined): number {
  return level === undefined ? Infinity : severityRank(level);
}

/**
 * Returns the feed's label of a level: the scale's, else the labels of the rows where there are one or two, else the
 * token.
 */
function labels(
  rows: readonly Pick<ProvisionDetails, 'severity'>[],
  feed: Feed,
): (level: string | undefined) => string | undefined {
  const seen = new Map<string | undefined, Set<string>>();
  for (const row of rows) {
    const label = row.severity?.label;
    if (label === undefined) continue;
    const labelsOfLevel = seen.get(levelOf(row)) ?? new Set();
    seen.set(levelOf(row), labelsOfLevel.add(label));
  }
  return (level) => {
    if (level === undefined) return undefined;
    const token = shownRating({ level }, 'severity', feed)?.label ?? level;
    const words = [...(seen.get(level) ?? [])];
    return token === level && words.length && words.length <= maxLabelsPerLevel ? words.join(' / ') : token;
  };
}
