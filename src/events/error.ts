import type { FeedError } from '../feed/error.js';

/** A record could not be shown; the reader sees the element's own content instead. */
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
