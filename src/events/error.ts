import type { FeedError } from '../feed/error.js';

/** A record cannot be shown. The element shows its fallback instead. */
export class ProvisionErrorEvent extends Event {
  constructor(readonly error: FeedError) {
    super('provision-error', { bubbles: true, composed: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'provision-error': ProvisionErrorEvent;
  }
}
