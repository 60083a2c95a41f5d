/** Parses the text of a CSV file as a table: separator, header, and numbered rows. */
import papa from 'papaparse';
import type { ParseResult } from 'papaparse';
import { ImportError } from '../types.js';
import type { ImportNote } from '../types.js';
import { columnNames, columnOf, columns, letters } from './columns.js';
import type { Column } from './columns.js';

/** Separators that spreadsheet programs write, depending on the country. */
const separators = [',', ';', '\t', '|'] as const;
/** Maximum number of rows searched for the header, because people write a title above it. */
const headerRows = 20;
/** A cell with more characters is taken as a sign of a missing quotation mark. */
const maxCellLength = 100_000;

/** A note about the structure of a spreadsheet, made before its cells are interpreted. */
type ReadingNote = ImportNote & { readonly row: number };

/** The raw cells of a spreadsheet. */
export interface CsvCells {
  /** The detected separator. */
  readonly separator: string;
  /** All rows, including empty ones. */
  readonly rows: readonly (readonly string[])[];
  /** Number of the first row: 2 when a line `sep=;` precedes it, because spreadsheet programs count that line. */
  readonly firstRow: number;
  /** Index of the header in `rows`. */
  readonly headerAt: number;
  /** Quotation marks that may have split a cell at the wrong place. */
  readonly notes: readonly ReadingNote[];
}

export interface Table {
  /** Index of each known column in a row. */
  readonly places: ReadonlyMap<Column, number>;
  readonly headers: readonly string[];
  readonly rows: readonly TableRow[];
}

export interface TableRow {
  /** Row number as in spreadsheet programs: from 1, including the header. */
  readonly row: number;
  readonly cells: readonly string[];
}

/** Names a column by its letters and its header. */
export function cellName(index: number, headers: readonly string[]): string {
  const header = headers[index]?.trim();
  return header ? `${letters(index)} "${header}"` : letters(index);
}

