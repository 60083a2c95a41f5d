import { html } from 'lit';
import type { PropertyDeclarations, TemplateResult } from 'lit';
import { LazyCode } from '../../controllers/lazy-code.js';
import { PopoverController } from '../../controllers/popover-controller.js';
import { asText } from '../../page/attribute-values.js';
import type { ShownRecord } from '../../page/shown-record.js';
import { ProvisionToggleEvent } from '../../events/toggle.js';
import { severityLevel } from '../../provision/severity.js';
import { sharedStyles } from '../../styles/shared.styles.js';
import { tokens } from '../../styles/tokens.styles.js';
import { comparisonStyles } from '../provision-comparison/comparison.styles.js';
import { loadExplanation } from '../provision-severity/severity-badge.js';
import { severityStyles } from '../provision-severity/severity.styles.js';
import { RecordElement } from '../record-element.js';
import { mainTools } from '../toolbar/tool-row.js';
import { recordLine } from '../templates/byline.js';
import { blockStyles } from '../templates/block.styles.js';
import { folded, sectionHeading } from '../templates/text.js';
import type { View } from '../templates/view.js';
import { cardHeader } from './card-header.js';
import { briefSections, cardSections, meaning } from './card-sections.js';
import { cardStyles } from './card.styles.js';

/** How much of a record a card shows. */
export const cardLayouts = ['compact', 'article', 'full'] as const;
export type CardLayout = (typeof cardLayouts)[number];

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
 * @event {ProvisionChangeEvent} provision-change - The record is no longer what it was when the page was published.
 * @event {ProvisionCopyEvent} provision-copy - The reader has copied a citation, the link or a hash.
 * @event {ProvisionVerifyEvent} provision-verify - The evidence has been checked in the reader's browser.
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
 * @csspart comparison - How other platforms handle this; `rows`, `row`, `platform`, `excerpt`, `row-facts`, `rows-shown` in it, and
 * `distribution`, the picture; `all-rows`, and in it `toolbar`, `search`, `sort`, `filter`, `download`, `close`, `compare`,
 * `side-by-side`, `side`, `side-link`, as in `<provision-comparison>`.
 * @csspart actions - What the reader can do; `analysis`, `agencies`, `regulations`, `details`, `citation`, `categories`,
 * `faq`, `related`, `risks`, `notices`, `promotions` the other sections of the full record.
 * @csspart tools - The row of the reader's tools; `tool` one button of it, `menu` what it opens, `menu-item` one choice.
 * @csspart claims - What the publisher says of its own evidence; `checks` what came of our own, `check` one of them.
 * @csspart note - The publisher's note.
 * @csspart more - The buttons that open a long text.
 * @csspart footer - The disclaimer and the record line.
 * @csspart disclaimer - What the analysis is not.
 * @csspart record - The record's id; `permalink` the link to the whole record.
 */
export class ProvisionCard extends RecordElement {
  static override readonly styles = [tokens, sharedStyles, blockStyles, severityStyles, comparisonStyles, cardStyles];

  static override readonly properties: PropertyDeclarations = {
    layout: {},
    sections: {},
  };

  readonly #popover = new PopoverController(this, loadExplanation, (open) => {
    this.dispatchEvent(new ProvisionToggleEvent('severity', open));
  });
  readonly #more = new LazyCode(this, () => import('./full-record.js'));

  /**
   * `compact`: heading, severity, summary, link. `article` (default): a guest in the article, about one screen of a phone:
   * also the clause, what it means for the reader, the comparison in short rows, and the reader's tools; the reader opens
   * the rest in place. `full`: everything in the feed.
   */
  declare layout: CardLayout | null | undefined;

  /**
   * The sections to show, in this order, instead of the layout's: of `summary why impact actions clause comparison changes
   * analysis agencies regulations details citation categories faq related risks notices promotions`, with spaces between.
   */
  declare sections: string | null | undefined;

  protected override renderRecord(shown: ShownRecord, view: View): TemplateResult {
    const { provision, feed } = shown;
    const { severity, notices } = provision._provision;
    const chosen = asText(this.sections)?.match(/[^\s,]+/g);
    const compact = this.layout === 'compact';
    const full = this.layout === 'full' && !chosen;
    const open = !compact && !full && !chosen && view.isOpen('record');
    const { code, failed } = this.#more;
    if (!code && !failed && (full || open || chosen?.some((name) => !Object.hasOwn(cardSections, name)))) {
      void this.#more.ask();
      // A card that is there stays until it can grow; a new one comes whole.
      if (!this.renderRoot.querySelector('article')) return this.renderOwnContent();
    }
    const isBrief = !full && !chosen;
    const briefView = isBrief ? { ...view, isBrief, isCompact: compact } : view;
    const names = chosen ?? (compact ? ['summary'] : full && code ? code.order : briefSections);
    const disclaimer = notices?.disclaimer ?? feed._provision_feed?.notices?.disclaimer;
    return html`<article
      class=${`root block${severity ? ` level-${severityLevel(severity.level)}` : ''}${isBrief ? ' guest' : ''}`}
      part="base"
      aria-labelledby="title"
      lang=${view.words.locale}
    >
      ${cardHeader(briefView, shown, this.#popover, compact)} ${this.renderNotice(view)}
      <div class="body">${names.map((name) => this.#section(name, briefView, shown))}</div>
      ${
        compact
          ? undefined
          : mainTools(
              view,
              shown,
              this.tools,
              full || open ? ['cite', 'share', 'print'] : ['cite', 'share'],
              full || chosen
                ? undefined
                : html`<button
                    class="tool"
                    part="tool"
                    type="button"
                    aria-expanded=${open}
                    aria-controls="rest"
                    @click=${() => {
                      this.#openRecord(view);
                    }}
                  >
                    ${open ? view.words.showLess : view.words.showRecord}
                  </button>`,
            )
      }
      ${
        open && code
          ? html`<div class="body" id="rest">
              ${code.order.map((name) => (Object.hasOwn(cardSections, name) ? undefined : this.#section(name, view, shown)))}
            </div>`
          : undefined
      }
      <div class="note" part="note" ?hidden=${!this.querySelector(':scope > [slot=note]')}>
        ${sectionHeading(view, view.words.note)}<slot
          name="note"
          dir="auto"
          @slotchange=${() => {
            this.requestUpdate();
          }}
        ></slot>
      </div>
      <div class="footer" part="footer">
        ${
          disclaimer &&
          html`<div class="disclaimer" part="disclaimer">
            ${folded(
              view,
              'disclaimer',
              disclaimer.length,
              isBrief ? { limit: 150, wide: 300, look: 'line' } : { limit: Infinity },
              html`<p lang=${view.language} dir="auto">${disclaimer}</p>`,
            )}
          </div>`
        }${recordLine(view, shown, this.records.isUnchecked)}
      </div>
    </article>`;
  }

  #section(name: string, view: View, shown: ShownRecord): TemplateResult | undefined {
    if (view.isBrief && name === 'meaning') return meaning(view, shown);
    return Object.hasOwn(cardSections, name)
      ? cardSections[name]?.(view, shown)
      : this.#more.code?.renderSection(name, view, shown, this.tools);
  }

  /** Opens the rest of the record, or closes it. What could not be loaded closes again, and the reader is told. */
  #openRecord(view: View): void {
    view.toggle('record');
    if (!view.isOpen('record')) return;
    void this.#more.ask().then(() => {
      if (!this.#more.failed) return;
      view.toggle('record');
      this.tools.announce(view.words.failed);
    });
  }
}
