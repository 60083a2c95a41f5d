import type { Feed, Rating } from '../feed/types.js';

/** The scales of a record's ratings. They are never merged. */
export type ScaleName = 'severity' | 'confidence' | 'basis';

/** A rating for rendering: the texts are the feed's, `level` selects the style. */
export interface ShownRating {
  readonly level: string | undefined;
  readonly label: string;
  /** Meaning of the level, from the feed's scale. */
  readonly description?: string | undefined;
  /** The record's own text on its rating. */
  readonly text?: string | undefined;
}

/**
 * Returns a rating with the texts of the feed's scale. The label is the record's own, else the scale's, else the
 * level's token. Undefined without any of them.
 */
export function shownRating(rating: Rating | undefined, scale: ScaleName, feed?: Feed): ShownRating | undefined {
  if (!rating) return undefined;
  const step = feed?._provision_feed?.scales?.[scale]?.find(({ level }) => level === rating.level);
  const label = rating.label ?? step?.label ?? rating.level;
  return label === undefined
    ? undefined
    : { level: rating.level, label, description: step?.description, text: rating.text };
}
