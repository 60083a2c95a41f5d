/**
 * Finds the record of a quotation whose `data-` attributes were removed by a content system. Lazy, because a complete snippet
 * does not need it; without the attributes a card costs one more round trip, during which readers see the quotation.
 */
import { bareAddress, readPageQuotation } from '../page/page-quotation.js';
import { pageStore } from '../page/feed-store.js';
import { feedPages } from '../feed/feed-pages.js';
import type { FoundSource } from './show-card.js';

/**
 * Finds the record that a quotation's source link names: below a permalink prefix, else in the feed. Returns undefined if there
 * is none. Never rejects; warns once about a feed that fails.
 *
 * @param permalinks prefixes from the script tags: `https://host/r/`, several separated by spaces
 * @param feed address of a feed whose items have the addresses of the record pages in `url`
 */
export async function findByLink(
  quotation: HTMLElement,
  permalinks: Iterable<string>,
  feed: string | undefined,
): Promise<FoundSource | undefined> {
  const href = sourceLink(quotation);
  if (href === undefined || (await hasFrame(quotation))) return undefined;
  const src = feedOfPermalink(href, new Set([...permalinks].join(' ').split(/\s+/)));
  if (src !== undefined) return { src };
  const found = feed === undefined ? undefined : await findInFeed(feed, href);
  // The quotation may have changed during the request.
  return sourceLink(quotation) === href ? found : undefined;
}

/**
 * Whether WordPress shows its own frame for the quotation. It does so for an address with oEmbed data, and hides the quotation
 * once the frame reports its height; until then a card would show the record twice. Frame and quotation share a secret. The
 * frame follows its quotation, but not always directly.
 */
async function hasFrame(quotation: HTMLElement): Promise<boolean> {
  const secret = quotation.dataset['secret'];
  if (secret === undefined || !quotation.matches('.wp-embedded-content')) return false;
  if (document.readyState === 'loading') {
    await new Promise((resolve) => {
      document.addEventListener('DOMContentLoaded', resolve, { once: true });
    });
  }
  const frames = document.querySelectorAll<HTMLIFrameElement>('iframe.wp-embedded-content');
  return [...frames].some(({ dataset }) => dataset['secret'] === secret);
}

/**
 * Returns the source link of a quotation: its last link, with no words after it. A link in the middle belongs to a remark about
 * a record, and a card must not replace a remark. A quotation inside another quotation has no source link of its own.
 */
function sourceLink(quotation: Element): string | undefined {
  if (quotation.matches('blockquote *')) return undefined;
  const href = readPageQuotation(quotation).finalLink;
  const links = [...quotation.querySelectorAll<HTMLAnchorElement>('a[href]')];
  return links.some((link) => link.href === href && link.closest('blockquote') === quotation) ? href : undefined;
}

/**
 * Returns the address of the record whose page is `href`: `https://host/r/ID` becomes `https://host/r/ID.json`, whatever query
 * and fragment a content system added. Undefined unless the page is directly below one of the prefixes.
 */
function feedOfPermalink(href: string, prefixes: ReadonlySet<string>): string | undefined {
  const feed = `${bareAddress(href)}.json`;
  return prefixes.has(feed.replace(/[^/]*$/, '')) ? feed : undefined;
}

const warned = new Set<string>();

async function findInFeed(feed: string, href: string): Promise<FoundSource | undefined> {
  try {
    for await (const [src, { feed: page }] of feedPages(feed, (url) => pageStore.get(url))) {
      const item = page.items.find(({ url }) => url !== undefined && bareAddress(url) === bareAddress(href));
      if (item) return { src, record: item.id };
    }
  } catch (error) {
    if (!warned.has(feed)) console.warn('[provision-embed]', error);
    warned.add(feed);
  }
  return undefined;
}
