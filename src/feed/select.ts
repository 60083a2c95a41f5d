import type { Feed, Provision } from './types.js';

const indexes = new WeakMap<Feed, ReadonlyMap<string, Provision>>();

/** Of two items with one id the first is meant; the parser has warned of the second. */
function indexOf(feed: Feed): ReadonlyMap<string, Provision> {
  const known = indexes.get(feed);
  if (known) return known;
  const index = new Map<string, Provision>();
  for (const item of feed.items) if (!index.has(item.id)) index.set(item.id, item);
  indexes.set(feed, index);
  return index;
}

/** The item whose id is `id`; without an id, the feed's only item. */
export function findItem(feed: Feed, id?: string): Provision | undefined {
  return id === undefined ? (feed.items.length === 1 ? feed.items[0] : undefined) : indexOf(feed).get(id);
}
