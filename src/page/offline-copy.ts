/**
 * Stores the last good copy of a record in the browser's Cache API, if the page sets `cache`. Lazy, because few
 * pages do.
 */
import { coreParser, sources } from '../feed/parse-core.js';
import { findItem } from '../feed/find-item.js';
import type { ShownRecord } from './shown-record.js';

const name = 'provision-embed';
/** Number of copies; the oldest are deleted first. */
const maxCopies = 100;

/**
 * Returns the key of a copy: an address that no server answers, so that a page's own service worker never uses a copy as a
 * response.
 */
function keyOf(src: string, record: string | undefined): string {
  const url = new URL(src);
  url.hash = '';
  url.searchParams.append('provision-embed-copy', record ?? '');
  return url.href;
}

/** Stores a record. Does nothing if storage is blocked or full. */
export async function saveOfflineCopy(
  src: string,
  record: string | undefined,
  { provision, feed }: ShownRecord,
): Promise<void> {
  try {
    const [item, head] = [sources.get(provision), sources.get(feed)];
    // Store the record only, because its feed may have megabytes.
    const copy = { ...(head as object), next_url: undefined, items: [item ?? provision] };
    const key = keyOf(src, record);
    const cache = await caches.open(name);
    await cache.delete(key);
    const headers = { 'content-type': 'application/json', date: new Date().toUTCString() };
    await cache.put(key, new Response(JSON.stringify(copy), { headers }));
    const keys = await cache.keys();
    await Promise.all(keys.slice(0, -maxCopies).map((old) => cache.delete(old)));
  } catch {
    // A sandboxed frame, private browsing, or a full disk: continue without a copy.
  }
}

/**
 * Returns the copy of a record and its time in milliseconds since the epoch. Parses the copy as strictly as a feed. Undefined
 * if there is none, if storage is blocked, or if the stored data is not a feed.
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