/** Signatures of other file formats, with their names. */
const otherFiles: readonly (readonly [start: RegExp, what: string])[] = [
  [/^PK\x03\x04/, 'a workbook (.xlsx, .ods or .numbers), whatever its name says'],
  [/^\xd0\xcf\x11\xe0/, 'an old Excel workbook (.xls), whatever its name says'],
  [/^%PDF-/, 'a PDF'],
  [/^\{\\rtf/, 'a text document (RTF)'],
  [/^\s*<(?:!doctype|html|head|body|meta|table|thead|tbody|tr|div|\?xml|!--)\b/i, 'a web page (HTML)'],
  [/^\s*(?:\{\s*"|\[\s*[[{"])/, 'JSON'],
];

/**
 * Reads the cells of a spreadsheet's text. The separator is the one that gives a row with the most known headers.
 *
 * @throws {ImportError} when the text is empty or not CSV, or when a quotation mark is never closed (with row and column)
 */
export function readCells(text: string, file?: string): CsvCells {
  const place = file === undefined ? {} : { file };
  const whole = text.replace(/^\ufeff/, '');
  const other = otherFiles.find(([start]) => start.test(whole));
  if (other) {
    throw new ImportError(`This is ${other[1]}, and not CSV. Open it in a spreadsheet, and save it as CSV.`, {
      ...place,
      row: 1,
      cell: 'A',
    });
  }
  // Excel writes the separator into its own first line, and counts it as a row.
  const [directive = '', told] = /^sep=(.)\r?\n/i.exec(whole) ?? [];
  const firstRow = directive ? 2 : 1;
  const content = whole.slice(directive.length);
  if (!content.trim()) throw new ImportError('The spreadsheet is empty.', { ...place, row: 1, cell: 'A' });
  const { separator, headerAt } = bestSeparator(content, told === undefined ? separators : [told, ...separators]);
  const { data, errors } = parsed(content, separator);
  const headers = data[headerAt] ?? [];
  if (errors.some(({ code }) => code === 'MissingQuotes')) {
    const at = data.length - 1;
    throw new ImportError(
      'A quotation mark opens this cell and is never closed, so that the rest of the file would be one cell.',
      { ...place, row: at + firstRow, cell: cellName(Math.max(0, (data[at]?.length ?? 1) - 1), headers) },
    );
  }
  const rowsOfQuotes = new Set(errors.flatMap(({ code, row = 0 }) => (code === 'InvalidQuotes' ? row : [])));
  const notes = Array.from(rowsOfQuotes, (at): ReadingNote => {
    const index = Math.min(at, data.length - 1);
    return {
      ...place,
      kind: 'problem',
      row: index + firstRow,
      cell: cellName((data[index]?.length ?? 1) - 1, headers),
      message: 'A quotation mark inside a quoted cell is not doubled; check the cell.',
    };
  });
  return { separator, rows: data, firstRow, headerAt, notes };
}

/** Cells copied from a spreadsheet are separated by tabs, and some programs write no quotation marks. */
function parsed(content: string, separator: string): ParseResult {
  const result = papa.parse(content, { delimiter: separator, skipEmptyLines: false });
  if (separator !== '\t' || !result.errors.some(({ type }) => type === 'Quotes')) return result;
  const bare = papa.parse(content, { delimiter: separator, skipEmptyLines: false, quoteChar: '\0' });
  const width = bare.data[0]?.length;
  return bare.data.every((cells) => cells.length === width || isEmpty(cells)) ? bare : result;
}

/**
 * Reads the header and the rows. Empty rows are left out; the others keep their numbers.
 *
 * @param notes receives notes about unknown columns and rows of the wrong width
 * @throws {ImportError} when no row is a header
 */
export function readTable(
  { separator, rows, firstRow, headerAt, notes: reading }: CsvCells,
  notes: ImportNote[],
  file?: string,
): Table {
  const place = file === undefined ? {} : { file };
  const headers = (rows[headerAt] ?? []).map((header) => header.trim());
  const rowOf = (index: number) => index + firstRow;
  if (!isHeader(headers)) {
    const index = Math.max(
      0,
      rows.findIndex((cells) => !isEmpty(cells)),
    );
    throw new ImportError(
      `No header was found. A row with ${quoted([columns.platform[0], columns.clause[0]])} or other known columns is expected; this row has ${quoted((rows[index] ?? []).slice(0, 6).map((cell) => cell.trim().slice(0, 40)))}.`,
      { ...place, row: rowOf(index), cell: 'A' },
    );
  }
  const leave = (row: number, cell: string | undefined, message: string, kind: ImportNote['kind'] = 'problem') => {
    notes.push({ ...place, kind, row, ...(cell !== undefined && { cell }), message });
  };
  const places = placesOf(headers, rowOf(headerAt), rows, headerAt, leave);
  rows.slice(0, headerAt).forEach((cells, index) => {
    if (!isEmpty(cells)) leave(rowOf(index), undefined, 'This row is above the header and is not imported.', 'note');
  });
  notes.push(...reading);
  const kept: TableRow[] = [];
  rows.forEach((cells, index) => {
    if (index <= headerAt || isEmpty(cells)) return;
    const row = rowOf(index);
    const long = cells.findIndex((cell) => cell.length > maxCellLength);
    const extra = cells.findIndex((cell, at) => at >= headers.length && cell.trim());
    if (long >= 0) {
      leave(
        row,
        cellName(long, headers),
        `The cell has more than ${maxCellLength} characters, probably because a quotation mark is missing: the row is left out.`,
      );
    } else if (extra >= 0) {
      leave(
        row,
        letters(extra),
        `The row has more cells (${cells.length}) than the header (${headers.length}), so its cells may stand under the wrong columns: it is left out. A cell that holds "${separator === '\t' ? 'a tab' : separator}" must stand between straight quotation marks (").`,
      );
    } else if (cells.every((cell, at) => cell.trim() === (headers[at] ?? ''))) {
      leave(row, undefined, 'The row repeats the header and is not imported.', 'note');
    } else if (isTotal(cells)) {
      leave(
        row,
        cellName(
          cells.findIndex((cell) => cell.trim()),
          headers,
        ),
        'The row looks like a total of the rows above and is left out.',
      );
    } else kept.push({ row, cells });
  });
  return { headers, places, rows: kept };
}

const isEmpty = (cells: readonly string[]) => cells.every((cell) => !cell.trim());
const quoted = (words: readonly string[]) => words.map((word) => `"${word}"`).join(', ');

const totalLabel =
  /^(?:grand |sub-?)?(?:total|totals|sum|count|average|mean|summe|gesamt|insgesamt|anzahl|somme|totale|totaal|suma|soma|razem)\b[\s:=]*[\d.,\s]*$/i;
const numeric = /^[-+]?[\d.,\s\u00a0]+%?$|^=|^#(?:REF|N\/A|VALUE|DIV)/;

/** Returns whether a row has only numbers and a label such as "Total". */
function isTotal(cells: readonly string[]): boolean {
  const [label = '', ...rest] = cells.map((cell) => cell.trim()).filter((cell) => cell);
  return totalLabel.test(label) && rest.every((cell) => numeric.test(cell));
}

/** Returns whether a row names a column that makes a record. A cell with prose is not a header, even if it contains a column's name. */
function isHeader(cells: readonly string[]): boolean {
  return cells.some((cell) => ['clause', 'summary', 'title'].includes(columnOf(cell) ?? ''));
}

interface Guess {
  readonly separator: string;
  readonly headerAt: number;
}

/**
 * Chooses the separator that gives a row with the most known columns. It relies on the header, because clauses contain every separator.
 * Without a known header it takes the separator that splits the most rows, and the first row that is not empty is the header.
 */
function bestSeparator(text: string, candidates: readonly string[]): Guess {
  let best: Guess & { readonly score: number } = { separator: candidates[0] ?? ',', headerAt: 0, score: -1 };
  for (const separator of candidates) {
    const { data } = papa.parse(text, { delimiter: separator, preview: headerRows, skipEmptyLines: false });
    const several = data.filter((cells) => cells.length > 1).length;
    const first = Math.max(
      0,
      data.findIndex((cells) => !isEmpty(cells)),
    );
    // Scaled below 1, so that one known header outweighs all searched rows.
    const none = several / (headerRows + 1);
    if (none > best.score) best = { separator, headerAt: first, score: none };
    data.forEach((cells, headerAt) => {
      const known = new Set(cells.flatMap((cell) => columnOf(cell) ?? []));
      if (isHeader(cells) && known.size > best.score) best = { separator, headerAt, score: known.size };
    });
  }
  return best;
}

function placesOf(
  headers: readonly string[],
  row: number,
  rows: readonly (readonly string[])[],
  headerAt: number,
  leave: (row: number, cell: string, message: string, kind?: ImportNote['kind']) => void,
): ReadonlyMap<Column, number> {
  const places = new Map<Column, number>();
  headers.forEach((header, index) => {
    const column = columnOf(header);
    const cell = cellName(index, headers);
    const other = column && places.get(column);
    if (column === undefined) {
      const example = rows.slice(headerAt + 1).find((cells) => cells[index]?.trim())?.[index];
      if (header) {
        leave(
          row,
          cell,
          `The column is unknown and is not imported. Known columns: ${quoted(columnNames.map((name) => columns[name][0]))}.`,
          'note',
        );
      } else if (example !== undefined) {
        const start = example.trim().replace(/\s+/g, ' ').slice(0, 40);
        leave(row, cell, `The column has no header and is not imported. It holds "${start}", for example.`, 'note');
      }
    } else if (other === undefined) places.set(column, index);
    else leave(row, cell, `The column means the same as ${cellName(other, headers)}: only that one is imported.`);
  });
  return places;
}
