/** Converts spreadsheet cells to values of the feed. Each function returns the value, or the reason why it left the cell out. */
import { date, language, url } from '../../feed/scalars.js';

/** A value with an optional remark on how it was interpreted, or the reason why the cell is left out. */
export type Read<T> = { readonly value: T; readonly remark?: string } | { readonly problem: string };

const errorValue = /^#(?:REF|N\/A|NAME\?|VALUE|DIV\/0|NULL|NUM|SPILL|CALC|BLOCKED|FIELD)[!?]?$/i;
const formula = /^=\s*(?:[A-Z][A-Z\d.]*\s*\(|\$?[A-Z]{1,3}\$?\d+\b|[+\-"(]|\d)/i;

/** Returns the reason why a cell's text is damaged; undefined when it is fine. */
export function cellProblem(text: string): string | undefined {
  if (errorValue.test(text)) return `It holds the spreadsheet's error ${text}: the cell is left out.`;
  if (formula.test(text)) return 'It holds a formula and not its result: the cell is left out. Export the values.';
  return undefined;
}

/** Returns the text of a cell without the leading apostrophe that marks text in spreadsheets. */
export function cellText(text: string): string {
  return text.replace(/^'(?=[=+\-@＝＋－＠])/, '');
}

/** Reads an absolute URL. A URL without a scheme gets https, because browsers show and copy URLs that way. */
export function readUrl(text: string): Read<string> {
  const bare = text.replace(/^<(.*)>$/s, '$1').trim();
  const given = url(bare);
  if (given !== undefined && !/\s/.test(bare)) return { value: given };
  if (/^(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}(?:[/?#:]\S*)?$/u.test(bare)) {
    const guessed = url(`https://${bare}`);
    if (guessed !== undefined) return { value: guessed, remark: `The address has no "https://": ${guessed} is used.` };
  }
  return { problem: `"${short(text)}" is not an absolute http: or https: URL: the cell is left out.` };
}

export function readLanguage(text: string): Read<string> {
  const tag = /^[a-z]{2,3}(?:[-_][a-z\d]{2,8})*$/i.test(text) ? language(text.replaceAll('_', '-')) : undefined;
  return tag === undefined
    ? { problem: `"${short(text)}" is not a language tag such as en, de or pt-BR: the cell is left out.` }
    : { value: tag };
}

/** Beginnings of month names without accents, in English, German, French, Spanish, Italian, Dutch and Portuguese. */
const months: readonly RegExp[] = [
  /^(?:jan|ene|gen)/,
  /^(?:feb|fev)/,
  /^(?:mar|mrz|mrt|maa)/,
  /^(?:apr|avr|abr)/,
  /^(?:may|mai|mei|mag)/,
  /^(?:jun|juin|giu)/,
  /^(?:jul|juil|lug)/,
  /^(?:aug|aou|ago)/,
  /^(?:sep|set)/,
  /^(?:oct|okt|ott|out)/,
  /^nov/,
  /^(?:dec|dez|dic)/,
];
const two = (number: string | number) => String(number).padStart(2, '0');

/** Whether the day or the month comes first in `05/12/2026`. */
type DateOrder = 'dmy' | 'mdy';

/**
 * Reads a date in common forms: `2026-05-12` with or without a time, `12.05.2026`, `2026/5/12`, `12 May 2026`, `May 12, 2026`, `12. Mai
 * 2026`, `2026年5月12日`. A date with slashes is ambiguous when day and month are both below 13, and is left out without `order`.
 */
export function readDate(text: string, order?: DateOrder): Read<string> {
  const wrong = { problem: `"${short(text)}" is not a date such as 2026-05-12: the cell is left out.` };
  const given = text
    .trim()
    .replace(/^(\d{4}-\d\d-\d\d) (?=\d)/, '$1T')
    .replace(/ (?=Z$|[+-]\d\d:\d\d$)/, '');
  const direct = date(given);
  if (direct !== undefined) return { value: direct };
  if (/^[34]\d{4}(?:[.,]\d+)?$/.test(given)) {
    return {
      problem: `"${given}" is a spreadsheet's internal number of a day: the cell is left out. Format the column as dates, and export it again.`,
    };
  }
  const [, y1, m1, d1] =
    /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})\.?$/.exec(given) ??
    /^(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일]$/.exec(given) ??
    [];
  if (y1 !== undefined) return checked(y1, m1, d1) ?? wrong;
  const [, first, mark, second, year] = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4})$/.exec(given) ?? [];
  if (year !== undefined) {
    const numbers = [Number(first), Number(second)] as const;
    if (mark !== '.' && order === undefined && Math.max(...numbers) <= 12 && first !== second) {
      return {
        problem: `"${short(text)}" may be day and month or month and day: the cell is left out. Write it as 2026-05-12.`,
      };
    }
    // A number above 12 cannot be the month.
    const isMonthFirst = mark !== '.' && (order === 'mdy' ? numbers[0] <= 12 : numbers[1] > 12);
    return checked(year, ...(isMonthFirst ? ([first, second] as const) : ([second, first] as const))) ?? wrong;
  }
  const words = given
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/^\p{L}+,\s+(?=\d)/u, '');
  const [, day, name, y2] =
    /^(\d{1,2})(?:st|nd|rd|th|er|[.ºo])?\.? (?:de )?(\p{L}{3,10})\.?,? (?:de )?(\d{4})$/u.exec(words) ?? [];
  const [, name2, day2, y3] = /^(\p{L}{3,10})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/u.exec(words) ?? [];
  const month = months.findIndex((start) => start.test(name ?? name2 ?? '')) + 1;
  return (month ? checked(y2 ?? y3, String(month), day ?? day2) : undefined) ?? wrong;
}

function checked(year = '', month = '', day = ''): Read<string> | undefined {
  const value = date(`${year}-${two(month)}-${two(day)}`);
  return value === undefined ? undefined : { value };
}

/** Levels of the format with common names in several languages, without accents. */
const levels: Readonly<Record<string, readonly string[]>> = {
  critical: ['critical', 'severe', 'very high', 'blocker', 'kritisch', 'sehr hoch', 'critique', 'critico', 'zeer hoog'],
  high: ['high', 'serious', 'hoch', 'eleve', 'alto', 'alta', 'hoog'],
  'medium-high': ['medium high', 'moderate high', 'medium to high', 'mittel bis hoch', 'medio alto', 'media alta'],
  medium: ['medium', 'moderate', 'mid', 'mittel', 'moyen', 'modere', 'medio', 'media', 'gemiddeld'],
  'low-medium': ['low medium', 'low to medium', 'niedrig bis mittel', 'medio bajo', 'medio basso'],
  low: ['low', 'minor', 'niedrig', 'gering', 'faible', 'bajo', 'baja', 'basso', 'bassa', 'baixo', 'baixa', 'laag'],
  info: ['info', 'information', 'informational', 'notice', 'neutral'],
  none: ['none', 'no', 'good', 'ok'],
  unknown: ['unknown', 'unrated', 'not rated'],
};

/** Reads a rating: its level, and the word itself as label. Numbers and punctuation around the word are ignored: "4 – High". */
export function readRating(text: string): Read<{ readonly level: string; readonly label: string }> {
  const word = text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}]+/gu, ' ')
    .trim();
  const level = Object.keys(levels).find((name) => levels[name]?.includes(word));
  const label = text.charAt(0).toUpperCase() + text.slice(1);
  if (level !== undefined) return { value: { level, label } };
  const why = word ? '' : ' It is unclear whether a high number is good or bad.';
  return {
    value: { level: 'unknown', label },
    remark: `"${short(text)}" is not one of ${Object.keys(levels).join(', ')}: it is shown as written, without its own colour.${why}`,
  };
}

export function readStatus(text: string): Read<string> {
  const word = text.toLowerCase();
  return ['current', 'corrected', 'withdrawn'].includes(word)
    ? { value: word }
    : { problem: `"${short(text)}" is not one of current, corrected, withdrawn: the cell is left out.` };
}

const short = (text: string) => (text.length > 60 ? `${text.slice(0, 60)}…` : text).replace(/\s+/g, ' ');
