import { describe, expect, it } from 'vitest';
import type { ComparisonItem, Feed, ProvisionDetails } from '../../src/feed/types.js';
import { distributionOf } from '../../src/provision/distribution.js';

const row = (level?: string, label?: string): ComparisonItem =>
  level === undefined ? { excerpt: 'x' } : { severity: { level, ...(label !== undefined && { label }) } };
const rows = (...levels: readonly (string | undefined)[]) => levels.map((level) => row(level));
const feed: Feed = { items: [] };
const scaled: Feed = { items: [], _provision_feed: { scales: { severity: [{ level: 'high', label: 'Grave' }] } } };
const counts = (...given: Parameters<typeof distributionOf>) =>
  distributionOf(...given)?.levels.map(({ label, count }) => [label, count]);

describe('a distribution from the feed', () => {
  const distribution = { low: 2, high: 12, severe: 1 };

  it('is shown as given, the most severe first, unknown levels last, with the labels of the feed’s scale', () => {
    expect(counts({ items: [], total: 343, distribution }, scaled)).toEqual([
      ['Grave', 12],
      ['low', 2],
      ['severe', 1],
    ]);
  });

  it('has the feed’s total, and at least the sum of its counts', () => {
    expect(distributionOf({ items: [], total: 343, distribution }, feed)?.total).toBe(343);
    expect(distributionOf({ items: [], total: undefined, distribution }, feed)?.total).toBe(15);
    expect(distributionOf({ items: [], total: 3, distribution }, feed)?.total).toBe(15);
  });

  it('is independent of the available rows', () => {
    expect(counts({ items: rows('high', 'high', 'high', 'high', 'none'), total: 343, distribution }, scaled)).toEqual([
      ['Grave', 12],
      ['low', 2],
      ['severe', 1],
    ]);
  });

  it('includes the record’s level, even where no row has it', () => {
    const own: ProvisionDetails = { severity: { level: 'critical' } };
    expect(counts({ items: [], total: 15, distribution }, feed, own)?.[0]).toEqual(['critical', 0]);
  });

  it('is undefined for more levels than a chart can show', () => {
    const many = Object.fromEntries(Array.from({ length: 17 }, (_, index) => [`level-${index}`, 1]));
    expect(distributionOf({ items: [], total: 17, distribution: many }, feed)).toBeUndefined();
  });
});

describe('a counted distribution', () => {
  it('includes the record itself where the rows are the other records of its feed', () => {
    const own: ProvisionDetails = { severity: { level: 'low' } };
    const picture = distributionOf({ items: rows('high', 'high', 'low', 'low'), total: 4, others: true }, feed, own);
    expect(picture).toMatchObject({ total: 5, isPartial: false });
    expect(picture?.levels.map(({ count }) => count)).toEqual([2, 3]);
  });

  it('is partial where the feed does not state that the rows are all', () => {
    const four = rows('high', 'high', 'low', 'low');
    expect(distributionOf({ items: four, total: undefined }, feed)).toMatchObject({ total: 4, isPartial: true });
    expect(distributionOf({ items: four, total: 343 }, feed)).toMatchObject({ total: 4, isPartial: true });
    expect(distributionOf({ items: four, total: 4 }, feed)).toMatchObject({ total: 4, isPartial: false });
  });

  it('counts rows without a rating, last', () => {
    expect(counts({ items: rows('low', undefined, 'low', undefined), total: 4 }, feed)).toEqual([
      ['low', 2],
      [undefined, 2],
    ]);
  });

  it('is undefined for three rows, and where no row has a rating', () => {
    expect(distributionOf({ items: rows('low', 'low', 'high'), total: 3 }, feed)).toBeUndefined();
    expect(distributionOf({ items: rows(...Array<undefined>(9)), total: 9 }, feed)).toBeUndefined();
  });

  it('labels a level by the one or two labels of its rows, where no scale names it', () => {
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
