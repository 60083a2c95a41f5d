import type { ComparisonItem } from '../../feed/types.js';
import { platformName } from '../names.js';

/** Heads of the columns, in our own language, and the word for "yes". */
export interface CsvWords {
  readonly columns: Readonly<Record<CsvColumn, string>>;
  readonly yes: string;
}

const columns = [
  'platform',
  'level',
  'severity',
  'excerpt',
  'cut',
  'match',
  'language',
  'captured',
  'source',
  'record',
  'analyst',
  'data',
] as const;
type CsvColumn = (typeof columns)[number];

/** What a spreadsheet takes for the start of a formula, in the wide forms of East Asian type too. */
const formula = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/;

/** One field of RFC 4180. A text that a spreadsheet would compute begins with an apostrophe, by which it stays a text. */
export function csvField(text: string | undefined): string {
  if (text === undefined) return '';
  const safe = formula.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/**
 * Rows of a comparison as a file (RFC 4180, UTF-8 with a mark at the start, without which Excel takes it for another
 * encoding), each with its source and with who answers for the analysis. Excerpts stand as the feed gives them.
 *
 * @param data whose data the feed was made from, and its licence; each row has it, because rows are copied one by one.
 *   Without it there is no such column
 */
export function comparisonCsv(
  rows: readonly ComparisonItem[],
  analyst: string,
  words: CsvWords,
  data?: string,
): string {
  const given = columns.filter((column) => column !== 'data' || data !== undefined);
  const lines = rows.map((row) => {
    const fields: Readonly<Record<CsvColumn, string | undefined>> = {
      platform: platformName(row.platform),
      level: row.severity?.level,
      severity: row.severity?.label,
      excerpt: row.excerpt,
      cut: row.truncated ? words.yes : undefined,
      match: row.match,
      language: row.language,
      captured: row.captured,
      source: row.url,
      record: row.record_id,
      analyst,
      data,
    };
    return given.map((column) => csvField(fields[column])).join(',');
  });
  const head = given.map((column) => csvField(words.columns[column])).join(',');
  return `\ufeff${[head, ...lines].join('\r\n')}\r\n`;
}
