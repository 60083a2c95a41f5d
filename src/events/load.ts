import type { Feed, FeedWarning, Provision } from '../feed/types.js';

/** A record was loaded and is about to be painted. */
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

  /** The problems in the feed, each of which dropped one member or item. Reading them parses the complete feed. */
  get warnings(): readonly FeedWarning[] {
    // Items are parsed lazily, and cause their warnings then.
    this.feed.items.at(0);
    return this.#warnings;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'provision-load': ProvisionLoadEvent;
  }
}
