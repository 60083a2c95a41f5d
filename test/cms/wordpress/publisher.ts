/** A publisher of records: the sample feed as the publishing kit writes it, on a static host. */
import clausewatch from '../../../demo/feeds/clausewatch.json' with { type: 'json' };
import { embedSource, publish } from '../../../src/publish/index.js';
import type { EmbedSource } from '../../../src/snippets/index.js';
import { parseFeed } from '../../../src/feed/parse.js';
import type { Feed, Provision } from '../../../src/feed/types.js';
import { answer, cors, Site, type Answer } from '../../embedding/site.js';

const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  json: 'application/feed+json',
  svg: 'image/svg+xml',
};

export interface Publisher {
  readonly site: Site;
  readonly feed: Feed;
  /** The prefix of the permalinks. */
  readonly prefix: string;
  /** The answers, by path. */
  readonly served: ReadonlyMap<string, Answer>;
  readonly source: (provision: Provision) => Promise<EmbedSource>;
}

export async function startPublisher(): Promise<Publisher> {
  const site = await new Site().start();
  const parsed = parseFeed(clausewatch);
  if (!parsed.ok) throw parsed.error;
  const { feed } = parsed;
  const all = new Map<string, Answer>();
  for await (const { path, content } of publish(feed, { baseUrl: site.origin() })) {
    const type = path.startsWith('oembed/') ? 'application/json' : types[path.split('.').at(-1)!]!;
    const served = answer(200, type, content, cors);
    all.set(`/${path.replace(/index\.html$/, '')}`, served);
    // A static host redirects from here to the folder; permalinks have no trailing slash.
    if (/^r\/.*\.html$/.test(path)) all.set(`/${path.replace('/index.html', '')}`, served);
  }
  for (const [path, served] of all) site.serve(path, served);
  const source = (provision: Provision) => embedSource(provision, feed, { baseUrl: site.origin() });
  return { site, feed, prefix: `${site.origin()}/r/`, served: all, source };
}
