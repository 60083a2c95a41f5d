/**
 * The severity levels that have a style of their own, from the most severe to none, with the names of the format
 * (docs/feed-format.md). The union type, the style sheet, the shapes and the stories' controls derive from this list.
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

/** Returns the level whose style a token gets; `unknown` for an unknown token. The feed's text never reaches CSS. */
export function severityLevel(token: string | undefined): SeverityLevel {
  return severityLevels.find((level) => level === token) ?? 'unknown';
}

/** Sort key: the most severe first; unknown and missing levels last, in their order. */
export function severityRank(token: string | undefined): number {
  return severityLevels.indexOf(severityLevel(token));
}
