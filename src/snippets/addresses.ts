import { url } from '../feed/scalars.js';
import type { Provision } from '../feed/types.js';
import { EmbedError } from './error.js';
import { recordName } from './names.js';

/** Where everything about one record stands on the publisher's site (elements.md, "Publishing kit"). */
export interface Addresses {
  readonly name: string;
  /** The record's page. With `.json` behind it, its feed. */
  readonly page: string;
  /** The record's own feed. */
  readonly record: string;
  /** The page for iframes. */
  readonly frame: string;
  readonly badge: string;
  /** Its oEmbed data, as a file. */
  readonly oembed: string;
}

/** The base of a site's addresses, checked: absolute, `http:` or `https:`, without query, with a slash at its end. */
export function siteBase(baseUrl: string): string {
  const href = url(baseUrl);
  if (href === undefined) throw new EmbedError(`Not an absolute http: or https: URL: "${baseUrl}"`);
  const { origin, pathname } = new URL(href);
  return `${origin}${pathname}${pathname.endsWith('/') ? '' : '/'}`;
}

/**
 * The base of the site on which a record's own `url` is the page that `publish` writes, as far as its address tells:
 * whether the other files are there, only a look can.
 */
export async function publishedBase({ id, url: own }: Provision): Promise<string | undefined> {
  if (own === undefined) return undefined;
  const { origin, pathname } = new URL(own);
  const end = `/r/${await recordName(id)}`;
  const path = pathname.replace(/\/$/, '');
  return path.endsWith(end) ? `${origin}${path.slice(0, -end.length)}/` : undefined;
}

/** The addresses of a record below `baseUrl`. */
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
