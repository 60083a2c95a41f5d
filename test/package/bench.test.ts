/** The statistics and tables of `npm run bench`. Its measurements are never asserted. */
import { describe, expect, it } from 'vitest';
import { budgets, judge } from '../bench/budgets.mjs';
import { median, ratio, slope } from '../bench/statistics.mjs';
import { figure, markdownTable } from '../bench/table.mjs';

describe('the benchmark’s figures', () => {
  it('compute a median that ignores one bad round, and the middle of an even number', () => {
    expect(median([3, 1, 1000])).toBe(3);
    expect(median([4, 1, 2, 1000])).toBe(3);
    expect(median([])).toBeNaN();
  });

  it('compute a ratio of medians', () => {
    expect(ratio([1, 2, 900], [4, 4, 1])).toBe(0.5);
  });

  it('compute a slope as the cost of one more, whatever the page itself costs', () => {
    expect(slope([20, 60, 100].map((count) => [count, 7000 + 12 * count] as const))).toBeCloseTo(12);
  });

  it('write a table with one line per row, and escape a bar in a cell', () => {
    expect(markdownTable([{ what: 'a|b', figure: 0.1234 }])).toEqual([
      '| what | figure |',
      '|---|---|',
      '| a\\|b | 0.12 |',
    ]);
    expect(markdownTable([])).toEqual([]);
    expect([123.4, 12.34, 1.234, NaN].map(figure)).toEqual(['123', '12.3', '1.23', '–']);
  });

  it('judge a budget as met at its limit, missed above it, and not met when it was not measured', () => {
    const met = (measured: number) => judge({ heap: measured }).find(({ name }) => name === 'heap')!.met;
    expect([met(1.2), met(1.21), met(NaN)]).toEqual(['yes', '**no**', 'not measured']);
    expect(judge({}).map(({ name }) => name)).toEqual(Object.keys(budgets));
  });
});
