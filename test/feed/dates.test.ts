import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readItem } from './support/feeds.js';
import { runs } from '../support/fuzz.js';

function readDate(date: unknown): string | undefined {
  const { item, notes } = readItem(undefined, { date_published: date });
  expect(notes).toEqual(item?.date_published === undefined ? ['/items/0/date_published date'] : []);
  return item?.date_published;
}

describe('date', () => {
  it.each([
    '2026-05-12',
    '2026-05-12T15:09Z',
    '2026-05-12T15:09:41Z',
    '2026-05-12T15:09:41.000123Z',
    '2026-05-12T15:09+02:00',
    '2026-05-12t15:09:41z',
    '0000-02-29',
    '9999-12-31T23:59:59-23:59',
    '2024-02-29',
    '2016-12-31T23:59:60Z',
    '2017-01-01T05:29:60+05:30',
  ])('keeps %s as written and adds no precision', (date) => {
    expect(readDate(date)).toBe(date);
  });

  it.each([
    '2024-02-30',
    '2023-02-29',
    '1900-02-29',
    '2024-04-31',
    '2024-00-01',
    '2024-01-00',
    '2024-13-01',
    '2024-1-1',
    '24-01-01',
    '+002024-01-01',
    '2024-01-01 15:09Z',
    '2024-01-01T15:09',
    '2024-01-01T24:00Z',
    '2024-01-01T15:60Z',
    '2024-01-01T15Z',
    '2024-01-01T15:09:61Z',
    '2024-01-01T15:09:60Z',
    '2016-12-31T23:59:60+01:00',
    '2024-01-01T15:09:41+24:00',
    '2024-01-01T15:09:41.Z',
    '2024-01-01T15:09:41,5Z',
    ' 2024-01-01',
    '2024-01-01\n',
    '２０２４-01-01',
    '12 May 2026',
    'May 2026',
    '2024',
    '2024-05',
    'NaN',
  ])('%j is not a date', (date) => {
    expect(readDate(date)).toBeUndefined();
  });

  it.for([0, 1715500000000, true, {}, ['2024-01-01'], new Date(0)])('%j is not a date', (date) => {
    expect(readDate(date)).toBeUndefined();
  });

  it('agrees with the calendar on every day of every year', () => {
    const part = (max: number, width: number) => fc.nat(max).map((n) => String(n).padStart(width, '0'));
    fc.assert(
      fc.property(part(9999, 4), part(14, 2), part(33, 2), (year, month, day) => {
        const lengths = [31, isLeap(Number(year)) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
        const exists = Number(day) >= 1 && Number(day) <= (lengths[Number(month) - 1] ?? 0);
        const date = `${year}-${month}-${day}`;
        expect(readDate(date)).toBe(exists ? date : undefined);
      }),
      { numRuns: runs(2000) },
    );
  });
});

describe('dateParts', () => {
  const readParts = (parts: unknown) => {
    const { item, notes } = readItem({ citation: { csl: { title: 'T', issued: { 'date-parts': parts } } } });
    expect(item?._provision.citation?.csl?.title).toBe('T');
    const kept = item?._provision.citation?.csl?.issued?.['date-parts'];
    expect(notes).toEqual(kept === undefined ? ['/items/0/_provision/citation/csl/issued/date-parts date-parts'] : []);
    return kept;
  };

  it.for([
    [[[2026]], [[2026]]],
    [[[2026, 5, 12]], [[2026, 5, 12]]],
    [[['2026', '05', '12']], [[2026, 5, 12]]],
    [
      [[2025], [2026, 5]],
      [[2025], [2026, 5]],
    ],
    [[[-44, 3, 15]], [[-44, 3, 15]]],
  ])('accepts %j', ([given, kept]) => {
    expect(readParts(given)).toEqual(kept);
  });

  it.for([
    5,
    '2026',
    {},
    [[]],
    [2026],
    [['may']],
    [[2026, null]],
    [[2026, '']],
    [[2026, ' ']],
    [[2026, []]],
    [[2026, [5]]],
    [[true]],
    [[2026.5]],
    [['0x10']],
    [['1e3']],
    [[{ valueOf: 1, toString: 1 }]],
    [[2026], 'x'],
  ])('refuses %j and keeps the members around it', (given) => {
    expect(readParts(given)).toBeUndefined();
  });
});

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}
