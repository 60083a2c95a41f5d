import type { Feed, Provision } from '../feed/types.js';
import { documentName, platformName, provisionTitle } from '../provision/display-names.js';
import { shownRating } from '../provision/rating.js';

/** One line of `index.json`, with enough data to find a record and to build its URLs. */
export interface IndexEntry {
  readonly id: string;
  /** The record's name in file names and URLs (`recordName`). */
  readonly name: string;
  readonly title?: string | undefined;
  readonly platform?: string | undefined;
  readonly document?: string | undefined;
  readonly severity?: { readonly level?: string | undefined; readonly label: string } | undefined;
  readonly status?: string | undefined;
  readonly date_modified?: string | undefined;
}

/** Builds the index entry of a record. */
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

/** Writes `index.json`: the published records, one per line, and the URL patterns that take a record's name. */
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
