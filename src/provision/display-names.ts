import type { Feed, Platform, Provision } from '../feed/types.js';

/** Returns a platform's name, else its slug. Undefined where the feed names none. */
export function platformName(platform: Platform | undefined): string | undefined {
  return platform?.name ?? platform?.slug;
}

/** Returns platform and document, without repeating the name: "Anthropic Consumer Terms" already contains Anthropic. */
export function documentName(provision: Provision): string | undefined {
  const { platform, document } = provision._provision;
  const name = platformName(platform);
  const title = document?.title;
  if (!name || !title) return title ?? name;
  const [start, next] = [title.slice(0, name.length), title.slice(name.length)];
  const startsWithName = start.toLowerCase() === name.toLowerCase() && !/^[\p{L}\p{N}]/u.test(next);
  return startsWithName ? title : `${name} · ${title}`;
}

/** Returns the title of a record, else its platform and document. Undefined where it has neither. */
export function provisionTitle(provision: Provision): string | undefined {
  return provision.title ?? documentName(provision);
}

/** Returns the analysts: the item's authors, else the feed's, else the feed's title. */
export function analystNames(provision: Provision | undefined, feed: Feed | undefined): readonly string[] {
  for (const authors of [provision?.authors, feed?.authors]) {
    const names = authors?.flatMap(({ name }) => name ?? []);
    if (names?.length) return names;
  }
  return feed?.title === undefined ? [] : [feed.title];
}
