/** The file that a record's `comparisons.url` names: all rows of a comparison, of which the record has the first few. */
import { FeedError } from './error.js';
import { asObject, own } from './reading.js';
import { read } from './read.js';
import type { Reading } from './reading.js';
import { requestFeed } from './request.js';
import type { FetchFeedOptions, Parsed } from './request.js';
import { identifier } from './scalars.js';
import { comparisonItem } from './schema-core.js';
import type { ComparisonItem } from './types.js';

/** The rows of a file that has been fetched, not yet read. */
export interface ComparisonFile {
  readonly entries: readonly unknown[];
}

/**
 * Parses the text of a comparison file, `{ version?, items: [a row, …] }`. Refused, with the reason: what is no JSON
 * (`json`), what has no list of items (`schema`), another major version of the format (`version`).
 */
export function parseComparisonText(text: string): Parsed<ComparisonFile> {
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
 * Reads the rows of a file one by one, so that a caller can pause: a wrong member costs that member, an entry that is no
 * object or is empty costs that entry.
 */
export function* readComparison({ entries }: ComparisonFile): Generator<ComparisonItem> {
  const reading: Reading = { path: [], warnings: [] };
  for (const entry of entries) {
    const row = read(comparisonItem, entry, reading);
    if (row) yield row;
  }
}

/**
 * Fetches a comparison file by the rules of feeds (`requestFeed`): an absolute https: address, no credentials, no
 * referrer, a limit of time and of size. Rejects with a `FeedError`, or with the signal's reason.
 */
export function fetchComparison(src: string, options?: FetchFeedOptions): Promise<ComparisonFile> {
  return requestFeed(parseComparisonText, src, options);
}
