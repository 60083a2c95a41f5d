/** The rest of a record: what the elements have read of it at first (`parse-core.ts`) is only what they show at first. */
import { sources } from './parse-core.js';
import { read } from './read.js';
import { feedHead, item } from './schema.js';
import type { Feed, Provision } from './types.js';

const wholes = new WeakMap<object, object>();

/**
 * Every member of a record that the core parser has read, and of its feed's head; the feed's items stay as they are.
 * What cannot be read again (a page may have handed over a getter that now throws) stays as it is, too. Never throws.
 */
export function completeRecord({ provision, feed }: { readonly provision: Provision; readonly feed: Feed }): {
  readonly provision: Provision;
  readonly feed: Feed;
} {
  return {
    provision: again(provision, (source) => ({
      _provision: provision._provision,
      // Values from other members of the source, where the format's own are missing.
      ...(provision.content_text !== undefined && { content_text: provision.content_text }),
      ...(provision.authors && { authors: provision.authors }),
      ...read(item, source, { path: [], warnings: [] }),
    })),
    feed: again(feed, (source) => ({
      ...(feed.authors && { authors: feed.authors }),
      ...read(feedHead, source, { path: [], warnings: [] }),
      // They may not have been read yet, and need not be.
      get items() {
        return feed.items;
      },
    })),
  };
}

/** Once per record: parts of it are told apart by identity. */
function again<T extends object>(first: T, readSource: (source: unknown) => object): T {
  let whole = wholes.get(first) as T | undefined;
  if (whole) return whole;
  whole = first;
  const source = sources.get(first);
  try {
    if (source !== undefined)
      whole = Object.create(
        Object.getPrototypeOf(first) as object,
        Object.getOwnPropertyDescriptors(readSource(source)),
      ) as T;
  } catch {
    // The first reading stands.
  }
  wholes.set(first, whole);
  return whole;
}
