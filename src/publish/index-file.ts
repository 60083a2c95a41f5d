import type { Feed, Provision } from '../feed/types.js';
import { documentName, platformName, provisionTitle } from '../provision/display-names.js';
import { shownRating } from '../provision/rating.js';

/** One line of `index.json`: enough to find a record, and to make its addresses. */
export interface IndexEntry {
  readonly id: string;
  /** What stands for the id in file names and addresses. */
  readonly name: string;
  readonly title?: string | undefined;
  readonly platform?: string | undefined;
  readonly document?: string | undefined;
  readonly severity?: { readonly level?: string | undefined; readonly label: string } | undefined;
  readonly status?: string | undefined;
  readonly date_modified?: string | undefined;
}

/** The line of a record. */
export function indexEntry(provision: Provision, feed: Feed, name: string): IndexEntry {
  const { severity, platform, status } = provision._provision;
  const rating = shownRating(severity, 'severity', feed);
  const title = provisionTitle(provision);
  const document = documentName(provision);
  return {
    id: provision.id,
    name,
    title,
    platform: platformName(platform),
    document: document === title ? undefined : document,
    severity: rating && { level: rating.level, label: rating.label },
    status: status === 'current' ? undefined : status,
    date_modified: provision.date_modified,
  };
}

/** `index.json`: what has been published, one record a line, and how addresses are made of names. */
export function indexFile(feed: Feed, base: string, entries: readonly string[]): string {
  const head = {
    title: feed.title,
    home_page_url: feed.home_page_url,
    feed_url: feed.feed_url,
    addresses: {
      page: `${base}r/{name}`,
      record: `${base}r/{name}.json`,
      frame: `${base}e/{name}/`,
      badge: `${base}badge/{name}.svg`,
      oembed: `${base}oembed/{name}.json`,
    },
  };
  return `${JSON.stringify(head).slice(0, -1)},"records":[\n${entries.join(',\n')}\n]}\n`;
}
