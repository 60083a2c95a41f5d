/** The table for correcting a spreadsheet: one page of rows at a time, with the findings beside each cell. */
import { columnNames, columns, letters } from '../../src/import/csv/columns.js';
import type { Column } from '../../src/import/csv/columns.js';
import { byId, counted, element, announce } from './dom.js';
import type { Finding, SheetData } from './sheet-data.js';

/** Rows per page. With thirty columns this makes six hundred fields, which a browser renders at once. */
const pageSize = 20;

/** Columns with sentences are wider. */
const long: ReadonlySet<Column | undefined> = new Set([
  'title',
  'summary',
  'clause',
  'why',
  'impact',
  'severity_text',
  'action',
  'status_note',
]);

export interface SheetTable {
  /** Shows another spreadsheet, or none. Rows with findings come first. */
  readonly show: (data: SheetData | undefined) => void;
  /** Updates the findings beside the visible cells. The rows stay, so that the user keeps the position. */
  readonly refresh: () => void;
  /** Shows a cell and focuses it. */
  readonly goTo: (row: number, column: number | undefined) => void;
  /** Marks the row of the visible card. */
  readonly mark: (row: number | undefined) => void;
}

/**
 * @param edited called after a cell or a header changed
 * @param choose called with the row whose card to show
 */
