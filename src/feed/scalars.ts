/**
 * Scalars: functions that read a single value. Each accepts any value and returns the value to keep, or `undefined` for
 * an invalid one. None converts an object to a string or number, which could throw. `read.ts` handles "no value"
 * (absent, null, blank, empty) before.
 */

import type { Expected, Scalar } from './reading.js';

/** Creates a scalar. */
export function scalar<T>(expects: Expected, read: (value: unknown) => T | undefined): Scalar<T> {
  return Object.assign(read, { expects });
}

// A string with a lone surrogate is invalid, because all of them encode to U+FFFD, and two different texts would share
// a hash. The first test is fast and excludes most texts; the second is exact.
const illFormed = (value: string) => /[\ud800-\udfff]/.test(value) && /\p{Surrogate}/u.test(value);

/** Plain text, unchanged, because the hash of a clause is over its exact text. */
export const text = /* @__PURE__ */ scalar('text', (value) =>
  typeof value === 'string' && !illFormed(value) ? value : undefined,
);

/**
 * Text that may be a number, which becomes its decimal string: JSON Feed 1.1 requires that for an item's id, and
 * CSL-JSON allows it.
 */
export const identifier = /* @__PURE__ */ scalar('text', (value) =>
  text(typeof value === 'number' ? `${value}` : value),
);

/**
 * An absolute `http:` or `https:` URL without user info, in the notation of the platform's URL parser. No base URL,
 * because `java\nscript:` and the like would pass as paths on the newspaper's own origin.
 */
export const url = /* @__PURE__ */ scalar('url', (value) => {
  if (typeof value !== 'string') return undefined;
  try {
    const { href } = new URL(value);
    // An `@` before the path means user info.
    return /^https?:\/\/[^/@]+\//.test(href) ? href : undefined;
  } catch {
    return undefined;
  }
});

const rfc3339 =
  /^(\d{4})-(\d\d)-(\d\d)(?:T(?:[01]\d|2[0-3]):[0-5]\d(?::(?:[0-5]\d|60)(?:\.\d+)?)?(?:Z|[+-](?:[01]\d|2[0-3]):?[0-5]\d))?$/i;

/**
 * RFC 3339 full-date or date-time, or a date-time with minutes precision, as written, so that no seconds are added.
 * Checks the calendar, because `Date.parse('2024-02-30')` is 1 March. A second 60 has to be the last of a UTC day.
 */
export const date = /* @__PURE__ */ scalar('date', (value) => {
  const [written, year, month, day] = (typeof value === 'string' && rfc3339.exec(value)) || [];
  if (!written) return undefined;
  const [m, d] = [Number(month), Number(day)];
  // The first 28 days are in every month, so that only later ones need `Date`. Maps the year to one 400-year cycle,
  // because `Date.UTC` reads a year below 100 as 19xx.
  const exists =
    m > 0 &&
    m < 13 &&
    d > 0 &&
    (d < 29 || new Date(Date.UTC(2000 + (Number(year) % 400), m - 1, d)).getUTCMonth() === m - 1);
  return exists &&
    (!written.includes(':60') ||
      new Date(
        written
          .toUpperCase()
          .replace(':60', ':59')
          .replace(/(\d\d)(\d\d)$/, '$1:$2'),
      )
        .toISOString()
        .includes('T23:59'))
    ? // Inserts the colon, because some engines cannot parse an offset without it.
      written.replace(/([+-]\d\d)(\d\d)$/, (all, hours: string, minutes: string) =>
        written.includes('T') || written.includes('t') ? `${hours}:${minutes}` : all,
      )
    : undefined;
});

/** A whole number of 0 or more. */
export const count = /* @__PURE__ */ scalar('count', (value) =>
  Number.isSafeInteger(value) && (value as number) >= 0 ? (value as number) : undefined,
);

export const flag = /* @__PURE__ */ scalar('flag', (value) => (typeof value === 'boolean' ? value : undefined));

/** A BCP 47 language tag; the result is in canonical case. */
export const language = /* @__PURE__ */ scalar('language', (value) => {
  try {
    return typeof value === 'string' ? Intl.getCanonicalLocales(value)[0] : undefined;
  } catch {
    return undefined;
  }
});
