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
import { folded } from '../templates/fold.js';
import { sectionHeading } from '../templates/heading.js';
import type { View } from '../templates/view.js';
import { cardHeader } from './card-header.js';
import { briefSections, cardSections, meaning } from './card-sections.js';
import { cardStyles } from './card.styles.js';

/** Layouts of a card, from the shortest to the longest. */
export const cardLayouts = ['compact', 'article', 'full'] as const;
export type CardLayout = (typeof cardLayouts)[number];

/**
 * @summary Renders one provision record in an article: the clause, its severity, why it matters, the platform's wording, and a
 * comparison with other platforms.
 *
 * @slot - Fallback, shown until the record has loaded and if it fails to load. Best a quotation with its source link.
 * @slot note - The publisher's own note, rendered apart from the platform's wording and the analysis.
 *
 * @event {ProvisionLoadEvent} provision-load - The record has loaded and is rendered.
 * @event {ProvisionErrorEvent} provision-error - The record cannot be shown; `error.code` has the reason.
 * @event {ProvisionToggleEvent} provision-toggle - The reader opened or closed a part.
 * @event {ProvisionChangeEvent} provision-change - The record has changed since the page was published.
 * @event {ProvisionCopyEvent} provision-copy - The reader copied a citation, the link or a hash.
 * @event {ProvisionVerifyEvent} provision-verify - The evidence has been checked in the reader's browser.
 *
 * @csspart base - The card's inner root.
 * @csspart header - Kicker, heading, ratings and status.
 * @csspart kicker - Platform and document.
 * @csspart heading - The record's title.
 * @csspart byline - The authors of the analysis.
 * @csspart ratings - Severity, confidence and basis.
 * @csspart badge - The severity badge; `badge-LEVEL` for one level.
 * @csspart popover - The explanation of the severity.
 * @csspart status - The status of a corrected or withdrawn record.
 * @csspart summary - The summary of the provision.
 * @csspart why - The section on why it matters.
 * @csspart impact - The section on the impact on the reader.
 * @csspart label - The headings of the sections.
 * @csspart clause - The platform's wording, with the parts `quotation` and `attribution`.
 * @csspart comparison - The comparison, with the parts `rows`, `row`, `platform`, `excerpt`, `row-facts`, `rows-shown` and
 * `distribution` (the chart); opened, it also has `all-rows`, and inside it `toolbar`, `search`, `sort`, `filter`, `download`,
 * `close`, `compare`, `side-by-side`, `side` and `side-link`, as in `<provision-comparison>`.
 * @csspart actions - Steps that the reader can take. Other sections of the full record: `analysis`, `agencies`, `regulations`,
 * `details`, `citation`, `categories`, `faq`, `related`, `risks`, `notices`, `promotions`.
 * @csspart tools - The row of tools, with the parts `tool` (a button), `menu` and `menu-item`.
 * @csspart claims - The publisher's claims about its evidence. `checks` has the results of the checks in the browser, `check`
 * one result.
 * @csspart note - The publisher's note.
 * @csspart more - The buttons that open a long text.
 * @csspart footer - The disclaimer and the record line.
 * @csspart disclaimer - The publisher's disclaimer.
 * @csspart record - The record's id; `permalink` is the link to the whole record.
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
   * `compact`: heading, severity, summary and link. `article` (default): a guest of about one screen of a phone, with clause,
   * impact, comparison in short rows, and tools; the reader can open the rest in place. `full`: every section of the record.
   */
  declare layout: CardLayout | null | undefined;

  /**
   * The sections to show, in this order, instead of the layout's: names of `summary why impact actions clause comparison
   * changes analysis agencies regulations details citation categories faq related risks notices promotions`, separated by
   * spaces.
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
      void this.#more.load();
      // A rendered card stays until the chunk has arrived; a new card waits for it.
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

  /** Opens or closes the rest of the record. Closes it again with an announcement if the chunk fails to load. */
  #openRecord(view: View): void {
    view.toggle('record');
    if (!view.isOpen('record')) return;
    void this.#more.load().then(() => {
      if (!this.#more.failed) return;
      view.toggle('record');
      this.tools.announce(view.words.failed);
    });
  }
}
