import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { ComparisonItem, Feed } from '../../feed/types.js';
import { cutExcerpt } from '../../provision/excerpt.js';
import { platformName } from '../../provision/display-names.js';
import { shownRating } from '../../provision/rating.js';
import { severityBadge } from '../provision-severity/severity-badge.js';
import { asWritten, facts, fold, foldButton, folded, link } from '../templates/text.js';
import type { View } from '../templates/view.js';

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
    ${rows.map((row) => html`<li part="row">${comparisonRow(view, row, `comparison-${given.indexOf(row)}`, feed)}</li>`)}
  </ul>`;
}

/**
 * What is in one row.
 *
 * @param part by which its excerpt is known to be open, whatever the order shown
 * @param limit characters of the excerpt above which it is folded
 */
export function comparisonRow(
  view: View,
  row: ComparisonItem,
  part: string,
  feed: Feed,
  limit = excerptLimit,
): TemplateResult {
  const { words, formats } = view;
  const name = platformName(row.platform);
  const shownName = html`<b lang=${name === undefined ? words.locale : ''} dir="auto"
    >${name ?? words.unnamedPlatform}</b
  >`;
  const rating = shownRating(row.severity, 'severity', feed);
  const text = row.excerpt !== undefined && row.truncated ? cutExcerpt(row.excerpt) : row.excerpt;
  const excerpt =
    text &&
    html`<blockquote part="excerpt" lang=${row.language ?? ''} dir="auto" translate="no">
      <p>${asWritten(text)}</p>
    </blockquote>`;
  const notes = facts(
    [
      row.captured && words.captured(formats.day(row.captured)),
      row.truncated && text !== undefined ? words.excerptCut : undefined,
      row.match === 'weak' ? words.weakMatch : undefined,
    ],
    'row-facts',
  );
  const shut = view.isBrief ? excerpt : undefined;
  // A screen reader meets the button apart from its row, so the name is part of it.
  const label = html`${words.excerpt}<span class="sr" dir="auto"> ${name ?? words.unnamedPlatform}</span>`;
  return html`<div class="row-head">
      <span part="platform">${link(row.url, shownName) ?? shownName}</span>${rating && severityBadge(view, rating)}${
        shut && foldButton(view, part, label, label)
      }
    </div>
    ${
      shut
        ? fold(view, part, 'shut', html`${shut}${notes}`)
        : html`${excerpt && folded(view, part, text.length, { limit }, excerpt)}${notes}`
    }`;
}
