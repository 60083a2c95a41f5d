import type { Feed, FeedWarning, Provision } from '../feed/types.js';

/** A record has been read and is about to be on the screen. */
export class ProvisionLoadEvent extends Event {
  constructor(
    readonly feed: Feed,
    readonly provision: Provision,
    /** What was wrong with the feed, and cost nothing but its place. */
    readonly warnings: readonly FeedWarning[],
  ) {
    super('provision-load', { bubbles: true, composed: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'provision-load': ProvisionLoadEvent;
  }
}
