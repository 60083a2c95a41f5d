import { addressesOf, siteBase } from '../snippets/addresses.js';
import { recordName } from '../snippets/names.js';
import { permalinkOf } from '../snippets/source.js';
import type { Feed, Provision } from '../feed/types.js';
import { oembedOf } from './oembed.js';
import { recordView } from './record-view.js';

/** A record with the feed that contains it. */
export interface FoundRecord {
  readonly provision: Provision;
  readonly feed: Feed;
}

/** Finds a record by its name in URLs (`recordName`). Returns undefined when there is none. */
export type FindRecord = (name: string) => FoundRecord | undefined | Promise<FoundRecord | undefined>;

/** Options of the oEmbed endpoint. */
export interface OembedOptions {
  /** Base URL of the published site. The endpoint answers only for URLs below it. */
  readonly baseUrl: string;
  readonly find: FindRecord;
  /** BCP 47 tag of the interface language (default: each record's own language, else English). */
  readonly lang?: string | undefined;
}

const headers = {
  'access-control-allow-origin': '*',
  'x-content-type-options': 'nosniff',
};

function answer(status: number, body: object, more: Readonly<Record<string, string>> = {}): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers, ...more },
  });
}

const refuse = (status: number, error: string, more?: Readonly<Record<string, string>>) =>
  answer(status, { error }, more);

/** Parses a positive whole number of pixels. Other values are ignored. */
function pixels(value: string | null): number | undefined {
  return value !== null && /^[1-9]\d{0,5}$/.test(value) ? Number(value) : undefined;
}

/**
 * Creates the oEmbed 1.0 endpoint of a published site. It uses web standards only, so it runs in Node, workers and edge runtimes. The
 * parameter `url` is the URL of a record's page or frame; a trailing slash, a query and a fragment are ignored.
 *
 * Status codes: 400 without `url`; 401 for a withdrawn record; 404 when `url` is not one of our records; 405 for a method other than GET
 * and HEAD; 500 when `find` fails; 501 for a format other than JSON.
 */
export function oembedHandler({ baseUrl, find, lang }: OembedOptions): (request: Request) => Promise<Response> {
  const base = siteBase(baseUrl);
  const start = base.replace(/^https?:/, '');

  /** Returns the record name in a URL; undefined when the URL is not one of our pages. */
  function nameIn(wanted: string): string | undefined {
    let address: URL;
    try {
      address = new URL(wanted);
    } catch {
      return undefined;
    }
    const { protocol, host, pathname } = address;
    const written = `//${host}${pathname}`;
    if (!/^https?:$/.test(protocol) || !written.startsWith(start)) return undefined;
    return /^[re]\/([\w-]+)(?:\/(?:index\.html)?)?$/.exec(written.slice(start.length))?.[1];
  }

  async function respond(request: Request): Promise<Response> {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      return refuse(405, 'GET and HEAD only', { allow: 'GET, HEAD' });
    }
    const query = new URL(request.url).searchParams;
    const format = query.get('format');
    if (format !== null && format !== 'json') return refuse(501, 'JSON only');
    const url = query.get('url');
    if (url === null || url === '') return refuse(400, 'The parameter url is missing');
    const name = nameIn(url);
    const found = name === undefined ? undefined : await find(name);
    if (!found) return refuse(404, 'Not a record of this site');
    const { provision, feed } = found;
    if (provision._provision.status === 'withdrawn') return refuse(401, 'The record has been withdrawn');
    const addresses = await addressesOf(base, provision.id);
    const page = permalinkOf(provision, addresses.page) ?? addresses.page;
    const view = await recordView(feed, provision, addresses, page, lang);
    const limits = { maxwidth: pixels(query.get('maxwidth')), maxheight: pixels(query.get('maxheight')) };
    const oembed = oembedOf(view, base, limits);
    return answer(200, oembed, { 'cache-control': `public, max-age=${oembed.cache_age}` });
  }

  return async (request) => {
    const response = await respond(request).catch(() => refuse(500, 'The record could not be looked up'));
    return request.method === 'HEAD' ? new Response(undefined, response) : response;
  };
}

/** Creates a `FindRecord` for a feed in memory. It computes the names on the first call. */
export function recordsOf(feed: Feed): FindRecord {
  let byName: Promise<ReadonlyMap<string, Provision>> | undefined;
  const index = async () => {
    const names = new Map<string, Provision>();
    for (const provision of feed.items) {
      const name = await recordName(provision.id);
      if (!names.has(name)) names.set(name, provision);
    }
    return names;
  };
  return async (name) => {
    const provision = (await (byName ??= index())).get(name);
    return provision && { provision, feed };
  };
}
