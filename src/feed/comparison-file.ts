/**
 * Reads the file at a record's `comparisons.url`, which holds all rows of a comparison. The record itself has the first
 * few.
 */
import { FeedError } from './error.js';
import { asObject, own } from './reading.js';
import { read } from './read.js';
import type { Reading } from './reading.js';
import { requestFeed } from './request.js';
import type { FetchFeedOptions, Parsed } from './request.js';
import { identifier } from './scalars.js';
import { comparisonItem } from './schema-core.js';
import type { ComparisonItem } from './types.js';

/** The unparsed rows of a fetched comparison file. */
export interface FetchedComparison {
  readonly entries: readonly unknown[];
}

/**
 * Parses the text of a comparison file, `{ version?, items: [row, …] }`. Returns an error for text that is not JSON
 * (`json`), for a file without a list of items (`schema`), and for another major version of the format (`version`).
 */
export function parseComparisonText(text: string): Parsed<FetchedComparison> {
  const refuse = (code: FeedError['code'], message: string, pointer: string, cause?: unknown) =>
    ({ ok: false, error: new FeedError(code, message, { pointer, cause }) }) as const;
  let source: object | undefined;
  try {
    source = asObject(JSON.parse(text));
  } catch (cause) {
    return refuse('json', `Not JSON: ${String(cause)}`, '', cause);
  }
  const entries = source && own(source, 'items');
  if (!source || !Array.isArray(entries)) return refuse('schema', 'No list "items"', '/items');
  const version = identifier(own(source, 'version')) ?? '1';
  if (/^\d/.test(version) && !/^1(\.|$)/.test(version)) {
    return refuse('version', `Not a comparison 1.x: ${version.slice(0, 20)}`, '/version');
  }
  return { ok: true, entries: entries as unknown[] };
}

/**
 * Yields the rows of a file one by one, so that a caller can pause. Drops an invalid member, and a row that is no
 * object or empty.
 */
export function* readComparison({ entries }: FetchedComparison): Generator<ComparisonItem> {
  const reading: Reading = { path: [], warnings: [] };
  for (const entry of entries) {
    const row = read(comparisonItem, entry, reading);
    if (row) yield row;
  }
}

/**
 * Fetches a comparison file under the rules for feeds (`requestFeed`): an absolute https: address, no credentials, no
 * referrer, limits of time and size. Rejects with a `FeedError`, or with the signal's reason.
 */
export function fetchComparison(src: string, options?: FetchFeedOptions): Promise<FetchedComparison> {
  return requestFeed(parseComparisonText, src, options);
}
