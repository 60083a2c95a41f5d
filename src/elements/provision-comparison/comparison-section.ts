import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Feed, Provision } from '../../feed/types.js';
import type { Comparison } from '../../provision/comparison/comparison.js';
import { maxRowsWithoutChart, sortRows, maxRowsWithoutTools } from '../../provision/comparison/comparison.js';
import type { ComparisonSort } from '../../provision/comparison/comparison.js';
import { facts } from '../templates/facts.js';
import type { View } from '../templates/view.js';
import { comparisonList } from './comparison-list.js';
import type * as Extras from './comparison-extras.js';

/** Rows to show if the tools fail to load. */
const rowsWithoutTools = 30;

/** The lazy chunk with the chart and the tools, loaded for comparisons with more than a maxRowsWithoutChart rows. */
let extras: typeof Extras | undefined;

function load({ host }: View): void {
  Promise.all([import('./comparison-extras.js'), host.locale.loadMore()]).then(
    ([loaded]) => {
      extras = loaded;
      host.requestUpdate();
    },
    () => {
      // Blocked or offline: the rows are shown without a chart, and the next render tries again.
    },
  );
}

/**
 * Renders "How other platforms handle this": the record's own statement of prevalence, never recomputed from the rows, the
 * chart, and the first rows or all rows with tools.
 *
 * @param provision the record that is compared; undefined for a comparison of a clause type
 */
export function comparisonSection(
  view: View,
  heading: TemplateResult,
  comparison: Comparison,
  provision: Provision | undefined,
  feed: Feed,
  limit: number,
  sort: ComparisonSort = 'given',
): TemplateResult | undefined {
  const { items, total, url, distribution } = comparison;
  const { words, formats } = view;
  const { count: figure } = formats;
  const own = provision?._provision;
  const { label, count, total: of, text: said } = own?.prevalence ?? {};
  const text =
    said ??
    (count === undefined
      ? undefined
      : // This text is ours, next to the feed's label. If it is alone, it sets the direction of the line.
        html`<span lang=${words.locale} dir=${label ? 'auto' : nothing}
          >${words.platforms(figure(count), of === undefined ? of : figure(of))}</span
        >`);
  const given = label ?? text;
  const levels = new Set(
    distribution
      ? Object.keys(distribution)
      : items.length > maxRowsWithoutChart
        ? items.map(({ severity }) => severity?.level)
        : [],
  ).size;
  if (!items.length && given === undefined && !levels) return undefined;
  if ((levels || view.isOpen('comparison')) && !(extras && view.isComplete)) load(view);
  const all = url === undefined ? items.length : total;
  const hasMore = url !== undefined || items.length > Math.min(limit, maxRowsWithoutTools);
  const loadedExtras = (view.isComplete ? extras : undefined)?.comparisonExtras({
    view,
    comparison,
    provision,
    feed,
    sort,
  });
  const rows = sortRows(items, sort, formats.compare).slice(0, view.isOpen('comparison') ? rowsWithoutTools : limit);
  return html`<div class=${loadedExtras?.all ? 'section comparison all-rows' : 'section comparison'} part="comparison">
    ${heading}${
      given &&
      html`<p class="prevalence" part="prevalence" lang=${view.language} dir="auto">
        ${label && html`<b>${label}</b>`}${label !== undefined && text !== undefined ? ' · ' : ''}${text}
      </p>`
    }${loadedExtras ? loadedExtras.picture : levels ? html`<svg width="1" height=${`${view.isBrief ? 3 : 1.7 * levels + (own?.severity ? 3.13 : 1.94)}em`}></svg>` : undefined}${
      loadedExtras?.all ??
      html`${rows.length ? comparisonList(view, rows, items, feed) : undefined}${facts(
        [
          // In a guest the button below has the number.
          rows.length && total !== undefined && total > rows.length && !(view.isBrief && hasMore && all === total)
            ? words.rowsShown(figure(rows.length), figure(total))
            : undefined,
        ],
        'rows-shown',
      )}${
        hasMore
          ? html`<button
              class="more"
              part="more"
              type="button"
              @click=${() => {
                view.toggle('comparison');
              }}
            >
              ${words.allRows(all === undefined ? all : figure(all))}
            </button>`
          : undefined
      }`
    }
  </div>`;
}
