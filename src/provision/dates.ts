/** How exactly a date of the feed is known. A reader is never shown more than was written. */
export type DatePrecision = 'day' | 'minute' | 'second';

/** A date of the feed, read. */
export interface FeedDate {
  readonly value: Date;
  readonly precision: DatePrecision;
}

/**
 * Reads a date that has passed the feed's reader. A bare date is a calendar date: it is put at noon UTC here and has to
 * be formatted in UTC, so that 12 May is 12 May in America too.
 */
export function readDate(text: string): FeedDate {
  const written = text.toUpperCase();
  if (written.length === 10) return { value: new Date(`${written}T12:00Z`), precision: 'day' };
  // A leap second is a second that Date does not know.
  const value = new Date(written.replace(/:60(?=[.Z+-])/, ':59'));
  return { value, precision: /T\d\d:\d\d:/.test(written) ? 'second' : 'minute' };
}

/** To make one costs more than to lay out a card. */
const formats = /* @__PURE__ */ new Map<string, Intl.DateTimeFormat>();

const months =
  /* @__PURE__ */ 'January,February,March,April,May,June,July,August,September,October,November,December'.split(',');

/** The English of most pages is written without `Intl`, whose first formatter takes a browser as long as all the rest of a card. */
export const isPlainEnglish = (locale: string): boolean => /^en(-US|-GB)?$/.test(locale);

/** Says a date at its own precision; a time in UTC, and that it is. */
export function formatDate(text: string, locale: string): string {
  const { value, precision } = readDate(text);
  // Before the year 1000, a year is a question of calendars.
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
      // "long" has seconds and the zone.
      ...(precision !== 'day' && { timeStyle: precision === 'second' ? 'long' : 'short', hourCycle: 'h23' }),
      timeZone: 'UTC',
    });
    formats.set(key, format);
  }
  return format.format(value) + (precision === 'minute' ? ' UTC' : '');
}
