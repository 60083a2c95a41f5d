import type { FeedError } from '../feed/error.js';
import { sha256Hex } from '../provision/hash.js';
import { sha256 } from '../feed/scalars-full.js';
import { text } from '../feed/scalars.js';
import type { PlacedWarning } from './read-feed.js';

/** A problem of a feed, for the text and the JSON output. */
export interface Problem {
  /** JSON Pointer (RFC 6901). */
  readonly pointer: string;
  /** Code of the problem: the expected value, or the code of a `FeedError`. */
  readonly expected: string;
  readonly message: string;
  /** Configuration lines for common servers that fix the problem. */
  readonly fix?: readonly string[];
  /** URL of the feed's page, when it is not the first page. */
  readonly page?: string;
}

const expectations: Readonly<Record<PlacedWarning['expected'], string>> = {
  text: 'expected text: a string, and well-formed Unicode',
  url: 'expected an absolute http: or https: URL without a user name',
  date: 'expected an existing date, such as 2026-05-12 or 2026-05-12T15:09Z (RFC 3339)',
  count: 'expected a whole number, 0 or more',
  integer: 'expected a whole number',
  flag: 'expected true or false',
  language: 'expected a language tag, such as en or zh-Hant (BCP 47)',
  sha256: 'expected a SHA-256: 64 lower-case hexadecimal digits',
  'date-parts': 'expected date parts of CSL-JSON, such as [[2026, 5, 12]]',
  object: 'expected an object',
  list: 'expected a list',
  required: 'is required, and missing',
  unique: 'expected an id that no earlier item has',
  'sha256-of-text': 'expected the SHA-256 of the text beside it',
  'json-feed-version': 'expected "https://jsonfeed.org/version/1.1"',
};

/** Describes a warning of the parser. */
export function problemOf(warning: PlacedWarning): Problem {
  return { ...warning, message: expectations[warning.expected] };
}

/** Describes the error that made the whole feed unreadable. */
export function refusal(error: FeedError): Problem {
  return { pointer: error.pointer ?? '', expected: error.code, message: reasonOf(error) };
}

/**
 * Returns the reason of a feed error. For a failed request it is in the nested cause, because the message of `fetch` is always "fetch
 * failed".
 */
export function reasonOf({ message, cause }: FeedError): string {
  const deeper = cause instanceof Error ? cause.cause : undefined;
  return deeper instanceof Error && deeper.message ? `${message} (${deeper.message})` : message;
}

/**
 * Finds clauses whose `sha256` differs from the hash of their text. It reads the unparsed feed, so that the pointers match the file even
 * when other parts are invalid. Readers can check this hash in the card, and the check would fail.
 */
export async function wrongHashes(source: unknown): Promise<PlacedWarning[]> {
  const found: PlacedWarning[] = [];
  for (const [item, { _provision: details }] of objects(member(source, 'items'))) {
    for (const [clause, { text: words, sha256: hash }] of objects(member(details, 'clauses'))) {
      const [known, given] = [text(words), sha256(hash)];
      if (known === undefined || given === undefined || (await sha256Hex(known)) === given) continue;
      found.push({ pointer: `/items/${item}/_provision/clauses/${clause}/sha256`, expected: 'sha256-of-text' });
    }
  }
  return found;
}

function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}

/** Returns the objects of a list with their indexes. */
function objects(list: unknown): [index: number, value: Record<string, unknown>][] {
  return Array.isArray(list)
    ? list.flatMap((value: unknown, index) =>
        typeof value === 'object' && value !== null ? [[index, value as Record<string, unknown>]] : [],
      )
    : [];
}
