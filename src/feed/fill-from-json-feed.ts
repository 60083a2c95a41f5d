/** Fills in members from plain JSON Feeds, which lack our extensions. Loaded lazily, because few feeds need it. */
import { sources } from './parse-core.js';
import type { Feed, Provision } from './types.js';
import { fillAuthors, fillItem } from './plain-json-feed.js';

/**
 * Fills in the members of a record and of its feed's head that plain JSON Feeds have under other names. Never throws.
 */
export function fillFromJsonFeed({ provision, feed }: { readonly provision: Provision; readonly feed: Feed }): void {
  try {
    fillItem(provision, Object(sources.get(provision)) as object);
    fillAuthors(feed, Object(sources.get(feed)) as object);
  } catch {
    // A page's getter may throw. The record is then shown without the member.
  }
}
