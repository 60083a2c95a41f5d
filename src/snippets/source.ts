import { url } from '../feed/scalars.js';
import type { Feed, Provision } from '../feed/types.js';
import { addressesOf } from './addresses.js';
import { EmbedError } from './error.js';

/** A record, and the addresses that its snippets name. */
export interface EmbedSource {
  readonly provision: Provision;
  readonly feed: Feed | undefined;
  /** The page about the record; the identity of every embed of it. */
  readonly permalink: string;
  /** Feed from which elements load the record. */
  readonly feedUrl: string | undefined;
  /** The page for iframes, where the record has been published with this kit. */
  readonly frameUrl: string | undefined;
  readonly badgeUrl: string | undefined;
  /** The record's own feed as JSON, for an element that carries it in the article and loads nothing. */
  readonly json?: string | undefined;
}

/** Where a record is to be found. */
export interface SourceOptions {
  /** Base URL of the site that `publish` wrote; makes all addresses. */
  readonly baseUrl?: string | undefined;
  /** Address of the feed that holds the record (default: the record's own file below `baseUrl`, else the feed's `feed_url`). */
  readonly feedUrl?: string | undefined;
  /** The page about the record (default: its `url`, else its page below `baseUrl`). */
  readonly permalink?: string | undefined;
}

/**
 * The addresses of a record's embeds. Rejects with an `EmbedError` where an address is none, or where nothing says which
 * page is about the record: a quotation has to name its source.
 */
export async function embedSource(
  provision: Provision,
  feed: Feed | undefined,
  { baseUrl, feedUrl, permalink }: SourceOptions = {},
): Promise<EmbedSource> {
  const own = baseUrl === undefined ? undefined : await addressesOf(baseUrl, provision.id);
  const page = permalink === undefined ? permalinkOf(provision, own?.page) : address(permalink, 'permalink');
  if (page === undefined) {
    throw new EmbedError(`The record "${provision.id}" has no "url": say which page is about it, or give a base URL`);
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
 * The page about a record, of its own `url` and its page on the published site. The record's own URL is the permalink
 * where that is the page that was published, with a slash or without; any other page cannot be trusted to be about this
 * record alone, nor to say where its oEmbed data is. Without a published page, there is only the record's URL.
 */
export function permalinkOf({ url: own }: Provision, page: string | undefined): string | undefined {
  return page === undefined || own?.replace(/\/$/, '') === page ? own : page;
}

/** A URL that is written into a snippet, as the URL parser writes it. */
export function address(value: string, what: string): string {
  const href = url(value);
  if (href === undefined) throw new EmbedError(`The ${what} is not an absolute http: or https: URL: "${value}"`);
  return href;
}
