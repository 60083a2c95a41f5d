import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { PopoverController } from '../../controllers/popover-controller.js';
import type { ShownRecord } from '../../page/shown-record.js';
import { methodologyOf } from '../../provision/methodology.js';
import { shownRating } from '../../provision/rating.js';
import type { ShownRating } from '../../provision/rating.js';
import { severityLevel } from '../../provision/severity.js';
import type { View } from '../templates/view.js';
import { severityShape } from './severity-shape.js';

/** The badge: shape, colour and the feed's own word. What scale it is on is said to screen readers. */
export function severityBadge(view: View, rating: ShownRating, language = view.language): TemplateResult {
  const level = severityLevel(rating.level);
  return html`<span class=${`badge level-${level}`} part=${`badge badge-${level}`}
    >${severityShape(level)}<span class="sr">${view.words.severity}${view.words.colon}</span
    ><span class="word" lang=${language} dir="auto">${rating.label}</span></span
  >`;
}

/** What the popover says and does comes when a reader first reaches for it. */
export const loadExplanation = () => import('./severity-explanation.js');

/** The popover of a badge. */
export type ExplanationPopover = PopoverController<(view: View, shown: ShownRecord) => TemplateResult>;

/** The badge as a button that says, in a popover, what the level means; plain where there is nothing to say. */
export function explainedBadge(
  view: View,
  shown: ShownRecord,
  popover: ExplanationPopover,
): TemplateResult | undefined {
  const { provision, feed } = shown;
  const { severity, confidence, basis } = provision._provision;
  const rating = shownRating(severity, 'severity', feed);
  if (!rating) return undefined;
  const badge = severityBadge(view, rating);
  const explained = rating.description ?? rating.text ?? confidence ?? basis ?? methodologyOf(shown);
  if (explained === undefined) return badge;
  // The panel comes with its styles, so it is not there before them.
  const { content } = popover;
  return html`<span
    class="explained"
    data-popover
    @pointerenter=${popover}
    @pointerleave=${popover}
    @focusin=${popover}
    @focusout=${popover}
    @click=${popover}
    ><button class="plain" part="badge-button" type="button" aria-expanded=${!!content} aria-controls="explanation">
      ${badge}</button
    >${content?.(view, shown)}</span
  >`;
}
