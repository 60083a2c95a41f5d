import { formatDate, isPlainEnglish } from '../provision/dates.js';

/** The words that go with a number, by the categories of plurals that the language has (CLDR). */
export type PluralForms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string };

/** A number in a message. */
export interface Count {
  /** As the language writes it. */
  readonly n: string;
  /** Picks the words that go with it. */
  readonly plural: (forms: PluralForms) => string;
}

/** Says dates, numbers and lists in one language. */
export interface Formats {
  /** A date at the precision that it was written with, to the second. */
  readonly date: (written: string) => string;
  /** The day of a date, in the time zone that it was written in. */
  readonly day: (written: string) => string;
  readonly number: (value: number) => string;
  readonly count: (value: number) => Count;
  readonly list: (parts: readonly string[]) => string;
  /** Compares two names as the language sorts them. */
  readonly compare: (a: string, b: string) => number;
}

const known = /* @__PURE__ */ new Map<string, Formats>();

/** The formats of a language. */
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
    // Most lists are of one, and a browser takes longer over its first Intl.ListFormat than over a whole card.
    list: (parts) => (parts.length > 1 ? (lists ??= new Intl.ListFormat(locale)).format(parts) : parts.join()),
    compare: (a, b) => a.localeCompare(b, locale),
  };
}
