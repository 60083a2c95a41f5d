import { FeedError } from '../feed/error.js';
import type { Io } from './io.js';
import { problemOf, refusal, wrongHashes } from './problems.js';
import type { Problem } from './problems.js';
import { readFeed } from './read-feed.js';

/** As many as the parser keeps. */
const mostWarnings = 10_000;

/** `provision-embed validate`: every problem of a feed, with its place and what is expected there. */
export async function validate(
  name: string,
  { json = false }: { json?: boolean | undefined },
  io: Io,
): Promise<number> {
  let problems: readonly Problem[];
  let records = 0;
  let unread: string | undefined;
  try {
    const read = await readFeed(name, io, wrongHashes);
    problems = read.warnings.map(problemOf);
    records = read.feed.items.length;
    unread = read.unread;
  } catch (error) {
    if (!(error instanceof FeedError)) throw error;
    problems = [refusal(error)];
  }
  const ok = problems.length === 0;
  if (json) {
    io.stdout.write(`${JSON.stringify({ feed: name, ok, records, problems }, null, 2)}\n`);
  } else {
    for (const { pointer, message, page } of problems) {
      io.stdout.write(`${page === undefined ? '' : `${page} `}${pointer || '(the whole feed)'}: ${message}\n`);
    }
    const found = ok ? 'no problem' : problems.length === 1 ? '1 problem' : `${problems.length} problems`;
    io.stdout.write(`${name}: ${records} ${records === 1 ? 'record' : 'records'}, ${found}\n`);
    if (problems.length >= mostWarnings)
      io.stderr.write(`Only the first ${mostWarnings} problems of a page are told.\n`);
  }
  if (unread !== undefined)
    io.stderr.write(`The feed goes on at ${unread}, which has not been read: it is another file.\n`);
  return ok ? 0 : 1;
}
