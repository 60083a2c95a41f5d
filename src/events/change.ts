import type { Provision } from '../feed/types.js';

/**
 * A record differs from the one that the page was published with or, in a live element, from the one that was shown
 * before.
 */
export class ProvisionChangeEvent extends Event {
  constructor(
    /**
     * `withdrawn`, `corrected`, `clause`, `severity`, `regional` (another region's edition), `cosmetic` (typography, a
     * date), `document` (a new version with the same clause), or `analysis` (any other change, in a live element only).
     */
    readonly kind: string,
    /**
     * The record that the page was published with, or that was shown before. For a quotation, the record with the
     * quoted wording.
     */
    readonly pinned: Provision,
    readonly current: Provision,
  ) {
    super('provision-change', { bubbles: true, composed: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'provision-change': ProvisionChangeEvent;
  }
}
