/** The precision of a date in the feed. The interface never shows more precision than this. */
export type DatePrecision = 'day' | 'minute' | 'second';

/** A parsed date of the feed. */
export interface FeedDate {
  readonly value: Date;
  readonly precision: DatePrecision;
}

/**
 * Parses a date that the feed parser accepted. A date without a time is a calendar date: its value is noon UTC, and it
 * has to be formatted in UTC, so that 12 May is 12 May in America too.
 */
export function readDate(text: string): FeedDate {
  const written = text.toUpperCase();
  if (written.length === 10) return { value: new Date(`${written}T12:00Z`), precision: 'day' };
  // `Date` has no leap seconds.
  const value = new Date(written.replace(/:60(?=[.Z+-])/, ':59'));
  return { value, precision: /T\d\d:\d\d:/.test(written) ? 'second' : 'minute' };
}

/** Cached, because creating a formatter costs more than laying out a card. */
const formats = /* @__PURE__ */ new Map<string, Intl.DateTimeFormat>();

const months =
  /* @__PURE__ */ 'January,February,March,April,May,June,July,August,September,October,November,December'.split(',');

/**
 * Locales whose dates are written without `Intl`, because a browser's first formatter takes as long as the rest of a
 * card.
 */
export const isPlainEnglish = (locale: string): boolean => /^en(-US|-GB)?$/.test(locale);

/** Formats a date at its own precision. A time is in UTC, and labelled so. */
export function formatDate(text: string, locale: string): string {
  const { value, precision } = readDate(text);
  // `Intl` decides on years before 1000, because their calendar is not obvious.
  if (isPlainEnglish(locale) && text > '1') {
    const month = months[value.getUTCMonth()] ?? '';
    const day = value.getUTCDate();
    const year = value.getUTCFullYear();
    const time = value.toISOString().replace(/.*T/, '');
    return (
      (locale === 'en-GB' ? `${day} ${month} ${year}` : `${month} ${day}, ${year}`) +
      (precision === 'day' ? '' : ` at ${time.slice(0, precision === 'second' ? 8 : 5)} UTC`)
    );
  }
  const key = locale + precision;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat(locale, {
      dateStyle: 'long',
      // "long" includes seconds and the zone.
      ...(precision !== 'day' && { timeStyle: precision === 'second' ? 'long' : 'short', hourCycle: 'h23' }),
      timeZone: 'UTC',
    });
    formats.set(key, format);
  }
  return format.format(value) + (precision === 'minute' ? ' UTC' : '');
}
