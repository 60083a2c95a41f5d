/** Finds records by the address of their page in a feed that the script tag names. Lazy: few sites need it. */
import { pageStore } from '../controllers/page-store.js';
import type { LoadedFeed } from '../feed/store.js';
import type { FoundSource } from './card-in.js';

/** An address without query, fragment, and the slash at its end: content systems add them and take them away. */
const bare = (url: string) => url.replace(/\/?(?:[?#].*)?$/, '');

/** As `FeedStore.find`: a feed may have pages. */
const maxPages = 100;

const warned = new Set<string>();

/** The record of a feed whose `url` is `href`. Never rejects: a feed that fails is warned of, once. */
export async function findByUrl(feed: string, href: string): Promise<FoundSource | undefined> {
  try {
    const seen = new Set<string>();
    for (let next: string | undefined = feed; next !== undefined && !seen.has(next) && seen.size < maxPages;) {
      seen.add(next);
      const page: LoadedFeed = await pageStore.get(next);
      const item = page.feed.items.find(({ url }) => url !== undefined && bare(url) === bare(href));
      if (item) return { src: next, record: item.id };
      const following: string | undefined = page.feed.next_url;
      next = following !== undefined && new URL(following).origin === new URL(feed).origin ? following : undefined;
    }
  } catch (error) {
    if (!warned.has(feed)) console.warn('[provision-embed]', error);
    warned.add(feed);
  }
  return undefined;
}
