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
 * @summary Renders the original wording: a quotation in its own language and direction, with its source, a link to its place in
 * the document, and a check of the evidence.
 *
 * @slot - Fallback, shown until the record has loaded and if it fails to load. Best a quotation with its source link.
 *
 * @event {ProvisionLoadEvent} provision-load - The record has loaded and is rendered.
 * @event {ProvisionErrorEvent} provision-error - The record cannot be shown; `error.code` has the reason.
 * @event {ProvisionToggleEvent} provision-toggle - The reader opened or closed the wording.
 * @event {ProvisionChangeEvent} provision-change - The clause has changed since the page was published.
 * @event {ProvisionCopyEvent} provision-copy - The reader copied a citation or the link.
 * @event {ProvisionVerifyEvent} provision-verify - The evidence has been checked in the reader's browser.
 *
 * @csspart base - The element's inner root.
 * @csspart clause - The section with the platform's wording.
 * @csspart heading - The heading of the section.
 * @csspart quotation - The quotation.
 * @csspart attribution - The source of the quotation, its capture date, and the link to its place in the document.
 * @csspart tools - The row of tools, with the parts `tool` (a button), `menu` and `menu-item`.
 * @csspart checks - The results of the checks, `check` one result.
 * @csspart more - The button that opens the wording.
 * @csspart record - The link to the whole record, its id, and a remark if the wording could not be compared with the page's.
 */
export class ProvisionClause extends RecordElement {
  static override readonly styles = [tokens, sharedStyles, blockStyles, clauseStyles];

  static override readonly properties: PropertyDeclarations = {
    collapsed: {},
  };

  /** Shows the first two lines until the reader opens the rest. As an attribute: present or absent. */
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
    // Without a quotation the element shows its own content.
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
