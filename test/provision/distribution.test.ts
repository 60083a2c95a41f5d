import { describe, expect, it } from 'vitest';
import type { ComparisonItem, Feed, ProvisionDetails } from '../../src/feed/types.js';
import { distributionOf } from '../../src/provision/distribution.js';

const row = (level?: string, label?: string): ComparisonItem =>
  level === undefined ? { excerpt: 'x' } : { severity: { level, ...(label !== undefined && { label }) } };
const rows = (...levels: readonly (string | undefined)[]) => levels.map((level) => row(level));
const feed: Feed = { items: [] };
const scaled: Feed = { items: [], _provision_feed: { scales: { severity: [{ level: 'high', label: 'Grave' }] } } };
const counts = (...given: Parameters<typeof distributionOf>) =>
  distributionOf(...given)?.rated.map(({ label, count }) => [label, count]);

describe('a distribution that the feed gives', () => {
  const distribution = { low: 2, high: 12, severe: 1 };

  it('is shown as given, the gravest first, unknown levels last, in the words of the feed’s scale', () => {
    expect(counts({ items: [], total: 343, distribution }, scaled)).toEqual([
      ['Grave', 12],
      ['low', 2],
      ['severe', 1],
    ]);
  });

  it('speaks of as many as the feed says, and of no fewer than it counts', () => {
    expect(distributionOf({ items: [], total: 343, distribution }, feed)?.of).toBe(343);
    expect(distributionOf({ items: [], total: undefined, distribution }, feed)?.of).toBe(15);
    expect(distributionOf({ items: [], total: 3, distribution }, feed)?.of).toBe(15);
  });

  it('is not altered by the rows that are at hand', () => {
    expect(counts({ items: rows('high', 'high', 'high', 'high', 'none'), total: 343, distribution }, scaled)).toEqual([
      ['Grave', 12],
      ['low', 2],
      ['severe', 1],
    ]);
  });

  it('has a place for the record, though nobody else is there', () => {
    const own: ProvisionDetails = { severity: { level: 'critical' } };
    expect(counts({ items: [], total: 15, distribution }, feed, own)?.[0]).toEqual(['critical', 0]);
  });

  it('of more levels than anybody could look at is no picture', () => {
    const many = Object.fromEntries(Array.from({ length: 17 }, (_, index) => [`level-${index}`, 1]));
    expect(distributionOf({ items: [], total: 17, distribution: many }, feed)).toBeUndefined();
  });
});

describe('a distribution that is counted', () => {
  it('is one of the other records and this one, where they are all there is', () => {
    const own: ProvisionDetails = { severity: { level: 'low' } };
    const picture = distributionOf({ items: rows('high', 'high', 'low', 'low'), total: 4, others: true }, feed, own);
    expect(picture).toMatchObject({ of: 5, excerpts: false });
    expect(picture?.rated.map(({ count }) => count)).toEqual([2, 3]);
  });

  it('says that it is one of excerpts where the feed does not say that they are all', () => {
    const four = rows('high', 'high', 'low', 'low');
    expect(distributionOf({ items: four, total: undefined }, feed)).toMatchObject({ of: 4, excerpts: true });
    expect(distributionOf({ items: four, total: 343 }, feed)).toMatchObject({ of: 4, excerpts: true });
    expect(distributionOf({ items: four, total: 4 }, feed)).toMatchObject({ of: 4, excerpts: false });
  });

  it('counts those without a rating, last', () => {
    expect(counts({ items: rows('low', undefined, 'low', undefined), total: 4 }, feed)).toEqual([
      ['low', 2],
      [undefined, 2],
    ]);
  });

  it('is none of three rows, which say it themselves, and none where nobody is rated', () => {
    expect(distributionOf({ items: rows('low', 'low', 'high'), total: 3 }, feed)).toBeUndefined();
    expect(distributionOf({ items: rows(...Array<undefined>(9)), total: 9 }, feed)).toBeUndefined();
  });

  it('calls a level by the one or two answers that its rows have, where no scale names it', () => {
    const answers = [row('info', 'Yes'), row('info', 'N/A'), row('high', 'No'), row('high', 'No')];
    expect(counts({ items: answers, total: 4 }, feed)).toEqual([
      ['No', 2],
      ['Yes / N/A', 2],
    ]);
    const three = [row('info', 'A'), row('info', 'B'), row('info', 'C'), row('high', 'No')];
    expect(counts({ items: three, total: 4 }, scaled)).toEqual([
      ['Grave', 1],
      ['info', 3],
    ]);
  });
});
