/** Interface through which the audit reads feeds. The command implements it with the network and with files. */
import type { Feed, Provision } from '../feed/types.js';

export interface RecordAnswer {
  readonly feed: Feed;
  readonly provision: Provision;
  /** Target URL when the feed redirects. */
  readonly movedTo?: string | undefined;
}

export interface Feeds {
  /** Finds a record in the feed at `src` and its further pages; without an id, the feed's only record. Rejects with a `FeedError`. */
  find(src: string, record: string | undefined): Promise<RecordAnswer>;
  /** Returns the first page of a feed. Rejects with a `FeedError`. */
  get(src: string): Promise<Feed>;
  /** Finds the record whose page is `href` in a feed and its further pages. Rejects with a `FeedError`. */
  findByPage(feed: string, href: string): Promise<{ readonly src: string; readonly record: string } | undefined>;
}

/** Removes query, fragment and trailing slash from a URL, because CMSs add and remove them. The card compares URLs the same way. */
export const bareAddress = (url: string) => url.replace(/\/?(?:[?#].*)?$/, '');
