import { url } from '../feed/scalars.js';
import type { Provision } from '../feed/types.js';
import { EmbedError } from './error.js';
import { recordName } from './names.js';

/** URLs of one record on the publisher's site (docs/publishing.md). */
export interface Addresses {
  readonly name: string;
  /** URL of the record's page. */
  readonly page: string;
  /** URL of the record's own feed: the page's URL with `.json`. */
  readonly record: string;
  /** URL of the page for iframes. */
  readonly frame: string;
  readonly badge: string;
  /** URL of the record's oEmbed data, a static file. */
  readonly oembed: string;
}

/**
 * Checks and normalizes a site's base URL: absolute, `http:` or `https:`, without query, with a trailing slash. Throws an `EmbedError`
 * when it is not valid.
 */
export function siteBase(baseUrl: string): string {
  const href = url(baseUrl);
  if (href === undefined) throw new EmbedError(`Not an absolute http: or https: URL: "${baseUrl}"`);
  const { origin, pathname } = new URL(href);
  return `${origin}${pathname}${pathname.endsWith('/') ? '' : '/'}`;
}

/**
 * Derives the base URL of a published site from a record's own `url`. Undefined when that URL does not have the form of a published page.
 * It sends no request, so the other files may still be missing.
 */
export async function publishedBase({ id, url: own }: Provision): Promise<string | undefined> {
  if (own === undefined) return undefined;
  const { origin, pathname } = new URL(own);
  const end = `/r/${await recordName(id)}`;
  const path = pathname.replace(/\/$/, '');
  return path.endsWith(end) ? `${origin}${path.slice(0, -end.length)}/` : undefined;
}

/** Returns the URLs of a record below `baseUrl`. */
export async function addressesOf(baseUrl: string, id: string): Promise<Addresses> {
  const base = siteBase(baseUrl);
  const name = await recordName(id);
  return {
    name,
    page: `${base}r/${name}`,
    record: `${base}r/${name}.json`,
    frame: `${base}e/${name}/`,
    badge: `${base}badge/${name}.svg`,
    oembed: `${base}oembed/${name}.json`,
  };
}