export function sheetTable(edited: (row: number, column: number) => void, choose: (row: number) => void): SheetTable {
  const head = byId('sheet-head');
  const body = byId('sheet-body');
  const status = byId('sheet-page-status');
  const [previous, next] = [byId<HTMLButtonElement>('sheet-previous'), byId<HTMLButtonElement>('sheet-next')];
  const filters = [...document.querySelectorAll<HTMLInputElement>('input[name="sheet-filter"]')];
  let data: SheetData | undefined;
  /** Numbers of the rows in the table. */
  let rows: readonly number[] = [];
  let at = 0;
  let marked: number | undefined;

  const isFiltered = () => filters.some(({ checked, value }) => checked && value === 'problems');
  const idOf = (row: number, column: number) => `cell-${row}-${letters(column)}`;

  function choosing(): void {
    if (!data) return;
    const known = data;
    rows = isFiltered() ? known.rows.filter((row) => known.byRow.has(row)) : known.rows;
  }

  function messages(row: number, column: number | undefined): readonly Finding[] {
    return data?.byRow.get(row)?.filter((one) => one.column === column) ?? [];
  }

  /** Puts the messages of a cell below its field and links them with `aria-describedby`. */
  function describe(cell: HTMLElement, field: HTMLElement | null, id: string, found: readonly Finding[]): void {
    cell.querySelector('.said')?.remove();
    cell.dataset['kind'] = found.some(({ kind }) => kind === 'problem') ? 'problem' : found.length ? 'note' : '';
    if (field) {
      field.toggleAttribute('aria-invalid', false);
      if (found.some(({ kind }) => kind === 'problem')) field.setAttribute('aria-invalid', 'true');
      if (found.length) field.setAttribute('aria-describedby', `${id}-said`);
      else field.removeAttribute('aria-describedby');
    }
    if (!found.length) return;
    const words = found.map(({ kind, message }) =>
      element('span', { class: kind }, element('b', {}, kind === 'problem' ? 'Problem: ' : 'Note: '), message),
    );
    cell.append(element('div', { class: 'said', id: `${id}-said` }, ...words));
  }

  function headCell(column: number): HTMLElement {
    const id = idOf(data?.headerRow ?? 0, column);
    const holds = data?.columnOf(column);
    const label = data?.label(column) ?? '';
    const select = element('select', { id, 'aria-label': `What ${label} holds`, 'data-column': column });
    select.append(
      element('option', { value: '' }, 'Not imported'),
      ...columnNames.map((name) => element('option', { value: name }, columns[name][0])),
    );
    select.value = holds ?? '';
    return element(
      'th',
      {
        scope: 'col',
        'data-at': column,
        class: long.has(holds) ? 'long' : holds?.endsWith('url') ? 'address' : undefined,
      },
      element('span', { class: 'letters' }, letters(column)),
      ' ',
      element('span', { class: 'own', dir: 'auto' }, label === `column ${letters(column)}` ? '' : label),
      select,
    );
  }

  function bodyCell(row: number, column: number): HTMLElement {
    const id = idOf(row, column);
    const field = element('textarea', {
      id,
      rows: long.has(data?.columnOf(column)) ? 3 : 2,
      'aria-label': `${data?.label(column) ?? ''}, row ${row}`,
      dir: 'auto',
      spellcheck: 'false',
      'data-row': row,
      'data-column': column,
    });
    field.value = data?.cell(row, column) ?? '';
    return element('td', { 'data-at': column }, field);
  }

  function rowHead(row: number): HTMLElement {
    return element(
      'th',
      { scope: 'row' },
      element(
        'button',
        { type: 'button', class: 'quiet', 'data-card': row },
        element('span', { class: 'visually-hidden' }, 'Card of row '),
        `${row}`,
      ),
    );
  }

  function write(): void {
    const sheet = data;
    const page = rows.slice(at, at + pageSize);
    const columnsShown = Array.from({ length: sheet?.width ?? 0 }, (_, column) => column);
    head.replaceChildren(
      element(
        'th',
        { scope: 'col', class: 'corner' },
        element('span', { class: 'visually-hidden' }, 'Row and its card'),
      ),
      ...columnsShown.map(headCell),
    );
    body.replaceChildren(
      ...page.map((row) =>
        element('tr', { 'data-row': row }, rowHead(row), ...columnsShown.map((column) => bodyCell(row, column))),
      ),
    );
    refresh();
  }

  function refresh(): void {
    const sheet = data;
    if (!sheet) return;
    for (const cell of head.querySelectorAll<HTMLElement>('[data-at]')) {
      const column = Number(cell.dataset['at']);
      // Show the first sentence only. The full text is in the list above the table, and the header must leave room for the rows.
      const found = messages(sheet.headerRow, column).map((one) => ({
        ...one,
        message: one.message.replace(/(?<=[.!?]) .*$/s, ''),
      }));
      describe(cell, cell.querySelector('select'), idOf(sheet.headerRow, column), found);
    }
    for (const line of body.querySelectorAll<HTMLElement>('tr')) {
      const row = Number(line.dataset['row']);
      const [first] = line.children;
      if (first instanceof HTMLElement)
        describe(first, first.querySelector('button'), `row-${row}`, messages(row, undefined));
      for (const cell of line.querySelectorAll<HTMLElement>('td')) {
        const column = Number(cell.dataset['at']);
        describe(cell, cell.querySelector('textarea'), idOf(row, column), messages(row, column));
      }
    }
    const wrong = sheet.rows.filter((row) => sheet.byRow.has(row)).length;
    byId('sheet-filter-problems').textContent = `Rows to look at (${wrong.toLocaleString('en-GB')})`;
    byId('sheet-filter-all').textContent = `All rows (${sheet.rows.length.toLocaleString('en-GB')})`;
    const last = Math.min(at + pageSize, rows.length);
    byId('sheet-table-box').hidden = !rows.length;
    status.textContent = rows.length
      ? rows.length > pageSize
        ? `Rows ${(at + 1).toLocaleString('en-GB')} to ${last.toLocaleString('en-GB')} of ${rows.length.toLocaleString('en-GB')}`
        : counted(rows.length, 'row')
      : isFiltered()
        ? 'No row needs attention.'
        : 'There is no row below the header.';
    byId('sheet-pages').hidden = rows.length <= pageSize;
    previous.disabled = at === 0;
    next.disabled = last >= rows.length;
    showMark();
  }

  function showMark(): void {
    for (const line of body.querySelectorAll<HTMLElement>('tr')) {
      const isShown = Number(line.dataset['row']) === marked;
      line.classList.toggle('shown', isShown);
      if (isShown) line.querySelector('[data-card]')?.setAttribute('aria-current', 'true');
      else line.querySelector('[data-card]')?.removeAttribute('aria-current');
    }
  }

  function turn(to: number): void {
    at = to;
    write();
    byId('sheet-table-box').scrollTop = 0;
    announce(byId('sheet-status'), status.textContent ?? '');
  }

  previous.addEventListener('click', () => turn(Math.max(0, at - pageSize)));
  next.addEventListener('click', () => turn(at + pageSize));
  for (const filter of filters) {
    filter.addEventListener('change', () => {
      choosing();
      turn(0);
    });
  }
  byId('sheet-table').addEventListener('change', ({ target }) => {
    if (!data || !(target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement)) return;
    const column = Number(target.dataset['column']);
    if (target instanceof HTMLSelectElement) {
      data.setColumn(column, target.value as Column | '');
      const own = target.closest('th')?.querySelector('.own');
      if (own) own.textContent = data.label(column);
      edited(data.headerRow, column);
    } else {
      const row = Number(target.dataset['row']);
      data.set(row, column, target.value);
      edited(row, column);
    }
  });
  byId('sheet-table').addEventListener('click', ({ target }) => {
    const row = (target as Element).closest<HTMLElement>('[data-card]')?.dataset['card'];
    if (row !== undefined) choose(Number(row));
  });

  return {
    show: (sheet) => {
      data = sheet;
      at = 0;
      const hasFindings = sheet?.rows.some((row) => sheet.byRow.has(row)) ?? false;
      for (const filter of filters) filter.checked = filter.value === (hasFindings ? 'problems' : 'all');
      choosing();
      write();
    },
    refresh,
    goTo: (row, column) => {
      if (!data) return;
      if (row !== data.headerRow && !rows.includes(row)) {
        for (const filter of filters) filter.checked = filter.value === 'all';
        choosing();
      }
      const place = rows.indexOf(row);
      const wanted = place < 0 ? at : place - (place % pageSize);
      if (wanted !== at || !body.childElementCount || (place >= 0 && !body.querySelector(`[data-row="${row}"]`))) {
        at = wanted;
        write();
      }
      const field =
        column === undefined
          ? body.querySelector<HTMLElement>(`[data-card="${row}"]`)
          : document.getElementById(idOf(row, column));
      field?.focus();
      field?.scrollIntoView({ block: 'center', inline: 'nearest' });
    },
    mark: (row) => {
      marked = row;
      showMark();
    },
  };
}
