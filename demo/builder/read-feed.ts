/** Reads a feed from its URL, with its further pages, or from a file, and collects its problems. */
import { problemOf, refusal, wrongHashes } from '../../src/cli/problems.js';
import type { Problem } from '../../src/cli/problems.js';
import type { PlacedWarning } from '../../src/cli/read-feed.js';
import { FeedError } from '../../src/feed/error.js';
import { parseFeedText } from '../../src/feed/parse.js';
import { readText, requestFeed } from '../../src/feed/request.js';
import type { Feed, FeedWarning, Provision } from '../../src/feed/types.js';

const maxBytes = 64 * 1024 * 1024;
const maxPages = 100;

export interface LoadedFeed {
  /** Undefined when the feed could not be read; the only problem states the reason. */
  readonly feed: Feed | undefined;
  readonly problems: readonly Problem[];
}

/** A page of a feed with its source text. */
interface Page {
  readonly feed: Feed;
  readonly warnings: readonly FeedWarning[];
  readonly text: string;
}

/** Reads a feed from its URL, with the pages of `next_url`. Rejects only when it is aborted. */
export async function readFeedAt(address: string, signal: AbortSignal): Promise<LoadedFeed> {
  const items: Provision[] = [];
  const problems: Problem[] = [];
  const seen = new Set<string>();
  let first: Feed | undefined;
  for (let next: string | undefined = address; next !== undefined && !seen.has(next) && seen.size < maxPages;) {
    seen.add(next);
    const page: string = next;
    const place = first && { page };
    try {
      const read = await requestFeed(parsed, page, { signal, maxBytes, revalidate: true });
      first ??= read.feed;
      items.push(...read.feed.items);
      problems.push(...(await problemsOf(read)).map((problem) => ({ ...problem, ...place })));
      next = read.feed.next_url;
    } catch (error) {
      signal.throwIfAborted();
      problems.push({ ...refused(error), ...place });
      next = undefined;
    }
  }
  return { feed: first && { ...first, items }, problems };
}

/** Reads a feed from a local file, which is not uploaded. */
export async function readFeedIn(file: File): Promise<LoadedFeed> {
  try {
    const read = parsed(await readText(new Response(file), maxBytes, () => undefined));
    if (!read.ok) throw read.error;
    return { feed: read.feed, problems: await problemsOf(read) };
  } catch (error) {
    return { feed: undefined, problems: [refused(error)] };
  }
}

function parsed(text: string) {
  const result = parseFeedText(text);
  return result.ok ? { ...result, text } : result;
}

async function problemsOf({ warnings, text }: Page): Promise<Problem[]> {
  const found: readonly PlacedWarning[] = await wrongHashes(JSON.parse(text));
  return [...warnings, ...found].map(problemOf);
}

function refused(error: unknown): Problem {
  return refusal(error instanceof FeedError ? error : new FeedError('network', String(error)));
}
