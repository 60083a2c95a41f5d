/** Severities that no analyst assigned. They are derived from a source's own score and marked as derived. */
import type { Feed, Rating } from '../feed/types.js';

export type DerivedLevel = 'high' | 'medium' | 'low' | 'info' | 'none';

const labels: Readonly<Record<DerivedLevel, string>> = {
  high: 'High',
  medium: 'Medium',
  low: 'Low',
  info: 'Info',
  none: 'None',
};

/** Returns the rating of a derived level. */
export function derivedSeverity(level: DerivedLevel): Rating {
  return { level, label: labels[level] };
}

/** Returns the `basis` of a derived severity. It names the source's score. */
export function derivedBasis(source: string, text: string): Rating {
  return { level: 'derived', label: `Derived from ${source}’s own rating`, text };
}

/** Returns scales that describe the meaning of each derived level in the source. */
export function derivedScales(
  source: string,
  meanings: Partial<Record<DerivedLevel, string>>,
): NonNullable<NonNullable<Feed['_provision_feed']>['scales']> {
  return {
    severity: Object.entries(meanings).map(([level, description]) => ({
      level,
      label: labels[level as DerivedLevel],
      description,
    })),
    basis: [
      {
        level: 'derived',
        label: `Derived from ${source}’s own rating`,
        description: `The severity is derived from ${source}’s own rating by a fixed rule. No person rated this record.`,
      },
    ],
  };
}
