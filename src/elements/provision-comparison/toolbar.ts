import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { ComparisonMessages } from '../../i18n/comparison-messages.js';
import { comparisonSorts } from '../../provision/comparison/comparison.js';
import type { ComparisonSort } from '../../provision/comparison/comparison.js';

/** State and callbacks of the tools above the rows. */
export interface ToolbarState {
  /** Whether there are too few rows for search, order and download. */
  readonly hasFewRows: boolean;
  readonly query: string;
  readonly sort: ComparisonSort;
  /** Whether a search or a filter is active. */
  readonly isNarrowed: boolean;
  /** The number of rows; `announced` follows with a delay for screen readers. */
  readonly count: string;
  readonly announced: string;
  /** Whether the file with all rows failed to load. */
  readonly failed: boolean;
  readonly onSearch: (query: string) => void;
  readonly onSort: (sort: ComparisonSort) => void;
  readonly onClear: () => void;
  readonly onDownload: () => void;
  readonly onClose: () => void;
  readonly onRetry: () => void;
}

/**
 * Keeps key presses from the page's shortcuts (`/`, `j`, `k`). The page sees our host as the target, not the field, and would
 * not detect typing.
 */
function keepTyping(event: KeyboardEvent): void {
  if (event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey) event.stopPropagation();
}

/** Renders search, order, download and the number of rows. */
export function toolbar(words: ComparisonMessages, state: ToolbarState): TemplateResult {
  const { hasFewRows, failed } = state;
  return html`${
      hasFewRows
        ? undefined
        : html`<div class="bar" part="toolbar">
            <label class="search"
              ><span>${words.search}</span
              ><input
                type="search"
                part="search"
                @input=${(event: Event) => {
                  state.onSearch((event.target as HTMLInputElement).value);
                }}
                @keydown=${keepTyping}
                @keypress=${keepTyping}
                @keyup=${keepTyping}
                autocomplete="off"
                spellcheck="false"
            /></label>
            <label class="order"
              ><span>${words.sort}</span
              ><select
                part="sort"
                @change=${(event: Event) => {
                  const { value } = event.target as HTMLSelectElement;
                  state.onSort(comparisonSorts.find((sort) => sort === value) ?? 'given');
                }}
                @keydown=${keepTyping}
                @keypress=${keepTyping}
                @keyup=${keepTyping}
              >
                ${comparisonSorts.map(
                  (sort) => html`<option value=${sort} ?selected=${sort === state.sort}>${words.sorts[sort]}</option>`,
                )}
              </select></label
            >
          </div>`
    }
    <div class="compare-actions">
      <p class="facts" aria-hidden="true"><bdi>${state.count}</bdi></p>
      <p class="sr" role="status">${state.announced}</p>
      ${
        state.isNarrowed
          ? html`<button class="more" type="button" @click=${state.onClear}>${words.clear}</button>`
          : undefined
      }
      ${hasFewRows ? undefined : html`<button class="more" type="button" part="download" @click=${state.onDownload}>${words.download}</button>`}
      <button class="more" type="button" part="close" aria-expanded="true" @click=${state.onClose}>
        ${words.close}
      </button>
    </div>
    ${
      failed
        ? html`<p class="failed" role="alert">
            ${words.unavailable} <button class="more" type="button" @click=${state.onRetry}>${words.retry}</button>
          </p>`
        : undefined
    }`;
}
