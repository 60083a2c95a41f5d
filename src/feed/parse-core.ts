/** Reads what the elements show at first; `whole.ts` reads the rest of one record when it is asked for. */
import { parserOf } from './parser.js';
import type { Sources } from './parser.js';
import { feedHead, item } from './schema-core.js';
import type { Feed, Provision } from './types.js';

/** What the core parser has read from. */
export const sources: Sources = /* @__PURE__ */ new WeakMap();

export const coreParser = /* @__PURE__ */ parserOf(item, feedHead, sources);

/** Whether a record, or the feed that it stands in, has something in other members than the format's, which `fill-in.ts` reads. */
export function hasUsualMembers({ provision, feed }: { readonly provision: Provision; readonly feed: Feed }): boolean {
  const has = (read: object, members: readonly string[]) =>
    members.some((member) => Object.hasOwn(Object(sources.get(read)) as object, member));
  return (
    (provision.content_text === undefined && has(provision, ['summary', 'content_html'])) ||
    (!provision.authors && (has(provision, ['author']) || has(feed, ['author'])))
  );
}
