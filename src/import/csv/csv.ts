/** Imports a clause spreadsheet as CSV or TSV: one record per row, with columns in any order. */
import type { Provision } from '../../feed/types.js';
import { defined, definedOrNone } from '../defined.js';
import { feedOf } from '../feed-of.js';
import { hasMarkup, plainText, textOfHtml } from '../plain-text.js';
import { slug, uniqueIds } from '../slug.js';
import { ImportError } from '../types.js';
import type { ImportNote, ImportOptions, ImportPlace, ImportResult } from '../types.js';
import type { Column } from './columns.js';
import { cellName, readCells, readTable } from './table.js';
import type { CsvCells, Table, TableRow } from './table.js';
import { cellProblem, cellText, readDate, readLanguage, readRating, readStatus, readUrl } from './values.js';
import type { Read } from './values.js';

/** Options of the spreadsheet import. */
export interface CsvOptions extends ImportOptions {
  /** File name for the places of notes and errors. */
  readonly file?: string | undefined;
  /** BCP 47 tag of the analyst's text in rows without a language (default: `en`). */
  readonly language?: string | undefined;
  /**
   * Fills empty cells of platform and document from the row above, as for merged cells (default: false, because an empty cell may be a
   * mistake that would attribute the clause to the wrong platform).
   */
  readonly fillDown?: boolean | undefined;
  /** Order in dates such as `05/12/2026`: `dmy` or `mdy` (default: neither, because a wrong guess shifts the date by months). */
  readonly dates?: 'dmy' | 'mdy' | undefined;
}

/** Reads a cell of a record by column. */
type Cell = (column: Column) => string | undefined;

interface RowDraft {
  readonly row: number;
  readonly record: Omit<Provision, 'id'>;
  readonly id: string | undefined;
  readonly place: ImportPlace;
}

const defaultTitle = 'Provision records';

const filled = ['platform', 'platform_url', 'document', 'document_url'] as const;

/**
 * Imports a feed with one record for each row with a clause, a summary or a title. An unreadable cell is left out; a row that cannot be
 * identified is left out. Each adds a note with its row and column.
 *
 * @throws {ImportError} when there is no header or no row, or when a quotation mark is never closed
 */
export function importCsv(text: string, options: CsvOptions = {}): ImportResult {
  const { feed, notes } = importCells(readCells(text, options.file), options);
  return { feed, notes };
}

/** A feed from cells, with the row of each record. */
export interface CellsResult extends ImportResult {
  /** Row number of each item. */
  readonly rows: readonly number[];
}

/**
 * Imports cells that are already read, for an editor in which a person corrects them.
 *
 * @throws {ImportError} when there is no header or no row
 */
export function importCells(cells: CsvCells, options: CsvOptions = {}): CellsResult {
  const notes: ImportNote[] = [];
  const table = readTable(cells, notes, options.file);
  const types = new Map<string, string>();
  const drafts: RowDraft[] = [];
  const rowsById = new Map<string, number>();
  const above: Partial<Record<(typeof filled)[number], string>> = {};
  for (const row of table.rows) {
    const cell = cellsOf(row, table, options, notes);
    const given = options.fillDown ? withAbove(cell, above) : cell;
    const draft = draftOf(row, given, { table, options, notes, types });
    if (!draft) continue;
    const { id, place } = draft;
    const other = id === undefined ? undefined : rowsById.get(id);
    if (other !== undefined) {
      notes.push({
        ...place,
        kind: 'problem',
        cell: nameOf('id', table),
        message: `The id "${id}" is already used in row ${other}: this row is left out.`,
      });
      continue;
    }
    if (id !== undefined) rowsById.set(id, row.row);
    drafts.push(draft);
  }
  if (!drafts.length) {
    const place = defined({ file: options.file, row: (table.rows.at(-1)?.row ?? 1) + (table.rows.length ? 0 : 1) });
    throw new ImportError('No row gives a record: each needs a clause, a summary or a title.', place);
  }
  // Without an author, readers see the feed's title as the analyst.
  if (options.title === undefined && drafts.some(({ record }) => !record.authors)) {
    notes.push({
      ...defined({ file: options.file }),
      kind: 'note',
      message: `Rows without an author are shown as "Analysis by ${defaultTitle}": give a title, or a column "Author".`,
    });
  }
  return {
    notes,
    rows: drafts.map(({ row }) => row),
    feed: feedOf(headOf(options, types), withIds(drafts, new Set(rowsById.keys()))),
  };
}

function headOf({ title, language = 'en' }: CsvOptions, types: ReadonlyMap<string, string>) {
  return {
    title: title ?? defaultTitle,
    language,
    extension: types.size ? { clause_types: Array.from(types, ([id, name]) => ({ id, title: name })) } : {},
  };
}

function withIds(drafts: readonly RowDraft[], taken: Set<string>): Provision[] {
  const nameless = drafts.filter(({ id }) => id === undefined);
  const made = uniqueIds(
    nameless.map(({ record: { title, content_text: summary, _provision: details } }) => ({
      base: [slug(details.platform?.name, 30), slug(details.clause_type ?? title, 40)].filter((part) => part).join('-'),
      content: JSON.stringify([details.document, title, summary, details.clauses]),
    })),
    taken,
  );
  const ids = new Map(nameless.map((draft, index) => [draft, made[index] ?? '']));
  return drafts.map((draft) => ({ id: draft.id ?? ids.get(draft) ?? '', ...draft.record }));
}

