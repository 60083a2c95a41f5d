import { describe, expect, it } from 'vitest';
import type { Feed } from '../../src/feed/types.js';
import { shownRating } from '../../src/provision/scale.js';

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

describe('the word of a rating', () => {
  it("is the record's own label before the scale's", () => {
    expect(shownRating({ level: 'high', label: 'High' }, 'severity', feed)?.label).toBe('High');
  });

  it("is the scale's label where the record brings none, the first of two for one level", () => {
    expect(shownRating({ level: 'high' }, 'severity', feed)?.label).toBe('Grave');
  });

  it('is the token as it stands where nobody labels it', () => {
    expect(shownRating({ level: 'medium' }, 'severity', feed)?.label).toBe('medium');
    expect(shownRating({ level: 'medium' }, 'severity')?.label).toBe('medium');
  });

  it('is its label where it has no level', () => {
    expect(shownRating({ label: 'Neutral' }, 'severity', feed)).toMatchObject({ level: undefined, label: 'Neutral' });
  });

  it.each(['__proto__', 'constructor', 'toString'])('is the token %s, not a member of every object', (level) => {
    expect(shownRating({ level }, 'severity', feed)).toMatchObject({ label: level, description: undefined });
  });
});

it('nothing is shown where the record has no rating, or one without a word', () => {
  expect(shownRating(undefined, 'severity', feed)).toBeUndefined();
  expect(shownRating({}, 'severity', feed)).toBeUndefined();
});

it('scales are never merged: a level is explained by its own scale only', () => {
  expect(shownRating({ level: 'high' }, 'confidence', feed)).toMatchObject({
    label: 'Certain',
    description: 'Read twice.',
  });
  expect(shownRating({ level: 'high' }, 'basis', feed)).toMatchObject({ label: 'high', description: undefined });
});

it('what the record says about its own rating stays apart from what the scale says about the level', () => {
  expect(shownRating({ level: 'medium', text: 'Because of clause 4.' }, 'severity', feed)).toEqual({
    level: 'medium',
    label: 'medium',
    description: 'Undone with effort.',
    text: 'Because of clause 4.',
  });
});
