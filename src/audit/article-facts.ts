import { date } from '../feed/scalars.js';
import { textIn } from '../provision/quotation/markup-node.js';
import type { ArticleFacts } from './check-embed.js';
import type { PageNode } from './page-node.js';

const metaNames = new Set([
  'article:published_time',
  'datepublished',
  'dc.date',
  'dcterms.created',
  'parsely-pub-date',
]);

/** Reads an article's language and day of publication from its metadata. */
export function articleFacts(page: PageNode): ArticleFacts {
  const dates: string[] = [];
  let language: string | undefined;
  for (const node of page.all()) {
    if (node.nodeName === 'html') language = node.getAttribute('lang') ?? undefined;
    if (node.nodeName === 'meta') {
      const name = node.getAttribute('property') ?? node.getAttribute('name') ?? node.getAttribute('itemprop') ?? '';
      if (metaNames.has(name.toLowerCase())) dates.push(node.getAttribute('content') ?? '');
    }
    if (node.nodeName === 'script' && node.getAttribute('type') === 'application/ld+json') {
      const found = textIn(node).matchAll(/"datePublished"\s*:\s*"([^"]+)"/g);
      dates.push(...Array.from(found, ([, written = '']) => written));
    }
  }
  const known = dates.flatMap((written) => date(written.trim()) ?? []);
  // Take the earliest date, because a page also carries dates of other articles, and a later date could hide a correction.
  known.sort((a, b) => Date.parse(a) - Date.parse(b));
  return { published: known[0], language };
}
