/** Severities that no analyst gave: they are worked out from a source's own score, and say so. */
import type { Feed, Rating } from '../feed/types.js';

export type DerivedLevel = 'high' | 'medium' | 'low' | 'info' | 'none';

const labels: Readonly<Record<DerivedLevel, string>> = {
  high: 'High',
  medium: 'Medium',
  low: 'Low',
  info: 'Info',
  none: 'None',
};

/** The rating of a derived level. */
export function derivedSeverity(level: DerivedLevel): Rating {
  return { level, label: labels[level] };
}

/** The `basis` of a derived severity: it names the score that the severity was worked out from. */
export function derivedBasis(source: string, text: string): Rating {
  return { level: 'derived', label: `Derived from ${source}’s own rating`, text };
}

/** Scales that explain what each derived level stands for in the source. */
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
        description: `The severity was worked out from ${source}’s own rating by a fixed rule. Nobody rated this record by hand.`,
      },
    ],
  };
}
