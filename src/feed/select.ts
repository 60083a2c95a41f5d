import type { Feed, Provision } from './types.js';

/** Finds an item by its id in a feed whose items are read when they are asked for (`parser.ts`). */
export const finders = /* @__PURE__ */ new WeakMap<Feed, (id: string) => Provision | undefined>();

/**
 * The item whose id is `id`; without an id, the feed's only item. Of two items with one id the first is meant; the parser has warned of
 * the second.
 */
export function findItem(feed: Feed, id?: string): Provision | undefined {
  if (id === undefined) return feed.items.length === 1 ? feed.items[0] : undefined;
  const find = finders.get(feed);
  return find ? find(id) : feed.items.find((item) => item.id === id);
}
