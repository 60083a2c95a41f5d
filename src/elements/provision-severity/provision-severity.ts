import { html } from 'lit';
import type { PropertyDeclarations } from 'lit';
import { PopoverController } from '../../controllers/popover-controller.js';
import { asText } from '../../page/attribute-values.js';
import type { ShownRecord } from '../../page/shown-record.js';
import { ProvisionToggleEvent } from '../../events/toggle.js';
import { shownRating } from '../../provision/rating.js';
import type { SeverityLevel } from '../../provision/severity.js';
import { sharedStyles } from '../../styles/shared.styles.js';
import { tokens } from '../../styles/tokens.styles.js';
import { ProvisionElement } from '../provision-element.js';
import type { View } from '../templates/view.js';
import { explainedBadge, loadExplanation, severityBadge } from './severity-badge.js';
import { severityStyles } from './severity.styles.js';

/**
 * @summary How severe a provision is: a badge of word, shape and colour that stands in a sentence. Hover, focus or tap
 * says what the level means, how confident the analyst is, and on what basis.
 *
 * @slot - What readers see until the record is there, and where it cannot be had: the rating in words.
 *
 * @event {ProvisionLoadEvent} provision-load - The record has been read.
 * @event {ProvisionErrorEvent} provision-error - The record cannot be shown; `error.code` says why.
 * @event {ProvisionToggleEvent} provision-toggle - The reader has opened or closed the explanation.
 *
 * @csspart base - The element's inner root.
 * @csspart badge - The badge; `badge-LEVEL` for one level.
 * @csspart badge-button - The button around a badge that can be explained.
 * @csspart shape - The level's shape.
 * @csspart popover - The explanation.
 */
export class ProvisionSeverity extends ProvisionElement {
  static override readonly styles = [tokens, sharedStyles, severityStyles];

  static override readonly properties: PropertyDeclarations = {
    level: {},
    label: {},
  };

  readonly #popover = new PopoverController(this, loadExplanation, (open) => {
    this.dispatchEvent(new ProvisionToggleEvent('severity', open));
  });

  /** A level to show without a feed: `critical`, `high`, `medium-high`, `medium`, `low-medium`, `low`, `info`, `none`. */
  declare level: SeverityLevel | null | undefined;

  /** The word for `level`; left out, the level itself is the word. */
  declare label: string | null | undefined;

  protected override renderRecord(shown: ShownRecord, view: View): unknown {
    const badge = explainedBadge(view, shown, this.#popover);
    // A record without a rating leaves the sentence as its writer wrote it.
    return badge === undefined ? super.renderOwnContent() : this.#inline(view, badge);
  }

  protected override renderOwnContent(): ReturnType<ProvisionElement['renderOwnContent']> {
    const [level, label] = [this.level, this.label].map((value) =>
      typeof value === 'string' ? asText(value) : undefined,
    );
    const rating = shownRating({ ...(level && { level }), ...(label && { label }) }, 'severity');
    const view = this.view();
    return rating ? this.#inline(view, severityBadge(view, rating)) : super.renderOwnContent();
  }

  #inline(view: View, content: unknown): ReturnType<ProvisionElement['renderOwnContent']> {
    return html`<span class="root" part="base" lang=${view.words.locale}>${content}</span>`;
  }
}
