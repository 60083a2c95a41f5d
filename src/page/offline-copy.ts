/** The last good copy of a record, in the reader's browser: only where the page asks for it (`cache`). Lazy. */
import { coreParser, sources } from '../feed/parse-core.js';
import { findItem } from '../feed/find-item.js';
import type { ShownRecord } from './shown-record.js';

const name = 'provision-embed';
/** Copies that are kept; the oldest go first. */
const maxCopies = 100;

/** Each has an address that nobody serves, so that a page's own service worker never takes one for an answer. */
function keyOf(src: string, record: string | undefined): string {
  const url = new URL(src);
  url.hash = '';
  url.searchParams.append('provision-embed-copy', record ?? '');
  return url.href;
}

/** Keeps a record. Where storage is blocked or full, nothing happens. */
export async function saveOfflineCopy(
  src: string,
  record: string | undefined,
  { provision, feed }: ShownRecord,
): Promise<void> {
  try {
    const [item, head] = [sources.get(provision), sources.get(feed)];
    // The record alone: the rest of its feed may be megabytes.
    const copy = { ...(head as object), next_url: undefined, items: [item ?? provision] };
    const key = keyOf(src, record);
    const cache = await caches.open(name);
    await cache.delete(key);
    const headers = { 'content-type': 'application/json', date: new Date().toUTCString() };
    await cache.put(key, new Response(JSON.stringify(copy), { headers }));
    const keys = await cache.keys();
    await Promise.all(keys.slice(0, -maxCopies).map((old) => cache.delete(old)));
  } catch {
    // A sandboxed frame, private browsing, no room: there is no copy, then.
  }
}

/**
 * The copy of a record, read as strictly as a feed is, and when it was kept. Undefined where there is none, where it
 * cannot be had, or where something else has been put into its place.
 */
export async function readOfflineCopy(
  src: string,
  record: string | undefined,
): Promise<{ readonly shown: ShownRecord; readonly keptAt: number } | undefined> {
  try {
    const found = await (await caches.open(name)).match(keyOf(src, record));
    if (!found) return undefined;
    const result = coreParser.parseFeedText(await found.text());
    const provision = result.ok ? findItem(result.feed, record) : undefined;
    const keptAt = Date.parse(found.headers.get('date') ?? '');
    return result.ok && provision && keptAt ? { shown: { ...result, provision }, keptAt } : undefined;
  } catch {
    return undefined;
  }
}
