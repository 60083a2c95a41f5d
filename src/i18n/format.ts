import { formatDate, isPlainEnglish } from '../provision/dates.js';

/** A text for each plural category of the language (CLDR). */
export type PluralForms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string };

/** A number as an argument of a message. */
export interface Count {
  /** The number in the digits and grouping of the language. */
  readonly n: string;
  /** Returns the form for the number. */
  readonly plural: (forms: PluralForms) => string;
}

/** Formats dates, numbers and lists in one language. */
export interface Formats {
  /** Formats a date with the precision that it was written with, at most to the second. */
  readonly date: (written: string) => string;
  /** Formats the day of a date, in the time zone that it was written in. */
  readonly day: (written: string) => string;
  readonly number: (value: number) => string;
  readonly count: (value: number) => Count;
  readonly list: (parts: readonly string[]) => string;
  /** Compares two names in the sort order of the language. */
  readonly compare: (a: string, b: string) => number;
}

/** `Intl` objects are slow to create, so each language has one set of formats. */
const known = /* @__PURE__ */ new Map<string, Formats>();

/** Returns the formats of a language. */
export function formatsOf(locale: string): Formats {
  const made = known.get(locale) ?? make(locale);
  known.set(locale, made);
  return made;
}

function make(locale: string): Formats {
  let lists: Intl.ListFormat | undefined;
  const number = (value: number) =>
    isPlainEnglish(locale) && Number.isSafeInteger(value)
      ? `${value}`.replace(/\B(?=(\d{3})+$)/g, ',')
      : value.toLocaleString(locale);
  return {
    date: (written) => formatDate(written, locale),
    day: (written) => formatDate(written.slice(0, 10), locale),
    number,
    count: (value) => ({
      n: number(value),
      plural: (forms) => forms[new Intl.PluralRules(locale).select(value)] ?? forms.other,
    }),
    // Most lists have one entry, and creating the first Intl.ListFormat takes a browser longer than rendering a whole card.
    list: (parts) => (parts.length > 1 ? (lists ??= new Intl.ListFormat(locale)).format(parts) : parts.join()),
    compare: (a, b) => a.localeCompare(b, locale),
  };
}
