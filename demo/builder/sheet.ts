/** Makes a feed from the user's own spreadsheet. Reading, correction and download happen in the page. */
import type { Feed } from '../../src/feed/types.js';
import { csvTemplate } from '../../src/import/csv/template.js';
import { decodeText } from '../../src/import/decode.js';
import { sealFeed } from '../../src/import/seal/seal.js';
import { ImportError, placeText } from '../../src/import/types.js';
import { byId, counted, element, announce } from './dom.js';
import { SheetData } from './sheet-data.js';
import type { Finding } from './sheet-data.js';
import { sheetExample } from './sheet-example.js';
import { sheetTable } from './sheet-table.js';

const shownAtOnce = 30;
const maxBytes = 64 * 1024 * 1024;

/** The part of the builder's state for the feed of a spreadsheet. */
export interface SheetOptions {
  readonly title: string;
  readonly language: string;
}

export interface Spreadsheet {
  /** Returns the feed of the current cells; undefined without a spreadsheet or with one that gives no feed. */
  readonly feed: (options: SheetOptions) => { readonly feed: Feed | undefined; readonly name: string } | undefined;
  /** Reads a file that was dropped on the page. */
  readonly read: (file: File) => void;
  /** Marks the row of the visible card. */
  readonly showRecord: (id: string | undefined) => void;
}

/**
 * @param taken called with a new feed: of another spreadsheet, or after a correction
 * @param choose called with the id of the record whose card to show
 * @param addresses returns the future URLs of the downloaded feed and its records' pages
 */