const nameOf = (column: Column, { places, headers }: Table) => cellName(places.get(column) ?? 0, headers);

function cellsOf({ row, cells }: TableRow, table: Table, { file }: CsvOptions, notes: ImportNote[]): Cell {
  const read = new Map<Column, string>();
  for (const [column, index] of table.places) {
    const raw = cells[index]?.trim();
    if (!raw) continue;
    const tell = (kind: ImportNote['kind'], message: string) => {
      notes.push({ ...defined({ file, row, cell: cellName(index, table.headers) }), kind, message });
    };
    const problem = cellProblem(raw);
    if (problem !== undefined) {
      tell('problem', problem);
      continue;
    }
    const isHtml = hasMarkup(raw);
    const tidied = (isHtml ? textOfHtml : plainText)(cellText(raw));
    if (isHtml) tell('note', 'It contains HTML, as copied from a web page: only its text is used.');
    // U+FFFD marks a character that was lost earlier and cannot be restored.
    if (tidied.includes('\ufffd')) {
      tell(
        'note',
        'It contains the character �, because a character was lost when the file was saved in another encoding.',
      );
    }
    if (tidied) read.set(column, tidied);
  }
  return (column) => read.get(column);
}

function withAbove(cell: Cell, above: Partial<Record<(typeof filled)[number], string>>): Cell {
  const own = cell('platform');
  if (own !== undefined) for (const column of filled) above[column] = cell(column) ?? '';
  const document = cell('document') ?? cell('document_url');
  if (own === undefined && document !== undefined) {
    above.document = cell('document') ?? '';
    above.document_url = cell('document_url') ?? '';
  }
  return (column) =>
    own === undefined && column in above ? above[column as (typeof filled)[number]] || undefined : cell(column);
}

interface Around {
  readonly table: Table;
  readonly options: CsvOptions;
  readonly notes: ImportNote[];
  readonly types: Map<string, string>;
}

function draftOf({ row }: TableRow, cell: Cell, { table, options, notes, types }: Around): RowDraft | undefined {
  const place = defined({ file: options.file, row });
  const value = <T>(column: Column, read: (text: string) => Read<T>): T | undefined => {
    const text = cell(column);
    if (text === undefined) return undefined;
    const result = read(text);
    const message = 'problem' in result ? result.problem : result.remark;
    if (message !== undefined) {
      notes.push({ ...place, cell: nameOf(column, table), kind: 'problem' in result ? 'problem' : 'note', message });
    }
    return 'problem' in result ? undefined : result.value;
  };
  const [clause, summary, title] = [cell('clause'), cell('summary'), cell('title')];
  if (clause === undefined && summary === undefined && title === undefined) {
    notes.push({
      ...place,
      kind: 'problem',
      cell: nameOf(table.places.has('clause') ? 'clause' : 'summary', table),
      message: 'The row has no clause, no summary and no title: it is left out.',
    });
    return undefined;
  }
  if (cell('platform') === undefined && table.places.has('platform')) {
    const hint = options.fillDown ? '' : ' If it was merged with the cell above, "fill down" copies that cell.';
    notes.push({
      ...place,
      kind: 'problem',
      cell: nameOf('platform', table),
      message: `The cell is empty: the record names no platform.${hint}`,
    });
  }
  const type = cell('type');
  const typeId = type === undefined ? undefined : slug(type) || type;
  if (type !== undefined && typeId !== undefined && !types.has(typeId)) types.set(typeId, type);
  const severity = value('severity', readRating);
  const severityText = cell('severity_text');
  const action = definedOrNone({ text: cell('action'), url: value('action_url', readUrl) });
  const tags = cell('tags')
    ?.split(/\s*[;,|\n]\s*/)
    .filter((tag) => tag);
  const platformUrl = value('platform_url', readUrl);
  const documentUrl = value('document_url', readUrl);
  const author = cell('author');
  const clauseLanguage = value('clause_language', readLanguage);
  return {
    row,
    place,
    id: cell('id'),
    record: defined({
      url: value('url', readUrl),
      external_url: documentUrl,
      title,
      // JSON Feed requires a text. Without a summary, feed readers show the clause.
      content_text: summary ?? title ?? clause,
      language: value('language', readLanguage) ?? options.language ?? 'en',
      tags: tags?.length ? tags : undefined,
      authors: author === undefined ? undefined : [{ name: author }],
      date_published: value('published', (text) => readDate(text, options.dates)),
      date_modified: value('modified', (text) => readDate(text, options.dates)),
      _provision: defined({
        status: value('status', readStatus),
        status_note: cell('status_note'),
        platform: definedOrNone({
          name: cell('platform'),
          slug: slug(cell('platform')) || undefined,
          url: platformUrl,
        }),
        document: definedOrNone({
          title: cell('document'),
          url: documentUrl,
          last_updated: value('document_updated', (text) => readDate(text, options.dates)),
        }),
        clause_type: typeId,
        severity: severity && defined({ ...severity, text: severityText }),
        confidence: value('confidence', readRating),
        why_it_matters: cell('why'),
        consumer_impact: cell('impact'),
        actions: action && [action],
        clauses: clause === undefined ? undefined : [defined({ text: clause, language: clauseLanguage })],
        provenance: definedOrNone({
          source_url: documentUrl,
          archive_url: value('archive_url', readUrl),
          snapshot_url: value('snapshot_url', readUrl),
          captured: value('captured', (text) => readDate(text, options.dates)),
        }),
      }),
    }),
  };
}
