import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { ComparisonItem, Feed } from '../../feed/types.js';
import { cutExcerpt } from '../../provision/excerpt.js';
import { platformName } from '../../provision/display-names.js';
import { shownRating } from '../../provision/rating.js';
import { severityBadge } from '../provision-severity/severity-badge.js';
import { asWritten } from '../templates/as-written.js';
import { facts, link } from '../templates/facts.js';
import { fold, foldButton, folded } from '../templates/fold.js';
import type { View } from '../templates/view.js';

/** Characters above which an excerpt is folded. */
const excerptLimit = 420;

/** Renders the rows of a comparison. They are excerpts, without a claim that the platforms' terms are equivalent. */
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
 * Renders the content of one row.
 *
 * @param part key under which the excerpt's open state is stored, independent of the order
 * @param limit characters above which the excerpt is folded
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
  // The label includes the platform, because a screen reader may read the button without its row.
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
