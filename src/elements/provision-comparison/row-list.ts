import type { ComparisonItem } from '../../feed/types.js';
import { TimeSlices } from '../../page/time-slices.js';

/** A row that is on the screen. */
interface Shown {
  readonly element: HTMLElement;
  row: ComparisonItem;
}

/** Puts what a row says into its element, or says it anew. */
export type DrawRow = (element: HTMLElement, row: ComparisonItem, key: string) => void;

/**
 * Rows that the browser lays out together, and only near the window (`content-visibility`). One by one, ten thousand of
 * them would take Chromium seconds to take away: it looks through all of its contained boxes for each.
 */
const pageSize = 25;

/**
 * A list of any length. Every row is in the page, so that find-in-page and screen readers meet it; rows are made and
 * taken away in slices, so that the page never waits for them; and a row that stays is the same element, so that the
 * focus and what is selected stay too.
 */
export class RowList {
  readonly element = document.createElement('div');

  readonly #draw: DrawRow;
  readonly #shown = new Map<string, Shown>();

  constructor(draw: DrawRow) {
    this.#draw = draw;
    this.element.className = 'rows all';
    this.element.setAttribute('part', 'rows');
    this.element.setAttribute('role', 'list');
  }

  /** Shows exactly these rows in this order: the first ones at once. Rejects with the signal's reason when given up. */
  async show(rows: readonly (readonly [key: string, row: ComparisonItem])[], signal: AbortSignal): Promise<void> {
    const slices = new TimeSlices(signal);
    const pages = this.element.children;
    const count = Math.ceil(rows.length / pageSize);
    this.element.setAttribute('aria-busy', 'true');
    for (let index = 0; index < count; index++) {
      const page = pages[index] ?? this.element.appendChild(newPage());
      const wanted = rows.slice(index * pageSize, (index + 1) * pageSize).map(([key, row]) => this.#element(key, row));
      // What stands where it should is not touched: to move an element would take the focus from it.
      if (wanted.length !== page.children.length || wanted.some((element, at) => element !== page.children[at])) {
        keepingFocus(page, () => {
          page.replaceChildren(...wanted);
        });
      }
      if (slices.over) await slices.pause();
    }
    while (pages.length > count) {
      this.element.lastElementChild?.remove();
      if (slices.over) await slices.pause();
    }
    const wanted = new Set(rows.map(([key]) => key));
    for (const key of this.#shown.keys()) if (!wanted.has(key)) this.#shown.delete(key);
    this.element.removeAttribute('aria-busy');
  }

  /** Says a row anew, if it is on the screen. */
  redraw(key: string): void {
    const shown = this.#shown.get(key);
    if (shown) this.#draw(shown.element, shown.row, key);
  }

  /** Says every row anew. */
  async redrawAll(): Promise<void> {
    const slices = new TimeSlices(new AbortController().signal);
    for (const key of [...this.#shown.keys()]) {
      this.redraw(key);
      if (slices.over) await slices.pause();
    }
  }

  /** The element of a row that is on the screen. */
  find(key: string): HTMLElement | undefined {
    return this.#shown.get(key)?.element;
  }

  #element(key: string, row: ComparisonItem): HTMLElement {
    const known = this.#shown.get(key);
    if (known) {
      if (known.row !== row) {
        known.row = row;
        this.#draw(known.element, row, key);
      }
      return known.element;
    }
    const element = document.createElement('div');
    element.className = 'row';
    element.setAttribute('part', 'row');
    element.setAttribute('role', 'listitem');
    this.#draw(element, row, key);
    this.#shown.set(key, { element, row });
    return element;
  }
}

function newPage(): HTMLElement {
  const page = document.createElement('div');
  page.className = 'page';
  page.setAttribute('role', 'presentation');
  return page;
}

/** Gives the focus back to what had it and has only been moved. */
function keepingFocus(place: Element, change: () => void): void {
  const root = place.getRootNode();
  const focused = root instanceof ShadowRoot ? root.activeElement : undefined;
  change();
  if (focused instanceof HTMLElement && focused.isConnected && root instanceof ShadowRoot && !root.activeElement) {
    focused.focus({ preventScroll: true });
  }
}
