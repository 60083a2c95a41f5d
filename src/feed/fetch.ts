import { parseFeedText } from './parse.js';
import { requestFeed } from './request.js';
import type { FetchFeedOptions } from './request.js';
import type { ParsedFeed } from './types.js';

export { feedUrl } from './request.js';
export type { FetchFeedOptions } from './request.js';

/**
 * Fetches a feed and parses every member of it. Sends no credentials, no referrer and no header of our own. Rejects
 * with a `FeedError` (`network http timeout type json schema version size`), or with the signal's reason after an
 * abort.
 */
export function fetchFeed(src: string, options?: FetchFeedOptions): Promise<ParsedFeed> {
  return requestFeed(parseFeedText, src, options);
}
