import { FeedError } from '../feed/error.js';
import { browserRequest, UnreadError } from './browser-request.js';
import type { ServerFindings } from './browser-request.js';
import { UsageError } from './errors.js';
import type { Io } from './io.js';
import { problemOf, refusal, wrongHashes } from './problems.js';
import type { Problem } from './problems.js';
import { readFeed } from './read-feed.js';

/** The parser's limit of warnings per page. */
const maxWarnings = 10_000;

export interface ValidateOptions {
  readonly json?: boolean | undefined;
  /** Value of the embeds' `redirects` attribute (default: redirects are refused). */
  readonly redirects?: string | undefined;
}

/**
 * Runs `provision-embed validate`: lists every problem of a feed with its place. For a URL it also lists how the server's responses would
 * fail in a browser on another site.
 */
export async function validate(name: string, { json = false, redirects }: ValidateOptions, io: Io): Promise<number> {
  if (redirects !== undefined && redirects !== 'follow')
    throw new UsageError(`--redirects "${redirects}": follow is expected`);
  const server: ServerFindings = { problems: [], advice: [] };
  let found: readonly Problem[] = [];
  let records = 0;
  let unread: string | undefined;
  try {
    const read = await readFeed(name, io, wrongHashes, browserRequest(server, redirects));
    found = read.warnings.map(problemOf);
    records = read.feed.items.length;
    unread = read.unread;
  } catch (error) {
    if (error instanceof FeedError) found = [refusal(error)];
    else if (!(error instanceof UnreadError)) throw error;
  }
  const problems = [...server.problems, ...found];
  const { advice } = server;
  const ok = problems.length === 0;
  if (json) {
    io.stdout.write(`${JSON.stringify({ feed: name, ok, records, problems, advice }, null, 2)}\n`);
  } else {
    const print = (place: string, { message, page, fix = [] }: Problem) => {
      io.stdout.write(`${page === undefined ? '' : `${page} `}${place}: ${message}\n`);
      for (const line of fix) io.stdout.write(`    ${line}\n`);
    };
    for (const problem of server.problems) print('(the server)', problem);
    for (const problem of found) print(problem.pointer || '(the whole feed)', problem);
    for (const problem of advice) print('(the server, advice)', problem);
    const count = ok ? 'no problem' : problems.length === 1 ? '1 problem' : `${problems.length} problems`;
    io.stdout.write(`${name}: ${records} ${records === 1 ? 'record' : 'records'}, ${count}\n`);
    if (found.length >= maxWarnings) io.stderr.write(`Only the first ${maxWarnings} problems of a page are listed.\n`);
  }
  if (unread !== undefined)
    io.stderr.write(`The feed continues at ${unread}, which was not read because FEED is a file.\n`);
  return ok ? 0 : 1;
}
