import type { Feed, Provision } from '../feed/types.js';

/** Returns the address of the publisher's explanation of its ratings. */
export function methodologyOf({
  provision,
  feed,
}: {
  readonly provision: Provision;
  readonly feed: Feed;
}): string | undefined {
  return feed._provision_feed?.methodology_url ?? provision._provision.provenance?.methodology_url;
}
