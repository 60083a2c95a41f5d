import type { Feed, ProvisionDetails } from '../feed/types.js';
import { few } from './comparison/comparison.js';
import type { Comparison } from './comparison/comparison.js';
import { shownRating } from './scale.js';
import { severityRank } from './severity.js';

/** How many platforms are rated one way. */
export interface Rated {
  /** The token of the level; undefined for those that have no rating. */
  readonly level: string | undefined;
  /** The feed's word for the level; undefined for those that have no rating. */
  readonly label: string | undefined;
  readonly count: number;
}

/** How severe the platforms of a comparison are rated. */
export interface Distribution {
  /** The gravest first, those without a rating last. */
  readonly rated: readonly Rated[];
  /** How many the picture speaks of, those without a rating among them. */
  readonly of: number;
  /** Only excerpts are known; the feed does not say that they are all. */
  readonly excerpts: boolean;
}

/** More levels than a picture can show. */
const many = 16;

/** Words for one level that still make a name for it: a scale of questions and answers may have two answers a level. */
const answers = 2;

/** The level by which rows are counted and filtered. */
export function levelOf({ severity }: Pick<ProvisionDetails, 'severity'>): string | undefined {
  return severity && (severity.level ?? 'unknown');
}

/**
 * The distribution of severities: as the feed gives it, else counted over the rows at hand, the record's own rating
 * among them where they are the other records of its feed. Undefined where there is nothing to picture. It says nothing
 * about how common the provision is: that is the feed's to say (`prevalence`).
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
  } else if (items.length > few) {
    for (const row of rows) counts.set(levelOf(row), (counts.get(levelOf(row)) ?? 0) + 1);
  }
  const ownLevel = own && levelOf(own);
  // The record has its place in the picture, also where it is the only one in that place.
  if (counts.size && ownLevel !== undefined && !counts.has(ownLevel)) counts.set(ownLevel, 0);
  const levels = [...counts.keys()].sort((a, b) => rank(a) - rank(b));
  if (levels.length > many || levels.every((level) => level === undefined)) return undefined;
  const label = labels(rows, feed);
  const sum = [...counts.values()].reduce((one, other) => one + other);
  return {
    rated: levels.map((level) => ({ level, label: label(level), count: counts.get(level) ?? 0 })),
    of: distribution ? Math.max(total, sum) : sum,
    excerpts: !distribution && !others && items.length !== total,
  };
}

function rank(level: string | undefined): number {
  return level === undefined ? Infinity : severityRank(level);
}

/** The feed's word for each level: its scale's, else the one or two that the rows of that level have, else the token. */
function labels(
  rows: readonly Pick<ProvisionDetails, 'severity'>[],
  feed: Feed,
): (level: string | undefined) => string | undefined {
  const seen = new Map<string | undefined, Set<string>>();
  for (const row of rows) {
    const label = row.severity?.label;
    if (label === undefined) continue;
    const known = seen.get(levelOf(row)) ?? new Set();
    seen.set(levelOf(row), known.add(label));
  }
  return (level) => {
    if (level === undefined) return undefined;
    const token = shownRating({ level }, 'severity', feed)?.label ?? level;
    const words = [...(seen.get(level) ?? [])];
    return token === level && words.length && words.length <= answers ? words.join(' / ') : token;
  };
}
