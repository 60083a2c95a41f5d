import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { date } from '../../src/feed/scalars.js';
import { formatDate, readDate } from '../../src/provision/dates.js';
import { corpus } from '../support/data.js';
import { runs } from '../support/fuzz.js';

const zones = ['UTC', 'America/Los_Angeles', 'Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Asia/Kathmandu'];
const home = process.env['TZ'];

function moveTo(zone: string): void {
  process.env['TZ'] = zone;
}

afterEach(() => {
  if (home === undefined) delete process.env['TZ'];
  else process.env['TZ'] = home;
});

// Stryker runs tests in threads, which share the time zone of their process.
it.skipIf(process.env['STRYKER_MUTATOR_WORKER'])('these tests run in different time zones', () => {
  const offsets = zones.map((zone) => {
    moveTo(zone);
    return new Date('2026-05-12T12:00Z').getTimezoneOffset();
  });
  expect(new Set(offsets).size).toBe(zones.length);
});

describe.each(zones)('in the time zone %s', (zone) => {
  it('a date without a time is that calendar day', () => {
    moveTo(zone);
    expect(formatDate('2026-05-12', 'en-US')).toBe('May 12, 2026');
    expect(formatDate('2024-02-29', 'en-US')).toBe('February 29, 2024');
    expect(formatDate('2025-12-31', 'en-GB')).toBe('31 December 2025');
  });

  it('a time is shown in UTC, and labelled so', () => {
    moveTo(zone);
    expect(formatDate('2026-05-12T15:09Z', 'en-US')).toMatch(/^May 12, 2026 .*15:09 UTC$/);
  });

  it('every calendar day keeps its number', () => {
    moveTo(zone);
    fc.assert(
      fc.property(fc.date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true }), (day) => {
        const written = day.toISOString().slice(0, 10);
        expect(formatDate(written, 'en-US')).toMatch(
          new RegExp(` ${Number(written.slice(8))}, ${written.slice(0, 4)}$`),
        );
      }),
      { numRuns: runs(50, 1000) },
    );
  });
});

describe('formatDate adds no precision', () => {
  it.each([
    ['2026-05-12', 'day', /^12 May 2026$/],
    ['2026-05-12T15:09Z', 'minute', /\b15:09 UTC$/],
    ['2026-05-12T15:09:41Z', 'second', /\b15:09:41 UTC$/],
    ['2026-05-12T15:09:00Z', 'second', /\b15:09:00 UTC$/],
    ['2026-05-12T15:09:41.123456789Z', 'second', /\b15:09:41 UTC$/],
    ['2026-05-12T00:00Z', 'minute', /\b00:00 UTC$/],
  ])('for %s, which is precise to the %s', (written, precision, said) => {
    expect(readDate(written).precision).toBe(precision);
    expect(formatDate(written, 'en-GB')).toMatch(said);
  });
});

describe('readDate accepts every form of the format', () => {
  it.each([
    ['an offset east', '2026-05-13T01:09+10:00', '2026-05-12T15:09:00.000Z'],
    ['an offset west, across midnight', '2026-05-12T23:30:00-05:00', '2026-05-13T04:30:00.000Z'],
    ['an offset with minutes precision, without seconds', '2026-05-12T15:09+05:30', '2026-05-12T09:39:00.000Z'],
    ['lower-case t and z', '2026-05-12t15:09:41z', '2026-05-12T15:09:41.000Z'],
  ])('such as %s', (_, written, meant) => {
    expect(readDate(written).value.toISOString()).toBe(meant);
  });

  it.each(['1990-12-31T23:59:60Z', '1990-12-31T15:59:60-08:00', '1990-12-31T23:59:60.5Z', '1990-12-31t23:59:60z'])(
    'such as a leap second, which is the last second of its day: %s',
    (written) => {
      expect(formatDate(written, 'en-US')).toMatch(/^December 31, 1990 .*23:59:59 UTC$/);
    },
  );

  it('and everything else that the feed parser accepts', () => {
    const two = (max: number) => fc.integer({ min: 0, max }).map((value) => String(value).padStart(2, '0'));
    const written = fc
      .record({
        day: fc
          .date({ min: new Date('0001-01-01'), max: new Date('9999-12-30'), noInvalidDate: true })
          .map((day) => day.toISOString().slice(0, 10)),
        time: fc.option(fc.tuple(two(23), two(59), fc.option(two(60)), fc.option(fc.nat())), { nil: null }),
        zone: fc.oneof(fc.constantFrom('Z', 'z'), fc.tuple(fc.constantFrom('+', '-'), two(23), two(59))),
      })
      .map(({ day, time, zone }) => {
        if (!time) return day;
        const [hour, minute, second, fraction] = time;
        const seconds = second === null ? '' : `:${second}${fraction === null ? '' : `.${fraction}`}`;
        const where = typeof zone === 'string' ? zone : `${zone[0]}${zone[1]}:${zone[2]}`;
        return `${day}T${hour}:${minute}${seconds}${where}`;
      });
    fc.assert(
      fc.property(written, (text) => {
        fc.pre(date(text) !== undefined);
        expect(readDate(text).value.getTime()).not.toBeNaN();
        expect(formatDate(text, 'en-US')).not.toContain('Invalid');
      }),
      { numRuns: runs(500, 100) },
    );
  });
});

