import { formatDate } from '../provision/dates.js';

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
  readonly date: (written: string) => string;
  readonly number: (value: number) => string;
  readonly count: (value: number) => Count;
  readonly list: (parts: readonly string[]) => string;
  /** Compares two names as the language sorts them. */
  readonly compare: (a: string, b: string) => number;
}

/** The formats of a language. */
export function formatsOf(locale: string): Formats {
  const number = (value: number) => value.toLocaleString(locale);
  return {
    date: (written) => formatDate(written, locale),
    number,
    count: (value) => ({
      n: number(value),
      plural: (forms) => forms[new Intl.PluralRules(locale).select(value)] ?? forms.other,
    }),
    list: (parts) => new Intl.ListFormat(locale).format(parts),
    compare: (a, b) => a.localeCompare(b, locale),
  };
}
