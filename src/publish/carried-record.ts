import { addressesOf } from '../snippets/addresses.js';
import type { Feed, Provision } from '../feed/types.js';
import { sha256Hex } from '../provision/hash.js';
import { FeedComparisons } from './comparisons.js';
import { recordFeed } from './record-file.js';

/** Rows of the comparison in an inlined record: as many as its card shows. */
const rows = 3;

/**
 * Returns the feed of one record as JSON, for a card that has the record inline and sends no request. The feed has the comparison rows
 * that the card shows and a SHA-256 for each clause. It has no URL that exists only on a published site.
 */
export async function recordJson(feed: Feed, provision: Provision): Promise<string> {
  const base = 'https://example.invalid/';
  const addresses = await addressesOf(base, provision.id);
  const { comparisons } = await new FeedComparisons(feed, base, rows).of(provision, addresses.name);
  const ofOthers = <T extends { readonly url?: string | undefined }>(one: T): T =>
    one.url?.startsWith(base) ? { ...one, url: undefined } : one;
  const own = comparisons && ofOthers({ ...comparisons, items: comparisons.items?.map(ofOthers) });
  const clauses = await Promise.all(
    (provision._provision.clauses ?? []).map(async (clause) => ({ sha256: await sha256Hex(clause.text), ...clause })),
  );
  const made = recordFeed(feed, provision, own as typeof comparisons, addresses);
  const items = made.items.map((item) => ({
    ...item,
    url: provision.url,
    _provision: { ...item._provision, clauses: clauses.length ? clauses : undefined },
  }));
  return JSON.stringify({ ...made, feed_url: feed.feed_url, items });
}