interface Verdicts {
  readonly schema?: { readonly format?: string };
  readonly format?: string;
  readonly tests?: readonly { readonly data: unknown; readonly valid: boolean }[];
}

const suite = corpus('dates-json-schema.json');

describe.skipIf(suite === undefined)('dates of the JSON Schema test suite', () => {
  it('are formatted where the feed parser accepts them', () => {
    const strings: string[] = [];
    const collect = (value: unknown): void => {
      if (typeof value === 'string') strings.push(value);
      else if (typeof value === 'object' && value !== null) Object.values(value as Verdicts).forEach(collect);
    };
    collect(suite);
    const kept = strings.filter((text) => date(text) !== undefined);
    expect(kept.length).toBeGreaterThan(10);
    for (const text of kept) expect(formatDate(text, 'en-US'), text).not.toMatch(/Invalid|NaN/);
  });
});

describe.each(['en', 'en-US', 'en-GB'])('in %s, which is written without Intl', (locale) => {
  it('a date equals the output of Intl', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date('1000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }), (day) => {
        const text = `${day.toISOString().slice(0, 19)}Z`;
        const said = (options: Intl.DateTimeFormatOptions) =>
          new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC', ...options }).format(day);
        expect(formatDate(text.slice(0, 10), locale)).toBe(said({}));
        // Engines differ in the text between the day and the time.
        expect(formatDate(text, locale).replace(' at ', ' ')).toBe(
          said({ timeStyle: 'long', hourCycle: 'h23' }).replace(/,? at |, (?=\d\d:)/, ' '),
        );
      }),
    );
  });
});

describe('in any other language, Intl formats a date', () => {
  it.each([
    ['de', '2026-05-12', /^12\. Mai 2026$/],
    ['de', '2026-05-12T15:09Z', /^12\. Mai 2026.* 15:09 UTC$/],
    ['de', '2026-05-12T00:09:41Z', /^12\. Mai 2026.* 00:09:41 UTC$/],
    ['en-AU', '2026-05-12', /^12 May 2026$/],
    ['en-AU', '2026-05-12T23:09Z', /^12 May 2026.* 23:09 UTC$/],
    ['en-GB-oxendict', '2026-05-12', /^12 May 2026$/],
    ['ben', '2026-05-12', /২০২৬/],
    ['ja', '2026-05-12', /^2026年5月12日$/],
  ])('in %s: %s', (locale, written, said) => {
    // The second call uses the cached formatter.
    for (let time = 0; time < 2; time++) expect(formatDate(written, locale)).toMatch(said);
  });

  it('and in English before the year 1000, whose calendar is not obvious', () => {
    expect(formatDate('0987-05-12', 'en-US')).toBe('May 12, 987');
  });

  it('with one formatter per language and precision, and with none in plain English', () => {
    const made: unknown[] = [];
    const { DateTimeFormat } = Intl;
    vi.stubGlobal('Intl', {
      ...Intl,
      DateTimeFormat: class extends DateTimeFormat {
        constructor(...how: [string, Intl.DateTimeFormatOptions]) {
          super(...how);
          made.push(how[0]);
        }
      },
    });
    try {
      for (const locale of ['en', 'en-US', 'en-GB', 'pl', 'pl', 'fi']) {
        formatDate('2026-05-12', locale);
        formatDate('2026-05-12T15:09Z', locale);
        formatDate('1000-01-01', locale);
      }
      // Formatters of an earlier run of this test are cached.
      expect(made.filter((locale) => String(locale).startsWith('en'))).toEqual([]);
      expect(made.length).toBeLessThanOrEqual(4);
    } finally {
      vi.unstubAllGlobals();
    }
  });
});
