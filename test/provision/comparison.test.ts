import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ComparisonItem, Feed, Provision, ProvisionDetails } from '../../src/feed/types.js';
import {
  comparisonOf,
  comparisonSorts,
  rowsOfClauseType,
  sortRows,
} from '../../src/provision/comparison/comparison.js';
import { severityLevels } from '../../src/provision/severity.js';

const provision = (id: string, details: ProvisionDetails = {}): Provision => ({ id, _provision: details });
const row = (name?: string, level?: string): ComparisonItem => ({
  ...(name !== undefined && { platform: { name } }),
  ...(level !== undefined && { severity: { level } }),
});
const names = (rows: readonly ComparisonItem[]) => rows.map(({ platform }) => platform?.name ?? platform?.slug ?? '—');
const { compare } = new Intl.Collator('en');

describe('comparisonOf', () => {
  const self = provision('self', { clause_type: 'licence', platform: { name: 'Self' } });
  const feed: Feed = {
    items: [
      provision('1', { clause_type: 'licence', platform: { name: 'One' } }),
      self,
      provision('2', { clause_type: 'arbitration', platform: { name: 'Two' } }),
      provision('3', { platform: { name: 'Three' } }),
      provision('4', { clause_type: 'licence', platform: { name: 'Four' } }),
    ],
  };

  it('returns the record’s own rows, with the feed’s total only', () => {
    const items = [row('Own')];
    const own = provision('x', { clause_type: 'licence', comparisons: { items, total: 343 } });
    expect(comparisonOf(own, feed)).toEqual({ items, total: 343 });
    const untold = provision('x', { clause_type: 'licence', comparisons: { items } });
    expect(comparisonOf(untold, feed)).toEqual({ items, total: undefined });
  });

  it('returns the items of the clause type where the record has no rows, without the record, in the order of the feed', () => {
    const { items, total } = comparisonOf(self, feed);
    expect(names(items)).toEqual(['One', 'Four']);
    expect(total).toBe(2);
  });

  it('leaves the record out of its own rows, and marks rows of the feed as such', () => {
    const items = [{ ...row('Own'), record_id: 'x' }, row('Other')];
    const own = comparisonOf(provision('x', { comparisons: { items } }), feed);
    expect(names(own.items)).toEqual(['Other']);
    expect(own.others).toBeUndefined();
    expect(comparisonOf(self, feed).others).toBe(true);
  });

  it('keeps a total of 0', () => {
    expect(comparisonOf(provision('x', { clause_type: 'licence', comparisons: { total: 0 } }), feed).total).toBe(0);
  });

  it('returns no rows without a clause type, even where other items have none either', () => {
    expect(comparisonOf(provision('x'), feed).items).toEqual([]);
    expect(comparisonOf(feed.items[3]!, feed).items).toEqual([]);
  });

  it('returns no rows without a feed', () => {
    expect(comparisonOf(self).items).toEqual([]);
  });

  it('leaves out the record itself, but not another one with the same id', () => {
    const twin = provision('self', { clause_type: 'licence', platform: { name: 'Twin' } });
    expect(names(comparisonOf(self, { items: [self, twin] }).items)).toEqual(['Twin']);
  });
});

describe('asRow', () => {
  it('copies the item’s first clause with its language, its link, its date and its rating', () => {
    const item: Provision = {
      id: 'pl',
      url: 'https://observatory.example/pl',
      language: 'en',
      _provision: {
        clause_type: 'use',
        platform: { name: 'Amazon' },
        severity: { level: 'medium', label: 'Potentially unfair' },
        clauses: [{ text: 'Korzystając', language: 'pl' }, { text: 'second' }],
        provenance: { captured: '2026-05-12' },
      },
    };
    expect(rowsOfClauseType({ items: [item] }, 'use')).toEqual([
      {
        platform: { name: 'Amazon' },
        severity: { level: 'medium', label: 'Potentially unfair' },
        excerpt: 'Korzystając',
        language: 'pl',
        url: 'https://observatory.example/pl',
        record_id: 'pl',
        captured: '2026-05-12',
      },
    ]);
  });

  it('adds nothing that the item does not have', () => {
    const [bare] = rowsOfClauseType({ items: [provision('x', { clause_type: 'use' })] }, 'use');
    expect(Object.entries(bare!).filter(([, value]) => value !== undefined)).toEqual([['record_id', 'x']]);
  });
});

describe('sortRows', () => {
  it('keeps the order of the feed for "given"', () => {
    const rows = [row('B', 'low'), row('A', 'high')];
    expect(sortRows(rows, 'given', compare)).toEqual(rows);
  });

  it('sorts the most severe first for "severity", unknown levels after none, missing ones last', () => {
    const rows = [row('missing'), row('odd', 'severe'), row('none', 'none'), row('low', 'low'), row('high', 'high')];
    expect(names(sortRows(rows, 'severity', compare))).toEqual(['high', 'low', 'none', 'odd', 'missing']);
  });

  it('sorts by name for "platform", by slug without one, with unnamed rows last', () => {
    const rows: ComparisonItem[] = [{}, row('Zoom'), { platform: { slug: 'beta' } }, row('Alpha'), { platform: {} }];
    expect(names(sortRows(rows, 'platform', compare))).toEqual(['Alpha', 'beta', 'Zoom', '—', '—']);
  });

  const rows = fc.array(
    fc.record(
      { name: fc.constantFrom('A', 'B', 'a', 'Ä', ''), level: fc.constantFrom('severe', ...severityLevels) },
      { requiredKeys: [] },
    ),
    { maxLength: 30 },
  );

  it.each(comparisonSorts)('keeps and does not change any row for "%s", nor the given list', (sort) => {
    fc.assert(
      fc.property(rows, (given) => {
        const list = given.map(({ name, level }) => row(name, level));
        const before = [...list];
        const sorted = sortRows(list, sort, compare);
        expect(list).toEqual(before);
        expect(new Set(sorted)).toEqual(new Set(list));
        expect(sorted).toHaveLength(list.length);
      }),
    );
  });

  it.each([
    ['severity', ({ severity }: ComparisonItem) => severity?.level],
    ['platform', ({ platform }: ComparisonItem) => platform?.name],
  ] as const)('keeps the order of equal rows for "%s"', (sort, keyOf) => {
    fc.assert(
      fc.property(rows, (given) => {
        const list = given.map(({ name, level }) => row(name, level));
        const sorted = sortRows(list, sort, compare);
        for (const key of new Set(list.map(keyOf))) {
          const same = (one: ComparisonItem) => keyOf(one) === key;
          expect(sorted.filter(same)).toEqual(list.filter(same));
        }
      }),
    );
  });
});
