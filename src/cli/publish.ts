import { mkdir } from 'node:fs/promises';
import { publish } from '../publish/publish.js';
import { CommandError, UsageError } from './errors.js';
import type { Io } from './io.js';
import { Progress } from './progress.js';
import { PublishedList } from './published-list.js';
import { readFeed } from './read-feed.js';
import { wholeNumber } from './whole-number.js';
import { FileWriter } from './write-files.js';

/** Options of `publish` from the command line. */
export interface PublishValues {
  readonly out?: string | undefined;
  readonly 'base-url'?: string | undefined;
  readonly rows?: string | undefined;
  readonly script?: string | undefined;
  readonly integrity?: string | undefined;
  readonly stylesheet?: string | undefined;
  readonly lang?: string | undefined;
  readonly repair?: boolean | undefined;
  readonly strict?: boolean | undefined;
  readonly json?: boolean | undefined;
}

/** Runs `provision-embed publish`: writes the static site of a feed. */
export async function publishFeed(name: string, values: PublishValues, io: Io): Promise<number> {
  const { out, 'base-url': baseUrl, script, integrity, stylesheet, lang, repair, strict, json } = values;
  if (out === undefined) throw new UsageError('--out is missing: the folder to write into');
  if (baseUrl === undefined) throw new UsageError('--base-url is missing: the address where that folder will stand');
  const options = { baseUrl, rows: wholeNumber('rows', values.rows), script, integrity, stylesheet, lang };
  const { feed, warnings, unread } = await readFeed(name, io);
  if (warnings.length) {
    const problems = `${warnings.length} ${warnings.length === 1 ? 'problem' : 'problems'} in ${name}`;
    if (strict)
      throw new CommandError(`${problems}. Nothing was written because of --strict. See "provision-embed validate".`);
    io.stderr.write(`${problems}: invalid values are left out. See "provision-embed validate".\n`);
  }
  if (unread !== undefined)
    io.stderr.write(`The feed continues at ${unread}, which was not read because FEED is a file.\n`);

  await mkdir(out, { recursive: true });
  const writer = new FileWriter(out);
  const progress = new Progress(io, feed.items.length, 'records');
  const counts = { records: 0, written: 0, unchanged: 0 };
  const last = new PublishedList(out, options);
  const isPublished = (name: string, content: string): boolean => {
    io.signal.throwIfAborted();
    counts.records++;
    progress.step();
    const unchanged = last.unchanged(name, content);
    counts.unchanged += unchanged;
    return unchanged > 0;
  };
  try {
    if (!repair) await last.read();
    for await (const file of publish(feed, { ...options, isPublished })) {
      io.signal.throwIfAborted();
      counts[(await writer.write(file.path, file.content)) ? 'written' : 'unchanged']++;
      if (file.record !== undefined) last.note(file);
    }
    await last.save(writer);
  } finally {
    progress.end();
    await writer.close();
  }
  io.stdout.write(
    json
      ? `${JSON.stringify({ feed: name, out, ...counts }, null, 2)}\n`
      : `${counts.records} records in ${out}: ${counts.written} files written, ${counts.unchanged} unchanged\n`,
  );
  return 0;
}
