/** A spreadsheet that is being corrected: its cells, the feed of them, and what is wrong where. */
import { parseFeed } from '../../src/feed/parse.js';
import type { Feed } from '../../src/feed/types.js';
import { importCells } from '../../src/import/csv/csv.js';
import type { CellsResult, CsvOptions } from '../../src/import/csv/csv.js';
import { columnOf, columns, letters } from '../../src/import/csv/columns.js';
import type { Column } from '../../src/import/csv/columns.js';
import { readCells } from '../../src/import/csv/table.js';
import type { CsvCells } from '../../src/import/csv/table.js';
import { ImportError, placeText } from '../../src/import/types.js';
import type { ImportNote, ImportPlace } from '../../src/import/types.js';
import { csvField } from '../../src/provision/comparison/csv.js';

/** Columns that are shown. A spreadsheet may have as many as it likes, and nobody corrects the hundredth. */
const mostColumns = 60;

/** Something that was found, with the place of the cell that it is about: undefined is the whole row, or no row at all. */
export interface Finding {
  readonly kind: ImportNote['kind'];
  readonly message: string;
  readonly row: number | undefined;
  readonly column: number | undefined;
  /** "Row 7, column F "Severity"". */
  readonly place: string;
}

/** `F "Severity"` as the index of a column: 5. */
function columnIndex(cell: string | undefined): number | undefined {
  const [name] = /^[A-Z]+/.exec(cell ?? '') ?? [];
  return name === undefined
    ? undefined
    : Array.from(name).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function finding({ kind, message, ...place }: ImportPlace & Pick<ImportNote, 'kind' | 'message'>): Finding {
  const { row, cell } = place;
  const words = placeText({ ...(row !== undefined && { row }), ...(cell !== undefined && { cell }) });
  return { kind, message, row, column: columnIndex(cell), place: words.charAt(0).toUpperCase() + words.slice(1) };
}

export class SheetData {
  readonly name: string;
  readonly width: number;
  readonly firstRow: number;
  readonly headerAt: number;
  readonly #cells: CsvCells & { readonly rows: string[][] };
  readonly #corrected = new Set<number>();
  #result: CellsResult | undefined;
  #feed: Feed | undefined;
  findings: readonly Finding[] = [];
  /** The findings of each row, by its number. */
  byRow: ReadonlyMap<number, readonly Finding[]> = new Map();

  /**
   * @param name of the file, or what stands for it
   * @throws {ImportError} where the text is no spreadsheet
   */
  constructor(text: string, name: string) {
    const cells = readCells(text);
    this.name = name;
    this.#cells = { ...cells, rows: cells.rows.map((row) => [...row]) };
    this.firstRow = cells.firstRow;
    this.headerAt = cells.headerAt;
    this.width = Math.min(
      mostColumns,
      cells.rows.reduce((most, row) => Math.max(most, row.length), 0),
    );
  }

  get feed(): Feed | undefined {
    return this.#feed;
  }

  get headerRow(): number {
    return this.headerAt + this.firstRow;
  }

  /** Numbers of the rows below the header that hold anything. */
  get rows(): number[] {
    return this.#cells.rows.flatMap((cells, index) =>
      index > this.headerAt && cells.some((cell) => cell.trim()) ? [index + this.firstRow] : [],
    );
  }

  /** The row from which a record was made, and the other way round. */
  rowOf(id: string): number | undefined {
    const at = this.#result?.feed.items.findIndex((item) => item.id === id) ?? -1;
    return at < 0 ? undefined : this.#result?.rows[at];
  }

  recordOf(row: number): string | undefined {
    const at = this.#result?.rows.indexOf(row) ?? -1;
    return at < 0 ? undefined : this.#result?.feed.items[at]?.id;
  }

  cell(row: number, column: number): string {
    return this.#cells.rows[row - this.firstRow]?.[column] ?? '';
  }

  header(column: number): string {
    return this.cell(this.headerRow, column).trim();
  }

  /** The importer's name for the column; undefined where the column is not imported. */
  columnOf(column: number): Column | undefined {
    return columnOf(this.header(column));
  }

  set(row: number, column: number, value: string): void {
    const cells = this.#cells.rows[row - this.firstRow];
    if (!cells) return;
    while (cells.length <= column) cells.push('');
    cells[column] = value;
    this.#corrected.add(row);
  }

  /** Says what a column holds. A column that is not imported keeps its header behind a word that makes it unknown. */
  setColumn(column: number, holds: Column | ''): void {
    const before = this.header(column).replace(/^Not imported: /, '');
    this.set(this.headerRow, column, holds === '' ? `Not imported: ${before}` : columns[holds][0]);
  }

  /** Makes the feed of the cells as they are now. */
  run(options: CsvOptions): void {
    // A corrected row has lost what was said of its quotation marks when the text was read.
    const notes = this.#cells.notes.filter(({ row }) => !this.#corrected.has(row));
    try {
      this.#result = importCells({ ...this.#cells, notes }, options);
      // As readers' pages will read it.
      const parsed = parseFeed(JSON.parse(JSON.stringify(this.#result.feed)));
      this.#feed = parsed.ok ? parsed.feed : undefined;
      // A column that somebody has put aside needs no word.
      this.findings = this.#result.notes.filter(({ cell }) => !cell?.includes('"Not imported: ')).map(finding);
    } catch (error) {
      if (!(error instanceof ImportError)) throw error;
      this.#result = undefined;
      this.#feed = undefined;
      this.findings = [finding({ ...error.place, kind: 'problem', message: error.message })];
    }
    const byRow = new Map<number, Finding[]>();
    for (const one of this.findings) {
      if (one.row === undefined) continue;
      const others = byRow.get(one.row);
      if (others) others.push(one);
      else byRow.set(one.row, [one]);
    }
    this.byRow = byRow;
  }

  /** The spreadsheet as it is now (RFC 4180, with the mark by which Excel knows UTF-8). */
  toCsv(): string {
    return `\ufeff${this.#cells.rows.map((cells) => cells.map(csvField).join(',')).join('\r\n')}\r\n`;
  }

  /** A column's name for people: its header, else its letters. */
  label(column: number): string {
    return this.header(column).replace(/^Not imported: /, '') || `column ${letters(column)}`;
  }
}
