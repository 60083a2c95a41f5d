import type { Feed, Rating } from '../feed/types.js';

/** The scales on which a record is rated. They are never merged. */
export type ScaleName = 'severity' | 'confidence' | 'basis';

/** A rating as it can be shown: the words are the feed's, `level` picks the look. */
export interface ShownRating {
  readonly level: string | undefined;
  readonly label: string;
  /** What the level means, from the feed's scale. */
  readonly description?: string | undefined;
  /** What the record says about its own rating. */
  readonly text?: string | undefined;
}

/**
 * A rating with the words of the feed's scale. The record's own label wins, then the scale's, then the token as it
 * stands: nothing is invented. Undefined where there is nothing to show.
 */
export function shownRating(rating: Rating | undefined, scale: ScaleName, feed?: Feed): ShownRating | undefined {
  if (!rating) return undefined;
  const step = feed?._provision_feed?.scales?.[scale]?.find(({ level }) => level === rating.level);
  const label = rating.label ?? step?.label ?? rating.level;
  return label === undefined
    ? undefined
    : { level: rating.level, label, description: step?.description, text: rating.text };
}
