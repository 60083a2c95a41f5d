import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { ShownRecord } from '../../page/shown-record.js';
import { analystNames, documentName, provisionTitle } from '../../provision/display-names.js';
import { shownRating } from '../../provision/rating.js';
import type { ScaleName } from '../../provision/rating.js';
import { explainedBadge } from '../provision-severity/severity-badge.js';
import type { ExplanationPopover } from '../provision-severity/severity-badge.js';
import { byline } from '../templates/byline.js';
import { folded } from '../templates/fold.js';
import type { View } from '../templates/view.js';

/** Renders platform and document, title, analyst, ratings and status. */
export function cardHeader(
  view: View,
  shown: ShownRecord,
  popover: ExplanationPopover,
  compact: boolean,
): TemplateResult {
  const { provision } = shown;
  const kicker = provision.title && documentName(provision);
  return html`<div class="header" part="header">
    ${kicker && html`<p class="kicker" part="kicker" lang=${view.language} dir="auto">${kicker}</p>`}
    <div
      class="title"
      part="heading"
      id="title"
      role="heading"
      aria-level=${view.headingLevel}
      lang=${view.language}
      dir="auto"
    >
      ${provisionTitle(provision) ?? html`<span lang=${view.words.locale}>${view.words.untitled}</span>`}
    </div>
    ${byline(view, analystNames(provision, shown.feed))}${ratings(view, shown, popover, compact)}${status(view, shown)}
  </div>`;
}

/** Renders the record's ratings, each on its own scale. The compact card shows the severity only. */
function ratings(
  view: View,
  shown: ShownRecord,
  popover: ExplanationPopover,
  compact: boolean,
): TemplateResult | undefined {
  const { words, language } = view;
  const badge = explainedBadge(view, shown, popover);
  const others: readonly ScaleName[] = compact ? [] : ['confidence', 'basis'];
  const shownOthers = others.flatMap((scale) => {
    const rating = shownRating(shown.provision._provision[scale], scale, shown.feed);
    return rating
      ? [
          html`<div>
            <dt>${words[scale]}</dt>
            <dd lang=${language} dir="auto">${rating.label}</dd>
          </div>`,
        ]
      : [];
  });
  if (badge === undefined && !shownOthers.length) return undefined;
  return html`<dl class="ratings" part="ratings">
    ${
      badge === undefined
        ? undefined
        : html`<div>
            <dt>${words.severity}</dt>
            <dd>${badge}</dd>
          </div>`
    }${shownOthers}
  </dl>`;
}

/** Renders the status of a corrected or withdrawn record. Comes before the record's claims, so that readers see it first. */
function status(view: View, { provision }: ShownRecord): TemplateResult | undefined {
  const { status: state, status_note: note } = provision._provision;
  const words = state === 'corrected' ? view.words.corrected : state === 'withdrawn' ? view.words.withdrawn : undefined;
  if (words === undefined && note === undefined) return undefined;
  return html`<div class="status" part="status">
    ${folded(
      view,
      'status',
      note?.length ?? 0,
      view.isBrief ? { limit: 160, wide: 320, look: view.isCompact ? 'line' : 'brief' } : { limit: Infinity },
      html`<p>${words && html`<b>${words}</b> `}<span lang=${view.language} dir="auto">${note}</span></p>`,
    )}
  </div>`;
}
