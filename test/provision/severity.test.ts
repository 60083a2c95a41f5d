import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { severityLevel, severityLevels, severityRank } from '../../src/provision/severity.js';

describe('severityLevel', () => {
  it.each(severityLevels)('returns the token %s itself', (level) => {
    expect(severityLevel(level)).toBe(level);
  });

  it.each(['High', 'severe', ' high', 'high ', '__proto__', 'constructor', 'length', '0', ''])(
    'returns unknown for the token %j',
    (token) => {
      expect(severityLevel(token)).toBe('unknown');
    },
  );

  it('returns unknown without a token', () => {
    expect(severityLevel(undefined)).toBe('unknown');
  });

  it('returns a level of the list for any text, so that no text of the feed becomes a class', () => {
    fc.assert(
      fc.property(fc.string(), (token) => {
        expect(severityLevels).toContain(severityLevel(token));
      }),
    );
  });
});

describe('severityRank', () => {
  it('sorts the most severe first, in the order of the format', () => {
    const given = 'critical high medium-high medium low-medium low info none unknown'.split(' ');
    const shuffled = [...given].reverse();
    expect(shuffled.sort((a, b) => severityRank(a) - severityRank(b))).toEqual(given);
  });

  it.each(['severe', undefined])('ranks %s like unknown, after none', (token) => {
    expect(severityRank(token)).toBe(severityRank('unknown'));
    expect(severityRank(token)).toBeGreaterThan(severityRank('none'));
  });
});
