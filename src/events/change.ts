import type { Provision } from '../feed/types.js';

/** A record is no longer what the page was published with or, in a live element, what it showed before. */
export class ProvisionChangeEvent extends Event {
  constructor(
    /**
     * `withdrawn`, `corrected`, `clause`, `severity`, `regional` (another region's edition), `cosmetic` (typing, a date),
     * `document` (a new version of it, the clause as it was), or `analysis` (anything else, in a live element).
     */
    readonly kind: string,
    /** What the page was published with, or showed before; of a quotation, the record with that wording. */
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
