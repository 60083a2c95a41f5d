import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { severityLevel, severityLevels, severityRank } from '../../src/provision/severity.js';

describe('the level whose look a token gets', () => {
  it.each(severityLevels)('is its own for %s', (level) => {
    expect(severityLevel(level)).toBe(level);
  });

  it.each(['High', 'severe', ' high', 'high ', '__proto__', 'constructor', 'length', '0', ''])(
    'is unknown for the token %j, which is none of ours',
    (token) => {
      expect(severityLevel(token)).toBe('unknown');
    },
  );

  it('is unknown where there is no token', () => {
    expect(severityLevel(undefined)).toBe('unknown');
  });

  it('is one of the list whatever the feed says, so that no feed text becomes a class', () => {
    fc.assert(
      fc.property(fc.string(), (token) => {
        expect(severityLevels).toContain(severityLevel(token));
      }),
    );
  });
});

describe('the rank of a level', () => {
  it('is gravest first, in the order the format names them', () => {
    const given = 'critical high medium-high medium low-medium low info none unknown'.split(' ');
    const shuffled = [...given].reverse();
    expect(shuffled.sort((a, b) => severityRank(a) - severityRank(b))).toEqual(given);
  });

  it.each(['severe', undefined])('of %s is that of unknown, after none', (token) => {
    expect(severityRank(token)).toBe(severityRank('unknown'));
    expect(severityRank(token)).toBeGreaterThan(severityRank('none'));
  });
});
