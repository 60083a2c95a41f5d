import type { ComparisonItem } from '../../feed/types.js';
import { platformName } from '../display-names.js';

/** Column headers and the word for "yes", in the interface's language. */
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

/** Text that a spreadsheet takes for a formula, including the full-width forms of East Asian fonts. */
const formulaStart = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/;

/** Returns one field of RFC 4180. An apostrophe before a formula makes a spreadsheet show it as text. */
export function csvField(text: string | undefined): string {
  if (text === undefined) return '';
  const safe = formulaStart.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/**
 * Returns the rows of a comparison as a file: RFC 4180, UTF-8 with a byte order mark, because Excel assumes another
 * encoding without it. Each row has its source and the analyst. Excerpts are as in the feed.
 *
 * @param data the source of the feed's data, and its licence; each row has it, because rows are copied one by one.
 * Without it there is no such column
 */
export function comparisonCsv(
  rows: readonly ComparisonItem[],
  analyst: string,
  words: CsvWords,
  data?: string,
): string {
  const presentColumns = columns.filter((column) => column !== 'data' || data !== undefined);
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
    return presentColumns.map((column) => csvField(fields[column])).join(',');
  });
  const head = presentColumns.map((column) => csvField(words.columns[column])).join(',');
  return `\ufeff${[head, ...lines].join('\r\n')}\r\n`;
}
