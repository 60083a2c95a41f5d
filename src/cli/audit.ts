import { readFile } from 'node:fs/promises';
import { auditAtom, auditTable, countStates, exitCode, printable, summaryLine } from '../audit/index.js';
import type { AuditResult } from '../audit/index.js';
import { siteBase } from '../snippets/addresses.js';
import { FeedError } from '../feed/error.js';
import { addressMapping } from './audit/address-map.js';
import { FeedSource } from './audit/feed-source.js';
import { Requests } from './audit/requests.js';
import { ResponseCache } from './audit/response-cache.js';
import { runAudit } from './audit/run-audit.js';
import { sourcesOf } from './audit/sources.js';
import { writeFileAtomically } from './write-files.js';
import { CommandError, UsageError } from './errors.js';
import type { Io } from './io.js';
import { wholeNumber } from './whole-number.js';

/** Options of `audit` from the command line. */
export interface AuditValues {
  readonly format?: string | undefined;
  readonly json?: boolean | undefined;
  readonly all?: boolean | undefined;
  readonly out?: string | undefined;
  readonly 'base-url'?: string | undefined;
  readonly permalinks?: readonly string[] | undefined;
  readonly feed?: readonly string[] | undefined;
  readonly map?: readonly string[] | undefined;
  readonly limit?: string | undefined;
  readonly cache?: string | undefined;
  readonly timeout?: string | undefined;
  readonly 'user-agent'?: string | undefined;
}

export const auditFormats = ['table', 'json', 'atom'] as const;
type AuditFormat = (typeof auditFormats)[number];

/** Default limit of articles per run, because a sitemap may list fifty thousand. */
const defaultLimit = 1000;
const defaultTimeout = 15;

/** Runs `provision-embed audit`: finds published articles whose quotations no longer match the feed. */
export async function audit(names: readonly string[], values: AuditValues, io: Io): Promise<number> {
  if (!names.length)
    throw new UsageError('ARTICLE is missing: a file, a folder, an address, an RSS or Atom feed, or a sitemap');
  const format = formatOf(values);
  const limit = wholeNumber('limit', values.limit) ?? defaultLimit;
  const timeout = wholeNumber('timeout', values.timeout) ?? defaultTimeout;
  if (!limit || !timeout) throw new UsageError(`--${limit ? 'timeout' : 'limit'} 0: a number above 0 is expected`);
  const baseUrl = values['base-url'] === undefined ? undefined : siteBase(values['base-url']);
  const publishers = { permalinks: (values.permalinks ?? []).map(siteBase), feeds: values.feed ?? [] };
  const requests = new Requests({
    signal: io.signal,
    timeout: timeout * 1000,
    userAgent: values['user-agent'],
    cache: values.cache === undefined ? undefined : new ResponseCache(values.cache),
    mappings: (values.map ?? []).map(addressMapping),
  });
  try {
    const sources = (await Promise.all(names.map((name) => sourcesOf(name, baseUrl)))).flat();
    const feeds = new FeedSource(requests);
    await checkFeeds(publishers.feeds, feeds);
    const result = await runAudit(sources, requests, feeds, io, { publishers, limit });
    await write(result, format, names, values, io);
    if (result.left) {
      io.stderr.write(`${result.left} more articles were not read: --limit is ${limit}.\n`);
      // With the default limit an incomplete run must not exit with 0, because it would look like a complete check.
      if (values.limit === undefined) return exitCode(result) || 2;
    }
    return exitCode(result);
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    // Not 1, because exit code 1 reports findings.
    io.stderr.write(`provision-embed: ${error.message}\n`);
    return 2;
  }
}

function formatOf({ format, json, all }: AuditValues): AuditFormat {
  const known = auditFormats.find((one) => one === format);
  if (format !== undefined && known === undefined)
    throw new UsageError(`--format "${format}" is not one of ${auditFormats.join(', ')}`);
  if (json && known !== undefined && known !== 'json')
    throw new UsageError(`--json and --format ${known} exclude each other`);
  const chosen = json ? 'json' : (known ?? 'table');
  if (all && chosen !== 'table') throw new UsageError(`--all works with the table only, not with --format ${chosen}`);
  return chosen;
}

/** Checks that every feed named by `--feed` can be read. Otherwise the audit would skip its quotations without notice. */
async function checkFeeds(addresses: readonly string[], feeds: FeedSource): Promise<void> {
  for (const address of addresses) {
    if (!/^https?:\/\//i.test(address) || !URL.canParse(address))
      throw new UsageError(
        `--feed "${address}": the https: address of a feed is expected; --map reads it from a folder`,
      );
    try {
      await feeds.get(address);
    } catch (error) {
      if (!(error instanceof FeedError)) throw error;
      throw new CommandError(`--feed ${address} cannot be read (${error.code}): ${error.message}`, { cause: error });
    }
  }
}

async function write(
  result: AuditResult,
  format: AuditFormat,
  names: readonly string[],
  { out, all }: AuditValues,
  io: Io,
): Promise<void> {
  const previous =
    format === 'atom' && out !== undefined ? await readFile(out, 'utf8').catch(() => undefined) : undefined;
  const report =
    format === 'json'
      ? `${JSON.stringify(jsonOf(result), null, 2)}\n`
      : format === 'atom'
        ? await auditAtom(result, { names, previous, now: new Date() })
        : auditTable(result, all);
  if (out === undefined) {
    io.stdout.write(report);
    return;
  }
  await writeFileAtomically(out, report);
  io.stdout.write(`${printable(out)}: ${summaryLine(result)}\n`);
}

function jsonOf(result: AuditResult) {
  const { findings, articles, left } = result;
  return { articles, left, counts: Object.fromEntries(countStates(findings)), results: findings };
}
