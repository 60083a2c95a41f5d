/** A spreadsheet during correction: its cells, the feed made from them, and the findings. */
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

/** Maximum number of columns shown, because very wide spreadsheets would slow the page down. */
const maxColumns = 60;

/** A finding with its cell. Without a column it concerns the whole row; without a row, the spreadsheet. */
export interface Finding {
  readonly kind: ImportNote['kind'];
  readonly message: string;
  readonly row: number | undefined;
  readonly column: number | undefined;
  /** Example: "Row 7, column F "Severity"". */
  readonly place: string;
}

/** Returns the column index of a cell name: `F "Severity"` gives 5. */
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
  /** The findings of each row, by row number. */
  byRow: ReadonlyMap<number, readonly Finding[]> = new Map();

  /**
   * @param name name of the file or its substitute
   * @throws {ImportError} when the text is not a spreadsheet
   */
  constructor(text: string, name: string) {
    const cells = readCells(text);
    this.name = name;
    this.#cells = { ...cells, rows: cells.rows.map((row) => [...row]) };
    this.firstRow = cells.firstRow;
    this.headerAt = cells.headerAt;
    this.width = Math.min(
      maxColumns,
      cells.rows.reduce((most, row) => Math.max(most, row.length), 0),
    );
  }

  get feed(): Feed | undefined {
    return this.#feed;
  }

  get headerRow(): number {
    return this.headerAt + this.firstRow;
  }

  /** Numbers of the non-empty rows below the header. */
  get rows(): number[] {
    return this.#cells.rows.flatMap((cells, index) =>
      index > this.headerAt && cells.some((cell) => cell.trim()) ? [index + this.firstRow] : [],
    );
  }

  /** Returns the row from which a record was made; `idOf` is the inverse. */
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

  /** Returns the importer's name for the column; undefined when the column is not imported. */
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

  /** Sets the meaning of a column. A column that is not imported keeps its header after a prefix that makes it unknown to the importer. */
  setColumn(column: number, holds: Column | ''): void {
    const before = this.header(column).replace(/^Not imported: /, '');
    this.set(this.headerRow, column, holds === '' ? `Not imported: ${before}` : columns[holds][0]);
  }

  /** Makes the feed from the current cells. */
  run(options: CsvOptions): void {
    // After a correction, the notes from parsing about a row's quotation marks no longer apply.
    const notes = this.#cells.notes.filter(({ row }) => !this.#corrected.has(row));
    try {
      this.#result = importCells({ ...this.#cells, notes }, options);
      // Parse the feed as readers' pages do.
      const parsed = parseFeed(JSON.parse(JSON.stringify(this.#result.feed)));
      this.#feed = parsed.ok ? parsed.feed : undefined;
      // A column that the user excluded needs no note.
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

  /** Returns the corrected spreadsheet as CSV (RFC 4180, with a byte order mark so that Excel detects UTF-8). */
  toCsv(): string {
    return `\ufeff${this.#cells.rows.map((cells) => cells.map(csvField).join(',')).join('\r\n')}\r\n`;
  }

  /** Returns a column's display name: its header, else its letters. */
  label(column: number): string {
    return this.header(column).replace(/^Not imported: /, '') || `column ${letters(column)}`;
  }
}
