import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Feed, Provision } from '../../feed/types.js';
import type { Comparison } from '../../provision/comparison/comparison.js';
import { maxRowsWithoutChart, sortRows, maxRowsWithoutTools } from '../../provision/comparison/comparison.js';
import type { ComparisonSort } from '../../provision/comparison/comparison.js';
import { facts } from '../templates/text.js';
import type { View } from '../templates/view.js';
import { comparisonList } from './comparison-list.js';
import type * as More from './comparison-more.js';

/** What stands in for the tools where they cannot be had. */
const plainRows = 30;

/** The picture, and what opens all rows: loaded where there is more than a few rows. */
let more: typeof More | undefined;

function load({ host }: View): void {
  Promise.all([import('./comparison-more.js'), host.locale.loadMore()]).then(
    ([loaded]) => {
      more = loaded;
      host.requestUpdate();
    },
    () => {
      // Blocked or offline: the rows say what they say without a picture, and the next render tries again.
    },
  );
}

/**
 * "How other platforms handle this": the record's own words on how common it is, as given and never recomputed from the
 * list, how severe the others are, then the first rows, or all of them with the tools for many.
 *
 * @param provision the record that is compared; undefined for a clause type as such
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
      : // Ours, among the feed's. Alone it gives the line its direction.
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
  if ((levels || view.isOpen('comparison')) && !(more && view.isWhole)) load(view);
  const all = url === undefined ? items.length : total;
  const hasMore = url !== undefined || items.length > Math.min(limit, maxRowsWithoutTools);
  const whole = (view.isWhole ? more : undefined)?.comparisonMore({ view, comparison, provision, feed, sort });
  const rows = sortRows(items, sort, formats.compare).slice(0, view.isOpen('comparison') ? plainRows : limit);
  return html`<div class=${whole?.all ? 'section comparison all-rows' : 'section comparison'} part="comparison">
    ${heading}${
      given &&
      html`<p class="prevalence" part="prevalence" lang=${view.language} dir="auto">
        ${label && html`<b>${label}</b>`}${label !== undefined && text !== undefined ? ' · ' : ''}${text}
      </p>`
    }${whole ? whole.picture : levels ? html`<svg width="1" height=${`${view.isBrief ? 3 : 1.7 * levels + (own?.severity ? 3.13 : 1.94)}em`}></svg>` : undefined}${
      whole?.all ??
      html`${rows.length ? comparisonList(view, rows, items, feed) : undefined}${facts(
        [
          // In a guest the button below says it.
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
