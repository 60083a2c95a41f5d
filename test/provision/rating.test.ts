import { describe, expect, it } from 'vitest';
import type { Feed } from '../../src/feed/types.js';
import { shownRating } from '../../src/provision/rating.js';

const feed: Feed = {
  items: [],
  _provision_feed: {
    scales: {
      severity: [
        { level: 'high', label: 'Grave', description: 'Hard to undo.' },
        { level: 'medium', description: 'Undone with effort.' },
        { level: 'high', label: 'Second of the same level' },
      ],
      confidence: [{ level: 'high', label: 'Certain', description: 'Read twice.' }],
    },
  },
};

describe('shownRating', () => {
  it("prefers the record's own label to the scale's", () => {
    expect(shownRating({ level: 'high', label: 'High' }, 'severity', feed)?.label).toBe('High');
  });

  it("returns the scale's label where the record has none, the first of two for one level", () => {
    expect(shownRating({ level: 'high' }, 'severity', feed)?.label).toBe('Grave');
  });

  it('returns the token without a label', () => {
    expect(shownRating({ level: 'medium' }, 'severity', feed)?.label).toBe('medium');
    expect(shownRating({ level: 'medium' }, 'severity')?.label).toBe('medium');
  });

  it('returns the label without a level', () => {
    expect(shownRating({ label: 'Neutral' }, 'severity', feed)).toMatchObject({ level: undefined, label: 'Neutral' });
  });

  it.each(['__proto__', 'constructor', 'toString'])('returns the token %s, not an inherited member', (level) => {
    expect(shownRating({ level }, 'severity', feed)).toMatchObject({ label: level, description: undefined });
  });
});

it('returns undefined for a missing rating, and for one without a text', () => {
  expect(shownRating(undefined, 'severity', feed)).toBeUndefined();
  expect(shownRating({}, 'severity', feed)).toBeUndefined();
});

it('describes a level by its own scale only', () => {
  expect(shownRating({ level: 'high' }, 'confidence', feed)).toMatchObject({
    label: 'Certain',
    description: 'Read twice.',
  });
  expect(shownRating({ level: 'high' }, 'basis', feed)).toMatchObject({ label: 'high', description: undefined });
});

it('keeps the record’s text on its rating separate from the scale’s description', () => {
  expect(shownRating({ level: 'medium', text: 'Because of clause 4.' }, 'severity', feed)).toEqual({
    level: 'medium',
    label: 'medium',
    description: 'Undone with effort.',
    text: 'Because of clause 4.',
  });
});
