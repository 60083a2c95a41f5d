/** The walk along a feed's pages, for everything that reads more than its first page. */
import type { Feed } from './types.js';

export interface FeedPagesOptions {
  /** Most pages that are fetched (default 100), because a faulty server can name a next page without end. */
  readonly maxPages?: number | undefined;
  /** Whether a page may be on another origin than the first one (default false). */
  readonly anyOrigin?: boolean | undefined;
}

/**
 * Yields a feed's pages in the order of `next_url`, each with its address. Fetches a page only when the caller reads
 * it. Ends at the last page, at a page that came before, at a page on another origin, and after `maxPages`. Rejects
 * with the error of `fetchPage`.
 *
 * Another origin is refused, because a page's Content-Security-Policy and its editors allowed the feed's own origin
 * only.
 */
export async function* feedPages<Page extends { readonly feed: Pick<Feed, 'next_url'> }>(
  first: string,
  fetchPage: (url: string) => Promise<Page>,
  { maxPages = 100, anyOrigin = false }: FeedPagesOptions = {},
): AsyncGenerator<readonly [url: string, page: Page], void, void> {
  const seen = new Set<string>();
  let url: string | undefined = first;
  while (url !== undefined && !seen.has(url) && seen.size < maxPages) {
    seen.add(url);
    const page: Page = await fetchPage(url);
    yield [url, page];
    const next: string | undefined = page.feed.next_url;
    url = next !== undefined && (anyOrigin || new URL(next).origin === new URL(first).origin) ? next : undefined;
  }
}
