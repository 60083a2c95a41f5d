import type { PropertyDeclarations } from 'lit';
import { LazyCode } from '../../controllers/lazy-code.js';
import type { ShownRecord } from '../../page/shown-record.js';
import { sharedStyles } from '../../styles/shared.styles.js';
import { tokens } from '../../styles/tokens.styles.js';
import { ProvisionElement } from '../provision-element.js';
import { blockStyles } from '../templates/block.styles.js';
import type { View } from '../templates/view.js';

/**
 * @summary Renders the history of a clause, the newest change first: word by word, readable without colour. Typographical
 * changes and regional editions are labelled as such and folded.
 *
 * @slot - Fallback, shown until the history has loaded and if there is none.
 *
 * @event {ProvisionLoadEvent} provision-load - The record has loaded and is rendered.
 * @event {ProvisionErrorEvent} provision-error - The record cannot be shown; `error.code` has the reason.
 * @event {ProvisionToggleEvent} provision-toggle - The reader opened or closed a change, or an unchanged passage.
 *
 * @csspart base - The element's inner root.
 * @csspart changes - The section.
 * @csspart heading - The heading of the section.
 * @csspart history - The list, with the part `change` for one change.
 * @csspart when - The day of a change; `nature` is its kind.
 * @csspart difference - Both wordings in one text, with the parts `removed` and `added`, and `unchanged` for the button of an
 * unchanged passage.
 * @csspart dates - The capture dates of both wordings, and their archived copies.
 * @csspart footer - The link to the whole record, and its id.
 */
export class ProvisionChanges extends ProvisionElement {
  static override readonly styles = [tokens, sharedStyles, blockStyles];

  static override readonly properties: PropertyDeclarations = {
    since: {},
  };

  readonly #code = new LazyCode(this, () => import('../pinning/changes-chunk.js'));

  /** Omits changes before this day, for example `2026-05-12`. */
  declare since: string | null | undefined;

  protected override renderRecord(shown: ShownRecord, view: View): unknown {
    if (!this.#code.failed) void this.#code.load();
    return this.#code.code?.history(view, shown, this.since) ?? this.renderOwnContent();
  }
}
