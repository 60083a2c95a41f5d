import type { Feed, Provision } from '../feed/types.js';

/** Where the publisher explains its ratings at length. */
export function methodologyOf({
  provision,
  feed,
}: {
  readonly provision: Provision;
  readonly feed: Feed;
}): string | undefined {
  return feed._provision_feed?.methodology_url ?? provision._provision.provenance?.methodology_url;
}
