import { open, stat } from 'node:fs/promises';
import { FeedError } from '../feed/error.js';
import { feedPages } from '../feed/feed-pages.js';
import { parseFeedText } from '../feed/parse.js';
import type { ParseResult } from '../feed/parser.js';
import { requestFeed } from '../feed/request.js';
import type { Feed, FeedWarning, ParsedFeed, Provision } from '../feed/types.js';
import { CommandError } from './errors.js';
import type { Io } from './io.js';

/** Maximum bytes of a feed, because it is read into memory. */
const maxBytes = 256 * 1024 * 1024;
/** Page limit of a feed, because a server may generate endless pages. */
const maxPages = 1000;

/** A problem with its page in the feed. */
export interface PlacedWarning {
  readonly pointer: string;
  /** Expected value of the parser, or `sha256-of-text` for a clause's hash that does not match its text. */
  readonly expected: FeedWarning['expected'] | 'sha256-of-text';
  /** URL of the page, when it is not the first. */
  readonly page?: string;
}

/** A feed with all its pages. */
export interface ReadFeed {
  readonly feed: Feed;
  readonly warnings: readonly PlacedWarning[];
  /** URL of the next page, when it was not read because the feed is a file. */
  readonly unread: string | undefined;
}

/** Checks the unparsed JSON of a page and returns further problems. */
export type Inspect = (source: unknown) => Promise<readonly PlacedWarning[]>;

export const isUrl = (feed: string) => /^https?:\/\//i.test(feed);

/**
 * Reads the feed from the command line: a URL with its further pages, a file, or `-` for standard input. Rejects with a `FeedError` when
 * it is not a feed, with a `CommandError` when it cannot be read, and with the errors of `request`.
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
