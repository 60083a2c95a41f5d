import { open, stat } from 'node:fs/promises';
import { FeedError } from '../feed/error.js';
import { feedPages } from '../feed/feed-pages.js';
import { parseFeedText } from '../feed/parse.js';
import type { ParseResult } from '../feed/parser.js';
import { requestFeed } from '../feed/request.js';
import type { Feed, FeedWarning, ParsedFeed, Provision } from '../feed/types.js';
import { CommandError } from './io.js';
import type { Io } from './io.js';

/** A whole feed is read into memory. */
const maxBytes = 256 * 1024 * 1024;
/** A feed of more pages than this is one that goes in circles. */
const maxPages = 1000;

/** A problem, and on which page of the feed. */
export interface PlacedWarning {
  readonly pointer: string;
  /** What the parser expected, or that a clause's hash is not that of its text. */
  readonly expected: FeedWarning['expected'] | 'sha256-of-text';
  /** Address of the page, where it is not the first. */
  readonly page?: string;
}

/** A feed with all its pages. */
export interface ReadFeed {
  readonly feed: Feed;
  readonly warnings: readonly PlacedWarning[];
  /** Address of a next page that was not read, because the feed is a file. */
  readonly unread: string | undefined;
}

/** Looks at a page as it was written; the problems that it finds are added. */
export type Inspect = (source: unknown) => Promise<readonly PlacedWarning[]>;

export const isUrl = (feed: string) => /^https?:\/\//i.test(feed);

/**
 * Reads the feed that a command line names: a URL, with its further pages, a file, or `-`, the standard input. Rejects with
 * a `FeedError` where it is no feed, with a `CommandError` where it cannot be read, and with what `request` rejects with.
 */
export async function readFeed(
  name: string,
  { stdin, signal }: Io,
  inspect?: Inspect,
  request = requestFeed,
): Promise<ReadFeed> {
  const read = async (text: () => Promise<ParsedFeed>, source: () => unknown, page?: string) => {
    const { feed, warnings } = await text();
    const found = inspect ? await inspect(source()) : [];
    return {
      feed,
      warnings: [...warnings, ...found].map((warning) => (page === undefined ? warning : { ...warning, page })),
    };
  };
  const pages: { feed: Feed; warnings: readonly PlacedWarning[] }[] = [];
  if (!isUrl(name)) {
    const text = name === '-' ? await readAll(stdin) : await readFileText(name);
    const first = await read(
      () => Promise.resolve(parsed(text)),
      () => JSON.parse(text) as unknown,
    );
    return { ...first, unread: first.feed.next_url };
  }
  const fetchPage = (address: string) => {
    let written = '';
    const keep = (text: string): ParseResult => {
      if (inspect) written = text;
      return parseFeedText(text);
    };
    return read(
      () => request(keep, address, { signal, maxBytes, redirects: 'follow' }),
      () => JSON.parse(written) as unknown,
      pages.length ? address : undefined,
    );
  };
  // `ask-as-browser.ts` reports a page on another origin, which the elements do not fetch.
  for await (const [, page] of feedPages(name, fetchPage, { maxPages, anyOrigin: true })) pages.push(page);
  const next = pages.at(-1)?.feed.next_url;
  if (next !== undefined) {
    throw new CommandError(
      pages.length === maxPages
        ? `The feed has more than ${maxPages} pages`
        : `The feed's pages go in circles: ${next}`,
    );
  }
  const [first] = pages as [(typeof pages)[number]];
  const items: Provision[] = pages.flatMap(({ feed }) => feed.items);
  return {
    feed: pages.length === 1 ? first.feed : { ...first.feed, items },
    warnings: pages.flatMap(({ warnings }) => warnings),
    unread: undefined,
  };
}

function parsed(text: string): ParsedFeed {
  const result = parseFeedText(text);
  if (!result.ok) throw result.error;
  return result;
}

async function readFileText(path: string): Promise<string> {
  try {
    const { size } = await stat(path);
    if (size > maxBytes) throw new FeedError('size', `More than ${maxBytes} bytes`);
    const file = await open(path);
    try {
      return decode(await file.readFile());
    } finally {
      await file.close();
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (error instanceof FeedError || code === undefined) throw error;
    const why = { ENOENT: 'there is no such file', EACCES: 'no permission', EISDIR: 'it is a folder' }[code] ?? code;
    throw new CommandError(`${path} cannot be read: ${why}`, { cause: error });
  }
}

async function readAll(stdin: AsyncIterable<Uint8Array | string>): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of stdin) pieces.push(Buffer.from(piece));
  return decode(Buffer.concat(pieces));
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new FeedError('json', 'Not UTF-8', { cause });
  }
}
