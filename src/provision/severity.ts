/**
 * The levels of severity that have a look of their own, from the gravest to none, as the format names them (feed.md).
 * The union type, the style sheet, the shapes and the stories' controls all come from this list.
 */
export const severityLevels = [
  'critical',
  'high',
  'medium-high',
  'medium',
  'low-medium',
  'low',
  'info',
  'none',
  'unknown',
] as const;

export type SeverityLevel = (typeof severityLevels)[number];

/** The level whose look a token gets: its own where we know it, else `unknown`'s. The feed's text never reaches CSS. */
export function severityLevel(token: string | undefined): SeverityLevel {
  return severityLevels.find((level) => level === token) ?? 'unknown';
}

/** Sorts the gravest first; unknown and missing ones last, in the order given. */
export function severityRank(token: string | undefined): number {
  return severityLevels.indexOf(severityLevel(token));
}
