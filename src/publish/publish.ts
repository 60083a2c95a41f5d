import { addressesOf } from '../snippets/addresses.js';
import { EmbedError } from '../snippets/error.js';
import { permalinkOf } from '../snippets/source.js';
import type { Feed, Provision } from '../feed/types.js';
import { badgeSvg } from './badge.js';
import { FeedComparisons } from './comparisons.js';
import type { ComparisonRowsFile } from './comparisons.js';
import { indexEntry, indexFile } from './index-file.js';
import { oembedOf } from './oembed.js';
import { framePage, recordPage } from './page.js';
import { recordFeed } from './record-file.js';
import { recordPaths } from './record-paths.js';
import { recordView } from './record-view.js';
import { siteOf } from './publish-options.js';
import type { PublishOptions, Site } from './publish-options.js';

/** A file of the published site. */
export interface PublishedFile {
  /** Path below the base URL, with slashes. It is ASCII, and its only dot starts the extension. */
  readonly path: string;
  readonly content: string;
  /** Name of the record that the file belongs to; undefined for a file of several records. */
  readonly record?: string | undefined;
}

const json = (data: unknown) => `${JSON.stringify(data)}\n`;

/**
 * Generates the static site of a feed, file by file. It keeps no file after yielding it, so memory use is little more than the feed
 * itself.
 *
 * Files of each record: `r/NAME/index.html`, `r/NAME.json`, `e/NAME/index.html`, `badge/NAME.svg` (when it has a severity) and
 * `oembed/NAME.json` (unless it is withdrawn). Then `comparison/TYPE.json` for each clause type, and `index.json`. NAME is
 * `recordName(id)`.
 *
 * The same feed gives the same bytes. When several records have the same id, only the first is published. Records for which `isPublished`
 * returns true are skipped. Throws an `EmbedError` before the first file when an option is not valid.
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
    const recordOwn = recordFeed(feed, provision, own, addresses);
    const content = json(recordOwn);
    if (!(await options.isPublished?.(name, content))) {
      for await (const file of recordFiles(site, recordOwn, content, addresses)) yield { ...file, record: name };
    }
    if (file) yield comparisonFile(file);
  }
  for await (const file of comparisons.typeFiles()) yield comparisonFile(file);
  yield { path: 'index.json', content: indexFile(feed, site.base, entries) };
}

/**
 * @param own the feed of this record only
 * @param content `own` as JSON
 */
async function* recordFiles(
  site: Site,
  own: Feed,
  content: string,
  addresses: Awaited<ReturnType<typeof addressesOf>>,
): AsyncGenerator<PublishedFile, void, undefined> {
  const [provision] = own.items as readonly [Provision];
  const { name, page } = addresses;
  const view = await recordView(own, provision, addresses, permalinkOf(provision, page) ?? page, site.lang);
  const paths = recordPaths(name);
  yield { path: paths.record, content };
  yield {
    path: paths.page,
    content: recordPage(site.script === undefined ? view : { ...view, headingLevel: 2 }, site),
  };
  yield { path: paths.frame, content: framePage(view, site) };
  const badge = badgeSvg(provision, own, view);
  if (badge !== undefined) yield { path: paths.badge, content: badge };
  if (provision._provision.status !== 'withdrawn') {
    yield { path: paths.oembed, content: json(oembedOf(view, site.base)) };
  }
}

const comparisonFile = ({ path, content }: ComparisonRowsFile): PublishedFile => ({ path, content: json(content) });
