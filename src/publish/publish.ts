import { addressesOf } from '../embeds/addresses.js';
import { EmbedError } from '../embeds/error.js';
import { permalinkOf } from '../embeds/source.js';
import type { Feed, Provision } from '../feed/types.js';
import { badgeSvg } from './badge.js';
import { FeedComparisons } from './comparisons.js';
import type { ComparisonFile } from './comparisons.js';
import { indexEntry, indexFile } from './index-file.js';
import { oembedOf } from './oembed.js';
import { framePage, recordPage } from './page.js';
import { recordFeed } from './record-file.js';
import { recordView } from './record-view.js';
import { siteOf } from './site.js';
import type { PublishOptions, Site } from './site.js';

/** A file of the published site. */
export interface PublishedFile {
  /** Below the base URL, with slashes. ASCII, without dots but that of the ending. */
  readonly path: string;
  readonly content: string;
}

const json = (data: unknown) => `${JSON.stringify(data)}\n`;

/**
 * The static site of a feed, file by file; nothing of a file is kept once it has been taken, so that memory is the feed's own and
 * little more. For each record `r/NAME/index.html`, `r/NAME.json`, `e/NAME/index.html`, and where it has a severity
 * `badge/NAME.svg`, and where it has not been withdrawn `oembed/NAME.json`; then `comparison/TYPE.json` for each clause
 * type, and `index.json`. NAME is `recordName(id)`. The same feed gives the same files, to the byte. Of records with one id the first is
 * published. Throws an `EmbedError` where an option is not valid, before the first file.
 */
export async function* publish(feed: Feed, options: PublishOptions): AsyncGenerator<PublishedFile, void, undefined> {
  const site = await siteOf(options);
  const comparisons = new FeedComparisons(feed, site.base, site.rows);
  const entries: string[] = [];
  const ids = new Set<string>();
  const names = new Set<string>();
  for (const provision of feed.items) {
    if (ids.has(provision.id)) continue;
    ids.add(provision.id);
    const addresses = await addressesOf(site.base, provision.id);
    const { name } = addresses;
    const folded = name.toLowerCase();
    if (names.has(folded)) throw new EmbedError(`Two records would have the name "${name}"; one is "${provision.id}"`);
    names.add(folded);
    entries.push(JSON.stringify(indexEntry(provision, feed, name)));
    const { comparisons: own, file } = await comparisons.of(provision, name);
    yield* recordFiles(site, recordFeed(feed, provision, own, addresses), addresses);
    if (file) yield comparisonFile(file);
  }
  for await (const file of comparisons.typeFiles()) yield comparisonFile(file);
  yield { path: 'index.json', content: indexFile(feed, site.base, entries) };
}

/** @param own the feed of the one record */
async function* recordFiles(
  site: Site,
  own: Feed,
  addresses: Awaited<ReturnType<typeof addressesOf>>,
): AsyncGenerator<PublishedFile, void, undefined> {
  const [provision] = own.items as readonly [Provision];
  const { name, page } = addresses;
  const view = await recordView(own, provision, addresses, permalinkOf(provision, page) ?? page, site.lang);
  yield { path: `r/${name}.json`, content: json(own) };
  yield {
    path: `r/${name}/index.html`,
    content: recordPage(site.script === undefined ? view : { ...view, headingLevel: 2 }, site),
  };
  yield { path: `e/${name}/index.html`, content: framePage(view, site) };
  const badge = badgeSvg(provision, own, view);
  if (badge !== undefined) yield { path: `badge/${name}.svg`, content: badge };
  if (provision._provision.status !== 'withdrawn') {
    yield { path: `oembed/${name}.json`, content: json(oembedOf(view, site.base)) };
  }
}

const comparisonFile = ({ path, content }: ComparisonFile): PublishedFile => ({ path, content: json(content) });
