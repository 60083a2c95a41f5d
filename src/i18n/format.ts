import { formatDate } from '../provision/dates.js';

/** Says dates, numbers and lists in one language. */
export interface Formats {
  readonly date: (written: string) => string;
  readonly number: (value: number) => string;
  readonly list: (parts: readonly string[]) => string;
  /** Compares two names as the language sorts them. */
  readonly compare: (a: string, b: string) => number;
}

const known = new Map<string, Formats>();

/** The formats of a language; made once, since making Intl objects is what costs. */
export function formatsOf(locale: string): Formats {
  const formats = known.get(locale) ?? makeFormats(locale);
  known.set(locale, formats);
  return formats;
}

function makeFormats(locale: string): Formats {
  const numbers = new Intl.NumberFormat(locale);
  const names = new Intl.Collator(locale);
  return {
    date: (written) => formatDate(written, locale),
    number: (value) => numbers.format(value),
    list: (parts) => new Intl.ListFormat(locale).format(parts),
    compare: (a, b) => names.compare(a, b),
  };
}
