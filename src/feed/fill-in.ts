/** Fills in what the core parser leaves out of feeds that are not in our format. Lazy: few are. */
import { sources } from './parse-core.js';
import type { Feed, Provision } from './types.js';
import { fillAuthors, fillItem } from './plain-json-feed.js';

/** Reads the members of a record, and of its feed's head, that ordinary JSON Feeds have instead of ours. Never throws. */
export function fillIn({ provision, feed }: { readonly provision: Provision; readonly feed: Feed }): void {
  try {
    fillItem(provision, Object(sources.get(provision)) as object);
    fillAuthors(feed, Object(sources.get(feed)) as object);
  } catch {
    // A page may have handed over a getter that throws. The record is shown without it.
  }
}
