import type { ComparisonItem } from '../../feed/types.js';
import { TimeSlices } from '../../page/time-slices.js';

/** A row and its element in the list. */
interface ShownRow {
  readonly element: HTMLElement;
  row: ComparisonItem;
}

/** Renders a row into its element; called again for updates. */
export type DrawRow = (element: HTMLElement, row: ComparisonItem, key: string) => void;

/**
 * Rows per group with `content-visibility`, which the browser skips off screen. A group per row would make removing ten
 * thousand rows take seconds in Chromium, because it searches all contained boxes for each.
 */
const pageSize = 25;

/**
 * A list of any length. All rows are in the page, so that find-in-page and screen readers reach them. Rows are created and
 * removed in slices, so that the page stays responsive. A row keeps its element, so that focus and selection survive an update.
 */
export class RowList {
  readonly element = document.createElement('div');

  readonly #draw: DrawRow;
  readonly #shown = new Map<string, ShownRow>();

  constructor(draw: DrawRow) {
    this.#draw = draw;
    this.element.className = 'rows all';
    this.element.setAttribute('part', 'rows');
    this.element.setAttribute('role', 'list');
  }

  /** Shows exactly these rows in this order, the first ones synchronously. Rejects with the signal's reason after an abort. */
  async show(rows: readonly (readonly [key: string, row: ComparisonItem])[], signal: AbortSignal): Promise<void> {
    const slices = new TimeSlices(signal);
    const pages = this.element.children;
    const count = Math.ceil(rows.length / pageSize);
    this.element.setAttribute('aria-busy', 'true');
    for (let index = 0; index < count; index++) {
      const page = pages[index] ?? this.element.appendChild(newPage());
      const elements = rows
        .slice(index * pageSize, (index + 1) * pageSize)
        .map(([key, row]) => this.#element(key, row));
      // Leave elements in place if possible, because moving an element removes the focus from it.
      if (elements.length !== page.children.length || elements.some((element, at) => element !== page.children[at])) {
        preserveFocus(page, () => {
          page.replaceChildren(...elements);
        });
      }
      if (slices.over) await slices.pause();
    }
    while (pages.length > count) {
      this.element.lastElementChild?.remove();
      if (slices.over) await slices.pause();
    }
    const keys = new Set(rows.map(([key]) => key));
    for (const key of this.#shown.keys()) if (!keys.has(key)) this.#shown.delete(key);
    this.element.removeAttribute('aria-busy');
  }

  /** Renders a row again, if it is in the list. */
  redraw(key: string): void {
    const shown = this.#shown.get(key);
    if (shown) this.#draw(shown.element, shown.row, key);
  }

  /** Renders every row again. */
  async redrawAll(): Promise<void> {
    const slices = new TimeSlices(new AbortController().signal);
    for (const key of [...this.#shown.keys()]) {
      this.redraw(key);
      if (slices.over) await slices.pause();
    }
  }

  /** Returns the element of a row in the list. */
  find(key: string): HTMLElement | undefined {
    return this.#shown.get(key)?.element;
  }

  #element(key: string, row: ComparisonItem): HTMLElement {
    const existing = this.#shown.get(key);
    if (existing) {
      if (existing.row !== row) {
        existing.row = row;
        this.#draw(existing.element, row, key);
      }
      return existing.element;
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

/** Restores the focus to an element that was only moved. */
function preserveFocus(place: Element, change: () => void): void {
  const root = place.getRootNode();
  const focused = root instanceof ShadowRoot ? root.activeElement : undefined;
  change();
  if (focused instanceof HTMLElement && focused.isConnected && root instanceof ShadowRoot && !root.activeElement) {
    focused.focus({ preventScroll: true });
  }
}
