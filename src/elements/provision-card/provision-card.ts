import { html } from 'lit';
import type { PropertyDeclarations, TemplateResult } from 'lit';
import { PopoverController } from '../../controllers/popover.js';
import type { ShownRecord } from '../../controllers/record.js';
import { ProvisionToggleEvent } from '../../events/toggle.js';
import { comparisonOf } from '../../provision/comparison.js';
import { severityLevel } from '../../provision/severity.js';
import { sharedStyles } from '../../styles/shared.styles.js';
import { tokens } from '../../styles/tokens.styles.js';
import { comparisonSection } from '../provision-comparison/comparison-section.js';
import { comparisonStyles } from '../provision-comparison/comparison.styles.js';
import { ProvisionElement } from '../provision-element.js';
import { loadExplanation } from '../provision-severity/severity-badge.js';
import { severityStyles } from '../provision-severity/severity.styles.js';
import { recordLine } from '../shared/byline.js';
import { blockStyles } from '../shared/block.styles.js';
import { folded, sectionHeading } from '../shared/text.js';
import type { View } from '../shared/view.js';
import { cardHeader } from './card-header.js';
import { cardStyles } from './card.styles.js';
import { clauseQuotation } from './clause-quotation.js';

/** How much of a record a card shows. */
export const cardLayouts = ['compact', 'article'] as const;
export type CardLayout = (typeof cardLayouts)[number];

/** Characters of the analyst's text that are seen without asking for more. */
const textLimit = 900;
const comparisonRows = 3;

/**
 * @summary One provision record in an article: what the clause is, how severe, why it matters, the platform's own words,
 * and how other platforms handle the same thing.
 *
 * @slot - What readers see until the record is there, and where it cannot be had. Best a quotation with its link.
 * @slot note - The publisher's own note, told apart from the platform's wording and the analyst's analysis.
 *
 * @event {ProvisionLoadEvent} provision-load - The record has been read.
 * @event {ProvisionErrorEvent} provision-error - The record cannot be shown; `error.code` says why.
 * @event {ProvisionToggleEvent} provision-toggle - The reader has opened or closed a part.
 *
 * @csspart base - The card's inner root.
 * @csspart header - Kicker, heading, ratings and status.
 * @csspart kicker - Platform and document.
 * @csspart heading - The record's title.
 * @csspart byline - Whose analysis it is.
 * @csspart ratings - Severity, confidence and basis.
 * @csspart badge - The severity badge; `badge-LEVEL` for one level.
 * @csspart popover - The explanation of the severity.
 * @csspart status - That the record was corrected or withdrawn.
 * @csspart summary - What the provision is.
 * @csspart why - Why it matters.
 * @csspart impact - What it means for the reader.
 * @csspart label - The headings of the sections.
 * @csspart clause - The platform's own words; `quotation` the quotation, `attribution` who said it and where.
 * @csspart comparison - How other platforms handle this; `row`, `platform`, `excerpt` in it.
 * @csspart note - The publisher's note.
 * @csspart more - The buttons that open a long text.
 * @csspart footer - The disclaimer and the record line.
 * @csspart disclaimer - What the analysis is not.
 * @csspart record - The record's id; `permalink` the link to the whole record.
 */
export class ProvisionCard extends ProvisionElement {
  static override readonly styles = [tokens, sharedStyles, blockStyles, severityStyles, comparisonStyles, cardStyles];

  static override readonly properties: PropertyDeclarations = {
    layout: {},
  };

  readonly #popover = new PopoverController(this, loadExplanation, (open) => {
    this.dispatchEvent(new ProvisionToggleEvent('severity', open));
  });

  /** `compact`: heading, severity, summary, link. `article` (default): also why, impact, clause, comparison. */
  declare layout: CardLayout | null | undefined;

  protected override renderRecord(shown: ShownRecord, view: View): TemplateResult {
    const { provision, feed } = shown;
    const { severity, notices } = provision._provision;
    const compact = this.layout === 'compact';
    const disclaimer = notices?.disclaimer ?? feed._provision_feed?.notices?.disclaimer;
    return html`<article
      class="root block ${severity ? `level-${severityLevel(severity.level)}` : ''}"
      part="base"
      aria-labelledby="title"
      lang=${view.words.locale}
    >
      ${cardHeader(view, shown, this.#popover, compact)}
      ${provision.content_text && this.#text(view, 'summary', provision.content_text)}
      ${compact ? undefined : this.#article(view, shown)}
      <div class="note" part="note" ?hidden=${!this.querySelector(':scope > [slot=note]')}>
        ${sectionHeading(view, view.words.note)}<slot
          name="note"
          @slotchange=${() => {
            this.requestUpdate();
          }}
        ></slot>
      </div>
      <div class="footer" part="footer">
        ${
          disclaimer && html`<p class="disclaimer" part="disclaimer" lang=${view.language} dir="auto">${disclaimer}</p>`
        }${recordLine(view, provision)}
      </div>
    </article>`;
  }

  #article(view: View, { provision, feed }: ShownRecord): TemplateResult {
    const { why_it_matters: why, consumer_impact: impact, prevalence } = provision._provision;
    const { words } = view;
    return html`<div class="reading">
        ${why && this.#text(view, 'why', why, words.why)} ${impact && this.#text(view, 'impact', impact, words.impact)}
      </div>
      ${clauseQuotation(view, provision)}
      ${comparisonSection(
        view,
        sectionHeading(view, words.comparison),
        comparisonOf(provision, feed),
        prevalence,
        feed,
        comparisonRows,
      )}`;
  }

  #text(view: View, section: string, text: string, heading?: string): TemplateResult {
    return html`<div class="section ${section}" part=${section}>
      ${heading && sectionHeading(view, heading)}
      ${folded(view, section, text.length, textLimit, html`<p lang=${view.language} dir="auto">${text}</p>`)}
    </div>`;
  }
}
