/** Templates of the controls outside the toolbar: a row's button to compare, and the filter buttons in the chart. */
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { ComparisonItem, Feed } from '../../feed/types.js';
import type { ComparisonMessages } from '../../i18n/comparison-messages.js';
import { platformName } from '../../provision/display-names.js';
import type { View } from '../templates/view.js';
import { comparisonRow } from './comparison-list.js';

/** State and callback of a toggle button. */
export interface ToggleState {
  readonly isPressed: boolean;
  readonly onClick: () => void;
}

/** Renders a row with a button that shows it side by side with another. A row without wording has no button. */
export function comparableRow(
  view: View,
  words: ComparisonMessages,
  row: ComparisonItem,
  key: string,
  feed: Feed,
  { isPressed, onClick }: ToggleState,
): TemplateResult {
  const name = platformName(row.platform) ?? view.words.unnamedPlatform;
  return html`${comparisonRow(view, row, `all-${key}`, feed)}${
    row.excerpt === undefined
      ? undefined
      : html`<button class="more compare" part="compare" type="button" aria-pressed=${isPressed} @click=${onClick}>
          ${words.compare}<span class="sr"> ${words.of(name)}</span>
        </button>`
  }`;
}

/** Renders the name of a level in the chart as a button that filters the rows. */
export function filterButton(label: TemplateResult, { isPressed, onClick }: ToggleState): TemplateResult {
  return html`<button class="filter" part="filter" type="button" aria-pressed=${isPressed} @click=${onClick}>
    ${label}
  </button>`;
}
