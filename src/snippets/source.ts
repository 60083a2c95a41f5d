import { url } from '../feed/scalars.js';
import type { Feed, Provision } from '../feed/types.js';
import { addressesOf } from './addresses.js';
import { EmbedError } from './error.js';

/** A record with the URLs for its snippets. */
export interface EmbedSource {
  readonly provision: Provision;
  readonly feed: Feed | undefined;
  /** URL of the page about the record; it identifies the record in every embed. */
  readonly permalink: string;
  /** URL of the feed from which elements load the record. */
  readonly feedUrl: string | undefined;
  /** URL of the page for iframes, when this kit published the record. */
  readonly frameUrl: string | undefined;
  readonly badgeUrl: string | undefined;
  /** The record's own feed as JSON, for an element with its record inline that sends no request. */
  readonly json?: string | undefined;
}

/** Options that set a record's URLs. */
export interface SourceOptions {
  /** Base URL of the site that `publish` wrote; all other URLs derive from it. */
  readonly baseUrl?: string | undefined;
  /** URL of the feed that holds the record (default: the record's own file below `baseUrl`, else the feed's `feed_url`). */
  readonly feedUrl?: string | undefined;
  /** URL of the page about the record (default: its `url`, else its page below `baseUrl`). */
  readonly permalink?: string | undefined;
}

/**
 * Resolves the URLs of a record's embeds. Rejects with an `EmbedError` when a URL is not valid, or when no page about the record is
 * known, because a quotation has to name its source.
 */
export async function embedSource(
  provision: Provision,
  feed: Feed | undefined,
  { baseUrl, feedUrl, permalink }: SourceOptions = {},
): Promise<EmbedSource> {
  const own = baseUrl === undefined ? undefined : await addressesOf(baseUrl, provision.id);
  const page = permalink === undefined ? permalinkOf(provision, own?.page) : address(permalink, 'permalink');
  if (page === undefined) {
    throw new EmbedError(`The record "${provision.id}" has no "url": give its permalink, or a base URL`);
  }
  return {
    provision,
    feed,
    permalink: page,
    feedUrl: feedUrl === undefined ? (own?.record ?? feed?.feed_url) : address(feedUrl, 'feed URL'),
    frameUrl: own?.frame,
    badgeUrl: own?.badge,
  };
}

/**
 * Chooses the page about a record. When the record's own `url` equals the published page (a trailing slash is ignored), that URL is the
 * permalink. Any other `url` is not used, because it may cover several records and may not announce the record's oEmbed data. Without a
 * published page, the record's `url` is the permalink.
 */
export function permalinkOf({ url: own }: Provision, page: string | undefined): string | undefined {
  return page === undefined || own?.replace(/\/$/, '') === page ? own : page;
}

/** Normalizes a URL for a snippet. Throws an `EmbedError` when it is not an absolute `http:` or `https:` URL. */
export function address(value: string, what: string): string {
  const href = url(value);
  if (href === undefined) throw new EmbedError(`The ${what} is not an absolute http: or https: URL: "${value}"`);
  return href;
}
