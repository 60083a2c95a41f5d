/** Parses what the elements show at first. `complete-record.ts` parses the rest of a record later. */
import { parserOf } from './parser.js';
import type { Sources } from './parser.js';
import { feedHead, item } from './schema-core.js';
import type { Feed, Provision } from './types.js';

/** The unparsed sources of the core parser's feeds and records. */
export const sources: Sources = /* @__PURE__ */ new WeakMap();

export const coreParser = /* @__PURE__ */ parserOf(item, feedHead, sources);

/** Whether a record, or its feed, has members of plain JSON Feeds, which `fill-from-json-feed.ts` reads. */
export function hasPlainJsonFeedMembers({
  provision,
  feed,
}: {
  readonly provision: Provision;
  readonly feed: Feed;
}): boolean {
  const has = (read: object, members: readonly string[]) =>
    members.some((member) => Object.hasOwn(Object(sources.get(read)) as object, member));
  return (
    (provision.content_text === undefined && has(provision, ['summary', 'content_html'])) ||
    (!provision.authors && (has(provision, ['author']) || has(feed, ['author'])))
  );
}
