import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { downloadSnapshot } from '../feed/snapshot-download.js';
import { sealFeed } from '../import/index.js';
import type { SealSnapshot } from '../import/index.js';
import { counted } from './counted.js';
import { writeFileAtomically } from './write-files.js';
import { CommandError, UsageError } from './errors.js';
import type { Io } from './io.js';
import { Progress } from './progress.js';
import { isUrl } from './read-feed.js';
import { readTextFile } from './read-files.js';

/** Options of `seal` from the command line. */
export interface SealValues {
  readonly out?: string | undefined;
  readonly 'base-url'?: string | undefined;
  readonly snapshots?: string | undefined;
  readonly fetch?: boolean | undefined;
  readonly check?: boolean | undefined;
  readonly json?: boolean | undefined;
}

/** Runs `provision-embed seal`: fills in hashes, selectors, ids and permalinks of a feed file. */
export async function seal(path: string, values: SealValues, io: Io): Promise<number> {
  const { out = path, check = false, json = false } = values;
  if (isUrl(path) || (path === '-' && values.out === undefined && !check))
    throw new UsageError('seal writes to a file: give a file, or --out FILE with "-"');
  const text = await readTextFile(path, io);
  let source: unknown;
  try {
    source = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (cause) {
    throw new CommandError(`${path} is not JSON: ${(cause as Error).message}. See "provision-embed validate".`, {
      cause,
    });
  }
  const total = Array.isArray((source as { items?: unknown } | null)?.items)
    ? (source as { items: unknown[] }).items.length
    : 0;
  const progress = new Progress(io, total, 'records');
  const unread = new Map<string, string>();
  const { feed, findings } = await sealFeed(source, {
    baseUrl: values['base-url'],
    snapshot: snapshotReader(values, io, unread),
    onRecord: () => {
      io.signal.throwIfAborted();
      progress.step();
    },
  }).catch((error: unknown) => {
    throw error instanceof TypeError ? new CommandError(`${path}: ${error.message}`, { cause: error }) : error;
  });
  progress.end();
  const untrue = findings.filter(({ kind }) => kind === 'untrue');
  if (!check) await writeSealed(out, text, feed, findings.length > untrue.length || out !== path);
  const open = check ? findings : untrue;
  if (json) {
    io.stdout.write(
      `${JSON.stringify({ feed: path, ok: !open.length, findings, unread: [...unread.keys()] }, null, 2)}\n`,
    );
    return open.length ? 1 : 0;
  }
  for (const { pointer, message, kind } of findings)
    io.stdout.write(`${pointer}: ${message}${!check && kind !== 'untrue' ? ' Done.' : ''}\n`);
  for (const [address, reason] of unread)
    io.stderr.write(`${address} was not read (${reason}): values that depend on it are unchanged.\n`);
  const filled = findings.length - untrue.length;
  io.stdout.write(
    check
      ? `${path}: ${findings.length ? `${counted(findings.length, 'finding')}, run "provision-embed seal"` : 'sealed'}\n`
      : `${out}: ${filled ? `${counted(filled, 'value')} filled in or corrected` : 'nothing to change'}${untrue.length ? `, ${untrue.length} left that only a person can correct` : ''}\n`,
  );
  return open.length ? 1 : 0;
}

/** Writes the sealed feed with the file's own indentation. A file without changes keeps its bytes. */
async function writeSealed(out: string, text: string, feed: unknown, isChanged: boolean): Promise<void> {
  if (!isChanged) return;
  const indent = /^\{\r?\n([ \t]+)"/.exec(text.replace(/^\ufeff/, ''))?.[1] ?? '  ';
  await writeFileAtomically(out, `${JSON.stringify(feed, null, indent)}\n`);
}

function snapshotReader({ snapshots, fetch = false }: SealValues, { signal }: Io, unread: Map<string, string>) {
  return async (address: string): Promise<SealSnapshot | undefined> => {
    if (snapshots !== undefined) {
      const name = basename(decodeURIComponent(new URL(address, 'https://x.invalid/').pathname));
      const bytes = name ? await readFile(join(snapshots, name)).catch(() => undefined) : undefined;
      if (bytes) return { bytes: Uint8Array.from(bytes) };
    }
    if (!fetch) {
      if (snapshots !== undefined) unread.set(address, `no such file in ${snapshots}`);
      return undefined;
    }
    const copy = await downloadSnapshot(address, { signal });
    if (!('failure' in copy)) return copy;
    unread.set(address, copy.failure);
    return undefined;
  };
}
