import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { ComparisonItem, Feed } from '../../feed/types.js';
import { cutExcerpt } from '../../provision/excerpt.js';
import { platformName } from '../../provision/names.js';
import { shownRating } from '../../provision/scale.js';
import { severityBadge } from '../provision-severity/severity-badge.js';
import { facts, folded, link } from '../shared/text.js';
import type { View } from '../shared/view.js';

/** Characters of an excerpt that are seen without asking for more. */
const excerptLimit = 420;

/** The rows of a comparison: excerpts of what other platforms say, without a claim that they say the same. */
export function comparisonList(
  view: View,
  rows: readonly ComparisonItem[],
  given: readonly ComparisonItem[],
  feed: Feed,
): TemplateResult {
  return html`<ul class="rows" part="rows" role="list">
    ${rows.map((row) => comparisonRow(view, row, given.indexOf(row), feed))}
  </ul>`;
}

/** @param index the row's place in the order given, by which it is known whatever the order shown */
function comparisonRow(view: View, row: ComparisonItem, index: number, feed: Feed): TemplateResult {
  const { words, formats } = view;
  const name = platformName(row.platform);
  const shownName = html`<b lang=${name === undefined ? words.locale : ''} dir="auto"
    >${name ?? words.unnamedPlatform}</b
  >`;
  const rating = shownRating(row.severity, 'severity', feed);
  const excerpt = row.excerpt !== undefined && row.truncated ? cutExcerpt(row.excerpt) : row.excerpt;
  return html`<li part="row">
    <div class="row-head">
      <span part="platform">${link(row.url, shownName) ?? shownName}</span>${rating && severityBadge(view, rating)}
    </div>
    ${
      excerpt &&
      folded(
        view,
        `comparison-${index}`,
        excerpt.length,
        excerptLimit,
        html`<blockquote part="excerpt" lang=${row.language ?? ''} dir="auto" translate="no">
          <p>${excerpt}</p>
        </blockquote>`,
      )
    }${facts(
      [
        row.captured && words.captured(formats.date(row.captured)),
        row.truncated && excerpt !== undefined ? words.excerptCut : undefined,
        row.match === 'weak' ? words.weakMatch : undefined,
      ],
      'row-facts',
    )}
  </li>`;
}
