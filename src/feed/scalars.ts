/**
 * Readers of single values. Each takes anything and answers with the value as it is kept, or `undefined` when it is
 * not what the format asks for; none makes a string or a number of an object, which could throw. What counts as "no
 * value" (absent, null, blank, empty) is decided before, in `read.ts`.
 */

import type { Expected, Scalar } from './reading.js';

/** Makes a reader of a single value. */
export function scalar<T>(expects: Expected, read: (value: unknown) => T | undefined): Scalar<T> {
  return Object.assign(read, { expects });
}

// Lone surrogates all encode to U+FFFD, so two different texts would share a hash: such a string is no text. The
// second test is the exact one and slow; few texts come to it.
const illFormed = (value: string) => /[\ud800-\udfff]/.test(value) && /\p{Surrogate}/u.test(value);

/** Plain text, kept to the letter: a clause is hashed as it stands. */
export const text = /* @__PURE__ */ scalar('text', (value) =>
  typeof value === 'string' && !illFormed(value) ? value : undefined,
);

/**
 * Text that may be written as a number, which is taken for its decimal string: JSON Feed 1.1 asks that of an item's id,
 * CSL-JSON allows it.
 */
export const identifier = /* @__PURE__ */ scalar('text', (value) =>
  text(typeof value === 'number' ? `${value}` : value),
);

/**
 * An absolute `http:` or `https:` URL without user info, as the platform's parser writes it. No base: with one,
 * `java\nscript:` and the like slip through as paths on the newspaper's own origin.
 */
export const url = /* @__PURE__ */ scalar('url', (value) => {
  if (typeof value !== 'string') return undefined;
  try {
    const { href } = new URL(value);
    // An `@` before the path ends user info.
    return /^https?:\/\/[^/@]+\//.test(href) ? href : undefined;
  } catch {
    return undefined;
  }
});

const when =
  /^(\d{4})-(\d\d)-(\d\d)(?:T(?:[01]\d|2[0-3]):[0-5]\d(?::(?:[0-5]\d|60)(?:\.\d+)?)?(?:Z|[+-](?:[01]\d|2[0-3]):?[0-5]\d))?$/i;

/**
 * RFC 3339 full-date or date-time, or a date-time of minutes precision, kept as written so that no seconds are
 * invented. The calendar is checked: `Date.parse('2024-02-30')` would be 1 March. A second 60 is the last of a UTC day.
 */
export const date = /* @__PURE__ */ scalar('date', (value) => {
  const [whole, year, month, day] = (typeof value === 'string' && when.exec(value)) || [];
  if (!whole) return undefined;
  const [m, d] = [Number(month), Number(day)];
  // Most days are in every month, and need no calendar. It repeats after 400 years; Date.UTC takes years below 100 for 19xx.
  const exists =
    m > 0 &&
    m < 13 &&
    d > 0 &&
    (d < 29 || new Date(Date.UTC(2000 + (Number(year) % 400), m - 1, d)).getUTCMonth() === m - 1);
  return exists &&
    (!whole.includes(':60') ||
      new Date(
        whole
          .toUpperCase()
          .replace(':60', ':59')
          .replace(/(\d\d)(\d\d)$/, '$1:$2'),
      )
        .toISOString()
        .includes('T23:59'))
    ? // Not every engine reads an offset without its colon.
      whole.replace(/([+-]\d\d)(\d\d)$/, (all, hours: string, minutes: string) =>
        whole.includes('T') || whole.includes('t') ? `${hours}:${minutes}` : all,
      )
    : undefined;
});

/** A whole number that counts something: 0 or more. */
export const count = /* @__PURE__ */ scalar('count', (value) =>
  Number.isSafeInteger(value) && (value as number) >= 0 ? (value as number) : undefined,
);

export const flag = /* @__PURE__ */ scalar('flag', (value) => (typeof value === 'boolean' ? value : undefined));

/** A BCP 47 language tag, in canonical case. */
export const language = /* @__PURE__ */ scalar('language', (value) => {
  try {
    return typeof value === 'string' ? Intl.getCanonicalLocales(value)[0] : undefined;
  } catch {
    return undefined;
  }
});
