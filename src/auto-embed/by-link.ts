/**
 * What a quotation is of whose attributes a content system has taken away. Lazy: the builder's snippet says it itself and needs
 * none of this; one that has lost it costs its readers a round trip, in which they read the quotation.
 */
import { bareAddress, readPageQuotation } from '../page/page-quotation.js';
import { pageStore } from '../page/feed-store.js';
import { feedPages } from '../feed/feed-pages.js';
import type { FoundSource } from './card-in.js';

/**
 * The record that a quotation's source link names: below one of the permalinks' prefixes, else in the feed. Undefined where it
 * names none. Never rejects: a feed that fails is warned of, once.
 *
 * @param permalinks prefixes as script tags give them: `https://host/r/`, several with spaces between
 * @param feed address of a feed, whose items' `url` are the pages of records
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
  // Meanwhile it may have become another.
  return sourceLink(quotation) === href ? found : undefined;
}

/**
 * Whether WordPress shows a frame for the quotation, as it does of itself for an address whose oEmbed data it finds: it hides the
 * quotation as soon as the frame tells its height, and a card in it would be there twice until then. The two have a secret in
 * common; a quotation whose frame was taken out is one like any other. The frame is not always next to it, but never before it.
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
 * The link that says where a quotation is from: its last one, with no words after it. A link in the middle belongs to a remark about a
 * record, and a card must not take its place. A quotation inside another belongs to whoever quotes it.
 */
function sourceLink(quotation: Element): string | undefined {
  if (quotation.matches('blockquote *')) return undefined;
  const href = readPageQuotation(quotation).finalLink;
  const links = [...quotation.querySelectorAll<HTMLAnchorElement>('a[href]')];
  return links.some((link) => link.href === href && link.closest('blockquote') === quotation) ? href : undefined;
}

/**
 * The feed of the record whose page is at `href`: of `https://host/r/ID`, whatever query and fragment a content system has put
 * behind it, it is `https://host/r/ID.json`. Undefined where the page is not right below one of the prefixes.
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
