import type { CalendarDay, CitationDate, PartialDay } from './types.js';

const monthNames = 'January February March April May June July August September October November December'.split(' ');

/**
 * Returns a year, a month or a day from numbers in that order. Undefined for a date that the calendar does not have.
 */
export function partialDay(parts: unknown): PartialDay | undefined {
  if (!Array.isArray(parts)) return undefined;
  const [year, month, day] = parts.map(Number);
  if (!between(year, 1, 9999)) return undefined;
  if (month === undefined) return { year };
  if (!between(month, 1, 12)) return undefined;
  if (day === undefined) return { year, month };
  // Day 0 of the next month is the last of this one. Adds 400 years, after which the calendar repeats, because
  // `Date.UTC` reads a year below 100 as 19xx.
  return between(day, 1, new Date(Date.UTC(year + 400, month, 0)).getUTCDate()) ? { year, month, day } : undefined;
}

function between(value: number | undefined, min: number, max: number): value is number {
  return Number.isInteger(value) && (value as number) >= min && (value as number) <= max;
}

/** Returns "May 12, 2026", "May 2026", "2026", or the literal. `months` are the month names. */
export function americanDate(date: CitationDate | CalendarDay, months: readonly string[] = monthNames): string {
  if ('literal' in date) return date.literal;
  const day = monthAndDay(date, months);
  return day === undefined ? `${date.year}` : `${day}${date.day === undefined ? '' : ','} ${date.year}`;
}

/** Returns "May 12" or "May". */
export function monthAndDay(date: CitationDate, months: readonly string[] = monthNames): string | undefined {
  if ('literal' in date || date.month === undefined) return undefined;
  const month = months[date.month - 1] ?? '';
  return date.day === undefined ? month : `${month} ${date.day}`;
}

/** The parts of a date that are set, as numbers. */
export function dateParts({ year, month, day }: PartialDay): readonly number[] {
  return [year, month, day].filter((part) => part !== undefined);
}

/** The parts of a date that are set, padded with zeros: "2026-05-12" with `between` "-". */
export function numericDate(date: PartialDay, between: string): string {
  return dateParts(date)
    .map((part, index) => `${part}`.padStart(index ? 2 : 4, '0'))
    .join(between);
}
