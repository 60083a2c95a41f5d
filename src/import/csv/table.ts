/** The text of a CSV file as a table: its separator, its header, and its rows by their numbers. */
import papa from 'papaparse';
import { ImportError } from '../types.js';
import type { ImportNote } from '../types.js';
import { columnNames, columnOf, columns, letters } from './columns.js';
import type { Column } from './columns.js';

/** The separators that spreadsheets of different countries write. */
const separators = [',', ';', '\t', '|'] as const;
/** Rows in which the header is looked for: people write a title above it. */
const headerRows = 20;
/** A cell that holds more than this has lost a quotation mark somewhere before. */
const longestCell = 100_000;

export interface Table {
  /** The separator that was found. */
  readonly separator: string;
  /** Index of each known column in a row. */
  readonly places: ReadonlyMap<Column, number>;
  readonly headers: readonly string[];
  readonly rows: readonly TableRow[];
}

export interface TableRow {
  /** Number of the row as spreadsheets count: from 1, the header included. */
  readonly row: number;
  readonly cells: readonly string[];
}

/** A column in words: its letters, and its header where it has one. */
export function cellName(index: number, headers: readonly string[]): string {
  const header = headers[index]?.trim();
  return header ? `${letters(index)} "${header}"` : letters(index);
}

/**
 * Reads the text of a spreadsheet. Rows without any content are left out; the rows keep their numbers.
 *
 * @param notes unknown columns and rows of a wrong width are added
 * @throws {ImportError} where there is no header, or where a quotation mark is never closed (with row and column)
 */
export function readTable(text: string, notes: ImportNote[], file?: string): Table {
  const place = file === undefined ? {} : { file };
  // Excel writes the separator into a first line of its own, and counts it as a row.
  const [directive = '', told] = /^sep=(.)\r?\n/i.exec(text) ?? [];
  const skipped = directive ? 1 : 0;
  const content = text.slice(directive.length);
  if (!content.trim()) throw new ImportError('The spreadsheet is empty.', { ...place, row: 1, cell: 'A' });
  const guess = bestSeparator(content, told === undefined ? separators : [told, ...separators]);
  if (guess.score < 1) {
    const [row = 0, found = []] =
      [
        ...papa
          .parse(content, { delimiter: guess.separator, preview: headerRows, skipEmptyLines: false })
          .data.entries(),
      ].find(([, cells]) => cells.some((cell) => cell.trim())) ?? [];
    throw new ImportError(
      `No header was found. A row with ${quoted([columns.platform[0], columns.clause[0]])} or other known columns is expected; this row has ${quoted(found.slice(0, 6).map((cell) => cell.trim().slice(0, 40)))}.`,
      { ...place, row: row + 1 + skipped, cell: 'A' },
    );
  }
  const { separator, headerAt } = guess;
  const { data, errors } = papa.parse(content, { delimiter: separator, skipEmptyLines: false });
  const headers = (data[headerAt] ?? []).map((header) => header.trim());
  const open = errors.find(({ code }) => code === 'MissingQuotes');
  if (open) {
    const at = data.length - 1;
    const cells = data[at] ?? [];
    throw new ImportError(
      'A quotation mark opens this cell and is never closed, so that the rest of the file would be one cell.',
      { ...place, row: at + 1 + skipped, cell: cellName(Math.max(0, cells.length - 1), headers) },
    );
  }
  const rowOf = (index: number) => index + 1 + skipped;
  const places = placesOf(headers, rowOf(headerAt), notes, place);
  data.slice(0, headerAt).forEach((cells, index) => {
    if (!isEmpty(cells)) {
      notes.push({
        ...place,
        kind: 'note',
        row: rowOf(index),
        message: 'This row stands above the header and is no record.',
      });
    }
  });
  for (const { code, row = 0 } of errors) {
    if (code !== 'InvalidQuotes') continue;
    const index = Math.min(row, data.length - 1);
    notes.push({
      ...place,
      kind: 'problem',
      row: rowOf(index),
      cell: cellName((data[index]?.length ?? 1) - 1, headers),
      message: 'A quotation mark inside a quoted cell is not doubled; see whether the cell is as it should be.',
    });
  }
  const rows: TableRow[] = [];
  data.forEach((cells, index) => {
    if (index <= headerAt || isEmpty(cells)) return;
    const row = rowOf(index);
    const long = cells.findIndex((cell) => cell.length > longestCell);
    if (long >= 0) {
      notes.push({
        ...place,
        kind: 'problem',
        row,
        cell: cellName(long, headers),
        message: `The cell has more than ${longestCell} characters, as where a quotation mark is missing: the row is left out.`,
      });
      return;
    }
    const extra = cells.findIndex((cell, at) => at >= headers.length && cell.trim());
    if (extra >= 0) {
      notes.push({
        ...place,
        kind: 'problem',
        row,
        cell: letters(extra),
        message: `The row has more cells (${extra + 1}) than the header (${headers.length}), so its cells may stand under the wrong columns: it is left out. A cell that holds "${separator === '\t' ? 'a tab' : separator}" must stand between straight quotation marks (").`,
      });
      return;
    }
    rows.push({ row, cells });
  });
  return { separator, headers, places, rows };
}

const isEmpty = (cells: readonly string[]) => cells.every((cell) => !cell.trim());
const quoted = (words: readonly string[]) => words.map((word) => `"${word}"`).join(', ');

interface Guess {
  readonly separator: string;
  readonly headerAt: number;
  /** Known columns in the header. */
  readonly score: number;
}

/** The separator by which a row has the most known columns. The header decides because clauses hold all separators. */
function bestSeparator(text: string, candidates: readonly string[]): Guess {
  let best: Guess = { separator: candidates[0] ?? ',', headerAt: 0, score: 0 };
  for (const separator of candidates) {
    const { data } = papa.parse(text, { delimiter: separator, preview: headerRows, skipEmptyLines: false });
    data.forEach((cells, headerAt) => {
      // A cell of prose is no header, even where it is one word of ours.
      const known = new Set(cells.flatMap((cell) => columnOf(cell) ?? []));
      const telling = known.has('clause') || known.has('summary') || known.has('title') ? known.size : 0;
      if (telling > best.score) best = { separator, headerAt, score: telling };
    });
  }
  return best;
}

function placesOf(
  headers: readonly string[],
  row: number,
  notes: ImportNote[],
  place: { readonly file?: string },
): ReadonlyMap<Column, number> {
  const places = new Map<Column, number>();
  headers.forEach((header, index) => {
    const column = columnOf(header);
    const cell = cellName(index, headers);
    if (column === undefined) {
      if (header)
        notes.push({
          ...place,
          kind: 'note',
          row,
          cell,
          message: `The column is not known and is not imported. Known are ${quoted(columnNames.map((name) => columns[name][0]))}.`,
        });
      return;
    }
    const other = places.get(column);
    if (other === undefined) places.set(column, index);
    else
      notes.push({
        ...place,
        kind: 'problem',
        row,
        cell,
        message: `The column means the same as ${cellName(other, headers)}: only that one is imported.`,
      });
  });
  return places;
}
