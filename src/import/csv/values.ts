/** Cells of a spreadsheet as values of the feed. Each function gives the value, or why the cell has none. */
import { date, language, url } from '../../feed/scalars.js';

/** A value, or the reason why the cell is left out; a remark where the value is not what the cell says to the letter. */
export type Read<T> = { readonly value: T; readonly remark?: string } | { readonly problem: string };

const errorValue = /^#(?:REF|N\/A|NAME\?|VALUE|DIV\/0|NULL|NUM|SPILL|CALC|BLOCKED|FIELD)[!?]?$/i;
const formula = /^=\s*(?:[A-Z][A-Z\d.]*\s*\(|\$?[A-Z]{1,3}\$?\d+\b|[+\-"(]|\d)/i;

/** Why a cell's text cannot be what its author meant; undefined where nothing is wrong with it. */
export function cellProblem(text: string): string | undefined {
  if (errorValue.test(text)) return `It holds the spreadsheet's error ${text}: the cell is left out.`;
  if (formula.test(text)) return 'It holds a formula and not its result: the cell is left out. Export the values.';
  return undefined;
}

/** The text of a cell without the apostrophe by which a spreadsheet was told to compute nothing. */
export function cellText(text: string): string {
  return text.replace(/^'(?=[=+\-@＝＋－＠])/, '');
}

/** An absolute address. Without a scheme it is taken for https, because people copy addresses as browsers show them. */
export function readUrl(text: string): Read<string> {
  const bare = text.replace(/^<(.*)>$/s, '$1').trim();
  const given = url(bare);
  if (given !== undefined && !/\s/.test(bare)) return { value: given };
  if (/^(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}(?:[/?#:]\S*)?$/u.test(bare)) {
    const guessed = url(`https://${bare}`);
    if (guessed !== undefined) return { value: guessed, remark: `The address has no "https://": ${guessed} is taken.` };
  }
  return { problem: `"${short(text)}" is no absolute http: or https: address: the cell is left out.` };
}

export function readLanguage(text: string): Read<string> {
  const tag = /^[a-z]{2,3}(?:[-_][a-z\d]{2,8})*$/i.test(text) ? language(text.replaceAll('_', '-')) : undefined;
  return tag === undefined
    ? { problem: `"${short(text)}" is no language tag such as en, de or pt-BR: the cell is left out.` }
    : { value: tag };
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const two = (number: string | number) => String(number).padStart(2, '0');

/**
 * A date as people write it: `2026-05-12`, with a time too, `12.05.2026`, `2026/5/12`, `12 May 2026`, `May 12, 2026`.
 * With slashes a day and a month that are both below 13 could be either, and which one is not guessed.
 */
export function readDate(text: string): Read<string> {
  const wrong = { problem: `"${short(text)}" is no date such as 2026-05-12: the cell is left out.` };
  const given = text
    .trim()
    .replace(/^(\d{4}-\d\d-\d\d) (?=\d)/, '$1T')
    .replace(/ (?=Z$|[+-]\d\d:\d\d$)/, '');
  const direct = date(given);
  if (direct !== undefined) return { value: direct };
  const [, y1, m1, d1] = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(given) ?? [];
  if (y1 !== undefined) return checked(y1, m1, d1) ?? wrong;
  const [, first, mark, second, year] = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4})$/.exec(given) ?? [];
  if (year !== undefined) {
    if (mark === '.') return checked(year, second, first) ?? wrong;
    if (Number(first) <= 12 && Number(second) <= 12 && first !== second) {
      return {
        problem: `"${short(text)}" may be day and month or month and day: the cell is left out. Write it as 2026-05-12.`,
      };
    }
    return checked(year, ...(Number(first) > 12 ? ([second, first] as const) : ([first, second] as const))) ?? wrong;
  }
  const [, day, name, y2] = /^(\d{1,2})(?:st|nd|rd|th)?\.? ([a-z]{3,9})\.?,? (\d{4})$/i.exec(given) ?? [];
  const [, name2, day2, y3] = /^([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/i.exec(given) ?? [];
  const month = months.indexOf((name ?? name2 ?? '').slice(0, 3).toLowerCase()) + 1;
  return (month ? checked(y2 ?? y3, String(month), day ?? day2) : undefined) ?? wrong;
}

function checked(year = '', month = '', day = ''): Read<string> | undefined {
  const value = date(`${year}-${two(month)}-${two(day)}`);
  return value === undefined ? undefined : { value };
}

/** The levels of the format, each with what people call it. */
const levels: Readonly<Record<string, readonly string[]>> = {
  critical: ['critical', 'severe', 'very high', 'blocker'],
  high: ['high', 'serious'],
  'medium-high': ['medium high', 'moderate high', 'medium to high'],
  medium: ['medium', 'moderate', 'mid'],
  'low-medium': ['low medium', 'low to medium'],
  low: ['low', 'minor'],
  info: ['info', 'information', 'informational', 'notice', 'neutral'],
  none: ['none', 'no', 'good', 'ok'],
  unknown: ['unknown', 'unrated', 'not rated'],
};

/** A rating: the level of a word, and the word itself as its label. */
export function readRating(text: string): Read<{ readonly level: string; readonly label: string }> {
  const word = text
    .toLowerCase()
    .replace(/[\s_/–—-]+/g, ' ')
    .trim();
  const level = Object.keys(levels).find((name) => levels[name]?.includes(word));
  const label = text.charAt(0).toUpperCase() + text.slice(1);
  if (level !== undefined) return { value: { level, label } };
  return {
    value: { level: 'unknown', label },
    remark: `"${short(text)}" is none of ${Object.keys(levels).join(', ')}: it is shown as written, without a colour of its own.`,
  };
}

export function readStatus(text: string): Read<string> {
  const word = text.toLowerCase();
  return ['current', 'corrected', 'withdrawn'].includes(word)
    ? { value: word }
    : { problem: `"${short(text)}" is none of current, corrected, withdrawn: the cell is left out.` };
}

const short = (text: string) => (text.length > 60 ? `${text.slice(0, 60)}…` : text).replace(/\s+/g, ' ');
