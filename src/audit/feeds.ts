/** The interface through which the audit reads feeds. The command line implements it with the network and with files. */
import type { Feed, Provision } from '../feed/types.js';

export interface RecordAnswer {
  readonly feed: Feed;
  readonly provision: Provision;
  /** Address that the feed's own address redirects to. */
  readonly movedTo?: string | undefined;
}

export interface Feeds {
  /** The record in the feed at `src` and its further pages; without an id the feed's only one. Rejects with a `FeedError`. */
  find(src: string, record: string | undefined): Promise<RecordAnswer>;
  /** The first page of a feed. Rejects with a `FeedError`. */
  get(src: string): Promise<Feed>;
  /** The record whose page is at `href`, looked up in a feed and its further pages. Rejects with a `FeedError`. */
  findByPage(feed: string, href: string): Promise<{ readonly src: string; readonly record: string } | undefined>;
}

/** An address without query, fragment and final slash, because content systems add and remove them; as the card compares them. */
export const bareAddress = (url: string) => url.replace(/\/?(?:[?#].*)?$/, '');
