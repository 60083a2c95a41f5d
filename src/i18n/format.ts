import { formatDate } from '../provision/dates.js';

/** Says dates, numbers and lists in one language. */
export interface Formats {
  readonly date: (written: string) => string;
  readonly number: (value: number) => string;
  readonly list: (parts: readonly string[]) => string;
  /** Compares two names as the language sorts them. */
  readonly compare: (a: string, b: string) => number;
}

/** The formats of a language. */
export function formatsOf(locale: string): Formats {
  return {
    date: (written) => formatDate(written, locale),
    number: (value) => value.toLocaleString(locale),
    list: (parts) => new Intl.ListFormat(locale).format(parts),
    compare: (a, b) => a.localeCompare(b, locale),
  };
}
