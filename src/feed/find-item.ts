import type { Feed, Provision } from './types.js';

/** For a feed with lazily parsed items (`parser.ts`), the function that finds an item by its id. */
export const itemFinders = /* @__PURE__ */ new WeakMap<Feed, (id: string) => Provision | undefined>();

/**
 * Returns the item with an id; without an id, the feed's only item. Of two items with the same id it returns the first;
 * the parser warns of the second.
 */
export function findItem(feed: Feed, id?: string): Provision | undefined {
  if (id === undefined) return feed.items.length === 1 ? feed.items[0] : undefined;
  const find = itemFinders.get(feed);
  return find ? find(id) : feed.items.find((item) => item.id === id);
}
