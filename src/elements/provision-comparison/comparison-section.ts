import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { Feed, ProvisionDetails } from '../../feed/types.js';
import type { Comparison } from '../../provision/comparison.js';
import { sortRows } from '../../provision/comparison.js';
import type { ComparisonSort } from '../../provision/comparison.js';
import { facts } from '../shared/text.js';
import type { View } from '../shared/view.js';
import { comparisonList } from './comparison-list.js';

/**
 * "How other platforms handle this": the record's own words on how common it is, as given and never recomputed from the
 * list, then the first rows. Nothing where there is neither.
 */
export function comparisonSection(
  view: View,
  heading: TemplateResult,
  { items, total }: Comparison,
  prevalence: ProvisionDetails['prevalence'],
  feed: Feed,
  limit: number,
  sort: ComparisonSort = 'given',
): TemplateResult | undefined {
  const rows = sortRows(items, sort, view.formats.compare).slice(0, limit);
  const { number } = view.formats;
  const { label, count, total: of } = prevalence ?? {};
  const figures =
    count === undefined ? undefined : view.words.platforms(number(count), of === undefined ? of : number(of));
  const text = prevalence?.text ?? figures;
  const given = label ?? text;
  if (!rows.length && given === undefined) return undefined;
  return html`<div class="section comparison" part="comparison">
    ${heading}${
      given &&
      html`<p class="prevalence" part="prevalence" lang=${view.language} dir="auto">
        ${label && html`<b>${label}</b>`}${label !== undefined && text !== undefined ? ' · ' : ''}${text}
      </p>`
    }${rows.length ? comparisonList(view, rows, items, feed) : undefined}${facts(
      [
        rows.length && total !== undefined && total > rows.length
          ? view.words.rowsShown(number(rows.length), number(total))
          : undefined,
      ],
      'rows-shown',
    )}
  </div>`;
}
