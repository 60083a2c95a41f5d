/**
 * Parses the members of a record that the core parser (`parse-core.ts`) leaves out, because the elements do not show
 * them at first.
 */
import { sources } from './parse-core.js';
import { read } from './read.js';
import { feedHead, item } from './schema.js';
import type { Feed, Provision } from './types.js';

const completeRecords = new WeakMap<object, object>();

/**
 * Returns a record and its feed's head with every member of the format; the feed's items stay as they are. Returns the
 * core parser's result where the source cannot be read again, because a page's getter may throw now. Never throws.
 */
export function completeRecord({ provision, feed }: { readonly provision: Provision; readonly feed: Feed }): {
  readonly provision: Provision;
  readonly feed: Feed;
} {
  return {
    provision: completeOnce(provision, (source) => ({
      _provision: provision._provision,
      // Values that were filled in from other members of a plain JSON Feed.
      ...(provision.content_text !== undefined && { content_text: provision.content_text }),
      ...(provision.authors && { authors: provision.authors }),
      ...read(item, source, { path: [], warnings: [] }),
    })),
    feed: completeOnce(feed, (source) => ({
      ...(feed.authors && { authors: feed.authors }),
      ...read(feedHead, source, { path: [], warnings: [] }),
      // A getter, because reading `feed.items` parses all of them.
      get items() {
        return feed.items;
      },
    })),
  };
}

/** Caches the result per record, because callers compare parts of it by identity. */
function completeOnce<T extends object>(coreResult: T, readSource: (source: unknown) => object): T {
  let complete = completeRecords.get(coreResult) as T | undefined;
  if (complete) return complete;
  complete = coreResult;
  const source = sources.get(coreResult);
  try {
    if (source !== undefined)
      complete = Object.create(
        Object.getPrototypeOf(coreResult) as object,
        Object.getOwnPropertyDescriptors(readSource(source)),
      ) as T;
  } catch {
    // Keeps the core parser's result.
  }
  completeRecords.set(coreResult, complete);
  return complete;
}
