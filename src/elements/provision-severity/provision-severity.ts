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
 * @summary Renders the severity of a provision as a badge of word, shape and colour inside a sentence. Hover, focus or tap
 * opens an explanation of the level, the confidence and the basis of the rating.
 *
 * @slot - Fallback, shown until the record has loaded and if it fails to load: the rating in words.
 *
 * @event {ProvisionLoadEvent} provision-load - The record has loaded and is rendered.
 * @event {ProvisionErrorEvent} provision-error - The record cannot be shown; `error.code` has the reason.
 * @event {ProvisionToggleEvent} provision-toggle - The reader opened or closed the explanation.
 *
 * @csspart base - The element's inner root.
 * @csspart badge - The badge; `badge-LEVEL` for one level.
 * @csspart badge-button - The button around a badge with an explanation.
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

  /** Level to show without a feed: `critical`, `high`, `medium-high`, `medium`, `low-medium`, `low`, `info`, `none`. */
  declare level: SeverityLevel | null | undefined;

  /** Word for `level`. Default: the level itself. */
  declare label: string | null | undefined;

  protected override renderRecord(shown: ShownRecord, view: View): unknown {
    const badge = explainedBadge(view, shown, this.#popover);
    // Without a rating the element shows its own content, so that the sentence stays complete.
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
