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

describe('what a record is compared with', () => {
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

  it('is its own rows, with the total that the feed gives and no other', () => {
    const items = [row('Own')];
    const own = provision('x', { clause_type: 'licence', comparisons: { items, total: 343 } });
    expect(comparisonOf(own, feed)).toEqual({ items, total: 343 });
    const untold = provision('x', { clause_type: 'licence', comparisons: { items } });
    expect(comparisonOf(untold, feed)).toEqual({ items, total: undefined });
  });

  it('is the items of its clause type where it brings no rows, itself left out, in the order of the feed', () => {
    const { items, total } = comparisonOf(self, feed);
    expect(names(items)).toEqual(['One', 'Four']);
    expect(total).toBe(2);
  });

  it('leaves itself out of the rows that it brings, and says which rows are the feed’s', () => {
    const items = [{ ...row('Own'), record_id: 'x' }, row('Other')];
    const own = comparisonOf(provision('x', { comparisons: { items } }), feed);
    expect(names(own.items)).toEqual(['Other']);
    expect(own.others).toBeUndefined();
    expect(comparisonOf(self, feed).others).toBe(true);
  });

  it('keeps a total of 0, which is a value', () => {
    expect(comparisonOf(provision('x', { clause_type: 'licence', comparisons: { total: 0 } }), feed).total).toBe(0);
  });

  it('is nothing where it has no clause type, though others have none either', () => {
    expect(comparisonOf(provision('x'), feed).items).toEqual([]);
    expect(comparisonOf(feed.items[3]!, feed).items).toEqual([]);
  });

  it('is nothing without a feed', () => {
    expect(comparisonOf(self).items).toEqual([]);
  });

  it('leaves out the record, not another one that has the same id', () => {
    const twin = provision('self', { clause_type: 'licence', platform: { name: 'Twin' } });
    expect(names(comparisonOf(self, { items: [self, twin] }).items)).toEqual(['Twin']);
  });
});

describe('an item as a row', () => {
  it('says what the item says: its first clause in its own language, its link, its date, its rating', () => {
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

  it('claims nothing that the item does not say', () => {
    const [bare] = rowsOfClauseType({ items: [provision('x', { clause_type: 'use' })] }, 'use');
    expect(Object.entries(bare!).filter(([, value]) => value !== undefined)).toEqual([['record_id', 'x']]);
  });
});

describe('sorted rows', () => {
  it('"given" is the order of the feed', () => {
    const rows = [row('B', 'low'), row('A', 'high')];
    expect(sortRows(rows, 'given', compare)).toEqual(rows);
  });

  it('"severity" has the gravest first, unknown levels after none, missing ones last', () => {
    const rows = [row('missing'), row('odd', 'severe'), row('none', 'none'), row('low', 'low'), row('high', 'high')];
    expect(names(sortRows(rows, 'severity', compare))).toEqual(['high', 'low', 'none', 'odd', 'missing']);
  });

  it('"platform" goes by name, by slug where there is none, and has the nameless last', () => {
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

  it.each(comparisonSorts)('"%s" loses no row, alters no row, leaves the given list alone', (sort) => {
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
  ] as const)('"%s" keeps the order given among rows that it cannot tell apart', (sort, keyOf) => {
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
