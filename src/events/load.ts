import type { Feed, FeedWarning, Provision } from '../feed/types.js';

/** A record has been read and is about to be on the screen. */
export class ProvisionLoadEvent extends Event {
  readonly #warnings: readonly FeedWarning[];

  constructor(
    readonly feed: Feed,
    readonly provision: Provision,
    warnings: readonly FeedWarning[],
  ) {
    super('provision-load', { bubbles: true, composed: true });
    this.#warnings = warnings;
  }

  /** What was wrong with the feed, and cost nothing but its place. All of the feed is checked when somebody asks. */
  get warnings(): readonly FeedWarning[] {
    // They are checked as they are read.
    this.feed.items.at(0);
    return this.#warnings;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'provision-load': ProvisionLoadEvent;
  }
}
