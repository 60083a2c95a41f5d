import { html } from 'lit';
import type { PropertyDeclarations } from 'lit';
import { asSwitch } from '../../page/attribute-values.js';
import type { ShownRecord } from '../../page/shown-record.js';
import { sharedStyles } from '../../styles/shared.styles.js';
import { tokens } from '../../styles/tokens.styles.js';
import { RecordElement } from '../record-element.js';
import { mainTools } from '../toolbar/tool-row.js';
import { blockStyles } from '../templates/block.styles.js';
import { recordLine } from '../templates/byline.js';
import { clauseQuotation } from '../templates/clause-quotation.js';
import type { View } from '../templates/view.js';
import { clauseStyles } from './provision-clause.styles.js';

/**
 * @summary The original wording: a quotation in its own language and direction, who said it, a link to its place in the
 * document, and a check of the evidence.
 *
 * @slot - What readers see until the record is there, and where it cannot be had. Best a quotation with its link.
 *
 * @event {ProvisionLoadEvent} provision-load - The record has been read.
 * @event {ProvisionErrorEvent} provision-error - The record cannot be shown; `error.code` says why.
 * @event {ProvisionToggleEvent} provision-toggle - The reader has opened or closed the wording.
 * @event {ProvisionChangeEvent} provision-change - The clause is no longer what it was when the page was published.
 * @event {ProvisionCopyEvent} provision-copy - The reader has copied a citation or the link.
 * @event {ProvisionVerifyEvent} provision-verify - The evidence has been checked in the reader's browser.
 *
 * @csspart base - The element's inner root.
 * @csspart clause - The platform's own words.
 * @csspart heading - Its heading.
 * @csspart quotation - The quotation.
 * @csspart attribution - Who said it, when it was captured, and where it stands.
 * @csspart tools - The row of the reader's tools; `tool` one button of it, `menu` what it opens, `menu-item` one choice.
 * @csspart checks - What came of the checks, `check` one of them.
 * @csspart more - The button that opens the wording.
 * @csspart record - The link to the whole record, and its id; and that the wording could not be compared with the page's.
 */
export class ProvisionClause extends RecordElement {
  static override readonly styles = [tokens, sharedStyles, blockStyles, clauseStyles];

  static override readonly properties: PropertyDeclarations = {
    collapsed: {},
  };

  /** Shows the first two lines until the reader asks for the rest. As an attribute: there or not. */
  declare collapsed: boolean | string | null | undefined;

  protected override renderRecord(shown: ShownRecord, view: View): unknown {
    const collapsed = asSwitch(this.collapsed);
    const quotation = clauseQuotation(
      view,
      shown,
      html`<div class="title" part="heading" role="heading" aria-level=${view.headingLevel}>
        ${shown.clauseHeading?.(view) ?? view.words.clause}
      </div>`,
      collapsed ? 0 : undefined,
    );
    // A record that quotes nothing leaves the article as its writer wrote it.
    if (!quotation) return this.renderOwnContent();
    return html`<div class=${collapsed ? 'root block collapsed' : 'root block'} part="base" lang=${view.words.locale}>
      ${this.renderNotice(view)}${quotation}${mainTools(view, shown, this.tools, ['cite', 'share', 'verify'])}${this.tools.loaded?.results(
        view,
        shown,
      )}
      <div class="footer" part="footer">${recordLine(view, shown, this.records.isUnchecked)}</div>
    </div>`;
  }
}
