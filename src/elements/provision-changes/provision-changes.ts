import type { PropertyDeclarations } from 'lit';
import { LazyCode } from '../../controllers/lazy-code.js';
import type { ShownRecord } from '../../page/shown-record.js';
import { sharedStyles } from '../../styles/shared.styles.js';
import { tokens } from '../../styles/tokens.styles.js';
import { ProvisionElement } from '../provision-element.js';
import { blockStyles } from '../templates/block.styles.js';
import type { View } from '../templates/view.js';

/**
 * @summary What changed in a clause and when, the newest first: word by word, readable without colour; changes of typing
 * and other regions' editions named as such, and folded.
 *
 * @slot - What readers see until the history is there, and where there is none.
 *
 * @event {ProvisionLoadEvent} provision-load - The record has been read.
 * @event {ProvisionErrorEvent} provision-error - The record cannot be shown; `error.code` says why.
 * @event {ProvisionToggleEvent} provision-toggle - The reader has opened or closed a change, or an unchanged stretch.
 *
 * @csspart base - The element's inner root.
 * @csspart changes - The section.
 * @csspart heading - Its heading.
 * @csspart history - The list; `change` one of it.
 * @csspart when - The day of a change; `nature` what kind of change it is.
 * @csspart difference - The two wordings as one; `removed` and `added` in it, and `unchanged` the button for a stretch.
 * @csspart dates - When both wordings were captured, and their archived copies.
 * @csspart footer - The link to the whole record, and its id.
 */
export class ProvisionChanges extends ProvisionElement {
  static override readonly styles = [tokens, sharedStyles, blockStyles];

  static override readonly properties: PropertyDeclarations = {
    since: {},
  };

  readonly #code = new LazyCode(this, () => import('../pinning/changes-chunk.js'));

  /** Leaves out what changed before that day, `2026-05-12`. */
  declare since: string | null | undefined;

  protected override renderRecord(shown: ShownRecord, view: View): unknown {
    if (!this.#code.failed) void this.#code.ask();
    return this.#code.code?.history(view, shown, this.since) ?? this.renderOwnContent();
  }
}