export function spreadsheet(
  taken: (isOther: boolean) => void,
  choose: (id: string) => void,
  addresses: () => { readonly baseUrl: string | undefined; readonly feedUrl: string | undefined },
): Spreadsheet {
  const panel = byId<HTMLDetailsElement>('sheet');
  const intake = byId<HTMLDetailsElement>('sheet-intake');
  const paste = byId<HTMLTextAreaElement>('sheet-paste');
  const file = byId<HTMLInputElement>('sheet-file');
  const refusal = byId('sheet-refusal');
  const fillDown = byId<HTMLInputElement>('sheet-fill');
  const dates = byId<HTMLSelectElement>('sheet-dates');
  const list = byId('sheet-list');
  let data: SheetData | undefined;
  /** Key of the input that the findings belong to; empty after a cell changed. */
  let made = '';
  let shown: string | undefined;
  /** Whether there are corrections that were not downloaded. */
  let unsaved = false;
  let all = false;

  const table = sheetTable(
    (row, column) => {
      unsaved = true;
      made = '';
      // Run after the focus has moved, because a large spreadsheet takes a moment.
      setTimeout(() => {
        taken(false);
        const left = data?.byRow.get(row)?.filter((one) => one.column === column).length ?? 0;
        const place = `Row ${row}, ${data?.label(column) ?? ''}`;
        announce(
          byId('sheet-status'),
          `${place}: ${left ? 'still to be corrected' : 'nothing is wrong'}. ${summary()}.`,
        );
      });
    },
    (row) => {
      const id = data?.recordOf(row);
      if (id === undefined) announce(byId('sheet-status'), `Row ${row} is not a record yet, so it has no card.`);
      else choose(id);
    },
  );

  function summary(): string {
    const problems = data?.findings.filter(({ kind }) => kind === 'problem').length ?? 0;
    const notes = (data?.findings.length ?? 0) - problems;
    return (
      [problems ? counted(problems, 'problem') : '', notes ? counted(notes, 'note') : '']
        .filter((part) => part)
        .join(', ') || 'No problem found'
    );
  }

  function line({ kind, message, place, row, column }: Finding): HTMLElement {
    const link =
      row === undefined
        ? message.includes('"Author"') && element('a', { href: '#sheet-title' }, 'Title of the feed')
        : element('a', { href: '#sheet-table', 'data-row': row, 'data-column': column }, place);
    return element(
      'li',
      { class: kind === 'problem' ? 'error' : 'warning' },
      element('b', {}, kind === 'problem' ? 'Problem: ' : 'Note: '),
      ...(link ? [link, ' – '] : []),
      // The table's own select offers the known headers, so the message need not list them.
      message.replace(/ Known columns: .*$/s, ' Choose in the table what it holds.'),
    );
  }

  function report(): void {
    const { findings = [], name = '', rows = [], feed } = data ?? {};
    byId('sheet-work').hidden = !data;
    byId('sheet-name').replaceChildren(
      element('bdi', {}, name),
      `: ${counted(feed?.items.length ?? 0, 'record')} of ${counted(rows.length, 'row')}`,
    );
    const problems = findings.filter(({ kind }) => kind === 'problem');
    const inOrder = (some: readonly Finding[]) =>
      [...some].sort((a, b) => (a.row ?? 0) - (b.row ?? 0) || (a.column ?? -1) - (b.column ?? -1));
    const sorted = [...inOrder(problems), ...inOrder(findings.filter(({ kind }) => kind !== 'problem'))];
    byId('sheet-sum').textContent = findings.length ? summary() : 'No problem found.';
    byId('sheet-report').dataset['kind'] = problems.length ? 'error' : findings.length ? 'warning' : 'clean';
    list.hidden = !findings.length;
    list.replaceChildren(...sorted.slice(0, all ? sorted.length : shownAtOnce).map(line));
    byId('sheet-rest').hidden = all || sorted.length <= shownAtOnce;
    byId('sheet-more').textContent = `Show all ${sorted.length.toLocaleString('en-GB')}`;
    const has = (words: string) => findings.some(({ message }) => message.includes(words));
    byId('sheet-fill-choice').hidden = !fillDown.checked && !has('the record names no platform');
    byId('sheet-dates-choice').hidden = !dates.value && !has('day and month or month and day');
    byId<HTMLButtonElement>('sheet-feed').disabled = !feed;
  }

  function read(text: string, name: string): void {
    let next: SheetData;
    try {
      next = new SheetData(text, name);
    } catch (error) {
      if (!(error instanceof ImportError)) throw error;
      const place = placeText(error.place);
      refusal.textContent = `${name}${place && `, ${place}`}: ${error.message}`;
      refusal.hidden = false;
      panel.open = intake.open = true;
      return;
    }
    refusal.hidden = true;
    paste.value = '';
    file.value = '';
    data = next;
    made = '';
    unsaved = false;
    all = false;
    fillDown.checked = false;
    dates.value = '';
    panel.open = true;
    intake.open = false;
    taken(true);
    table.show(data);
    announce(byId('sheet-status'), `${name}: ${counted(data.feed?.items.length ?? 0, 'record')}. ${summary()}.`);
    byId('sheet-name').focus();
  }

  async function readFile(given: File): Promise<void> {
    if (given.size > maxBytes) {
      refusal.textContent = `${given.name} is larger than 64 MB, which is more than this page reads.`;
      refusal.hidden = false;
      return;
    }
    const { text } = decodeText(new Uint8Array(await given.arrayBuffer()));
    read(text, given.name);
  }

  byId('sheet-read').addEventListener('click', () => read(paste.value, 'Pasted cells'));
  paste.addEventListener('paste', (event) => {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    // Text typed by hand is read when the button is pressed; a single pasted cell is not a spreadsheet.
    if (paste.value || !/[\n\r]/.test(text.trim())) return;
    event.preventDefault();
    // Keep refused text visible. Cut it, because rendering a large text would block the browser for seconds.
    paste.value = text.slice(0, 100_000);
    read(text, 'Pasted cells');
  });
  file.addEventListener('change', () => {
    const [given] = file.files ?? [];
    if (given) void readFile(given);
  });
  byId('sheet-template').addEventListener('click', () => download(csvTemplate(), 'clauses.csv', 'text/csv'));
  byId('sheet-example').addEventListener('click', () => read(sheetExample, 'Example'));
  for (const choice of [fillDown, dates]) choice.addEventListener('change', () => taken(false));
  byId('sheet-more').addEventListener('click', () => {
    all = true;
    report();
    list.focus();
  });
  list.addEventListener('click', (event) => {
    const link = (event.target as Element).closest('a');
    if (!link) return;
    event.preventDefault();
    const { row, column } = link.dataset;
    if (row === undefined) byId('sheet-title').focus();
    else table.goTo(Number(row), column === undefined ? undefined : Number(column));
  });
  byId('sheet-csv').addEventListener('click', () => {
    if (!data) return;
    download(data.toCsv(), `${stem(data.name)}.csv`, 'text/csv');
    unsaved = false;
    announce(byId('sheet-download-status'), 'The corrected spreadsheet is downloaded.');
  });
  byId('sheet-feed').addEventListener('click', () => void downloadFeed());

  async function downloadFeed(): Promise<void> {
    const feed = data?.feed;
    if (!feed) return;
    const { baseUrl, feedUrl } = addresses();
    const written = { ...feed, ...(feedUrl !== undefined && { feed_url: feedUrl }) };
    const { feed: sealed } = await sealFeed(JSON.parse(JSON.stringify(written)), { baseUrl });
    download(`${JSON.stringify(sealed, null, 2)}\n`, 'feed.json', 'application/feed+json');
    announce(
      byId('sheet-download-status'),
      `The feed is downloaded: ${counted(feed.items.length, 'record')}, each clause with its hash.`,
    );
  }

  addEventListener('beforeunload', (event) => {
    if (unsaved) event.preventDefault();
  });

  return {
    feed: ({ title, language }) => {
      if (!data) return undefined;
      const options = {
        title: title || undefined,
        language: language || undefined,
        fillDown: fillDown.checked,
        dates: (dates.value || undefined) as 'dmy' | 'mdy' | undefined,
      };
      const key = JSON.stringify(options);
      if (key !== made) {
        data.run(options);
        made = key;
        report();
        table.refresh();
      }
      return { feed: data.feed, name: data.name };
    },
    read: (given) => void readFile(given),
    showRecord: (id) => {
      if (shown === id) return;
      shown = id;
      table.mark(id === undefined ? undefined : data?.rowOf(id));
    },
  };
}

const stem = (name: string) =>
  name
    .replace(/\.[^.]*$/, '')
    .replace(/\s+/g, '-')
    .toLowerCase() || 'clauses';

/** Offers generated content as a download. */
function download(content: string, name: string, type: string): void {
  const address = URL.createObjectURL(new Blob([content], { type }));
  element('a', { href: address, download: name }).click();
  // By then the browser has read the file, or holds it while its dialog is open.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
