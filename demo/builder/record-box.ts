/** The combobox for searching and choosing a record, an editable combobox with a listbox by the ARIA Authoring Practices. */
import { byId, counted, element, announce } from './dom.js';
import type { Entry, RecordSearch } from './search.js';

/** Number of options rendered at once; more are added at the end of the list. */
const step = 60;

export interface RecordBox {
  /** Shows other records, and which one is chosen. */
  readonly show: (search: RecordSearch | undefined, chosen: string) => void;
}

/** @param choose called with the id of the record that the user chose */
export function recordBox(choose: (id: string) => void): RecordBox {
  const input = byId<HTMLInputElement>('record');
  const list = byId('records');
  const status = byId('record-status');
  let search: RecordSearch | undefined;
  let chosen: Entry | undefined;
  /** The text that the box shows for it; an input drops the line breaks of a title. */
  let label = '';
  let found: readonly Entry[] = [];
  /** Index of the active option, -1 for none. */
  let active = -1;
  let written = 0;

  const isOpen = () => !list.hidden;

  function option(entry: Entry, at: number): HTMLElement {
    return element(
      'li',
      {
        role: 'option',
        id: `record-${at}`,
        'aria-selected': String(entry === chosen),
        'aria-posinset': at + 1,
        'aria-setsize': found.length,
        'data-at': at,
      },
      element('span', { class: 'title', dir: 'auto', lang: entry.language }, entry.title),
      element(
        'span',
        { class: 'facts' },
        ...(entry.severity
          ? [
              element('span', { class: `severity ${entry.severity.level}`, dir: 'auto' }, entry.severity.label),
              element('span', { class: 'separator' }, ' · '),
            ]
          : []),
        element('bdi', {}, entry.facts),
      ),
    );
  }

  function write(count: number): void {
    const upTo = Math.min(found.length, count);
    list.append(...found.slice(written, upTo).map((entry, index) => option(entry, written + index)));
    written = upTo;
  }

  function activate(at: number): void {
    list.querySelector('.active')?.classList.remove('active');
    active = found.length ? Math.max(-1, Math.min(at, found.length - 1)) : -1;
    if (active >= written) write(active + step);
    const node = active < 0 ? undefined : list.children[active];
    if (!node) {
      input.removeAttribute('aria-activedescendant');
      return;
    }
    node.classList.add('active');
    node.scrollIntoView({ block: 'nearest' });
    input.setAttribute('aria-activedescendant', node.id);
  }

  function open(query: string): void {
    if (!search) return;
    found = search.find(query);
    written = 0;
    list.replaceChildren();
    write(step);
    list.hidden = !found.length;
    input.setAttribute('aria-expanded', String(found.length > 0));
    activate(-1);
    list.scrollTop = 0;
    const all = search.entries.length;
    const said = found.length
      ? found.length === all
        ? counted(all, 'record')
        : `${counted(found.length, 'record')} of ${all.toLocaleString('en-GB')}`
      : `No record of ${all.toLocaleString('en-GB')} contains these words. Try fewer, or the platform’s name.`;
    if (status.textContent !== said) announce(status, said);
  }

  function close(): void {
    list.hidden = true;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
    active = -1;
  }

  /** Discards typed text that was not chosen. */
  function restore(): void {
    close();
    input.value = chosen?.title ?? '';
    label = input.value;
    status.textContent = '';
  }

  function take(at: number): void {
    const entry = found[at];
    if (!entry) return;
    chosen = entry;
    restore();
    input.select();
    choose(entry.id);
  }

  /** The search text; empty while the box shows the chosen record. */
  const query = () => (input.value === label ? '' : input.value);

  function openAtChosen(): void {
    open(query());
    const at = chosen ? found.indexOf(chosen) : -1;
    if (at >= 0) activate(at);
  }

  input.addEventListener('focus', () => input.select());
  input.addEventListener('click', () => {
    if (!isOpen()) openAtChosen();
  });
  input.addEventListener('input', () => open(input.value));
  input.addEventListener('blur', restore);
  input.addEventListener('keydown', (event) => {
    const { key, altKey } = event;
    const page = 8;
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: active + 1,
      ArrowUp: active < 0 ? found.length - 1 : active - 1,
      PageDown: active + page,
      PageUp: Math.max(0, active - page),
    };
    if (key === 'Enter') {
      event.preventDefault();
      // With typed text and no active option, Enter chooses the first result.
      if (isOpen()) take(active < 0 && query() !== '' ? 0 : active);
      else openAtChosen();
    } else if (key === 'Escape') {
      event.preventDefault();
      if (isOpen()) restore();
      else input.value = '';
    } else if (Object.hasOwn(moves, key)) {
      event.preventDefault();
      if (!isOpen()) openAtChosen();
      else if (altKey && key === 'ArrowUp') restore();
      // Wrap around at the ends.
      else if (key === 'ArrowDown' && active === found.length - 1) activate(0);
      else if (key === 'ArrowUp' && active === 0) activate(found.length - 1);
      else activate(moves[key] ?? -1);
    }
  });
  // Keep the focus in the box, because losing it would close the list before the click.
  list.addEventListener('pointerdown', (event) => event.preventDefault());
  list.addEventListener('click', (event) => {
    const at = (event.target as Element).closest<HTMLElement>('[data-at]')?.dataset['at'];
    if (at !== undefined) take(Number(at));
  });
  list.addEventListener('scroll', () => {
    if (list.scrollTop + list.clientHeight > list.scrollHeight - 200) write(written + step);
  });

  return {
    show: (next, id) => {
      search = next;
      chosen = next?.entries.find((entry) => entry.id === id);
      input.disabled = !next;
      if (document.activeElement !== input || !isOpen()) restore();
      const count = next?.entries.length ?? 0;
      byId('record-count').textContent = next ? counted(count, 'record') : '';
    },
  };
}
