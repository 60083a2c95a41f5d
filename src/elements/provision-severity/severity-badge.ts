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

/** Renders the badge: shape, colour and the feed's own word. The name of the scale is for screen readers only. */
export function severityBadge(view: View, rating: ShownRating, language = view.language): TemplateResult {
  const level = severityLevel(rating.level);
  return html`<span class=${`badge level-${level}`} part=${`badge badge-${level}`}
    >${severityShape(level)}<span class="sr">${view.words.severity}${view.words.colon}</span
    ><span class="word" lang=${language} dir="auto">${rating.label}</span></span
  >`;
}

/** Loads the popover's content and behaviour at the reader's first interaction. */
export const loadExplanation = () => import('./severity-explanation.js');

export type ExplanationPopover = PopoverController<(view: View, shown: ShownRecord) => TemplateResult>;

/** Renders the badge as a button with a popover that explains the level, or as plain text if there is no explanation. */
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
  // Undefined until the panel's styles have loaded.
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
