/** Reads the articles from the command line: files, folders, URLs and lists of URLs. */
import { open, stat } from 'node:fs/promises';
import { basename, relative, sep } from 'node:path';
import { gunzip } from 'node:zlib';
import { promisify } from 'node:util';
import { CommandError } from '../errors.js';
import type { Io } from '../io.js';
import { isUrl } from '../read-feed.js';
import { filesBelow, unreadable } from '../read-files.js';
import { RequestError } from './requests.js';
import type { Answer, Requests } from './requests.js';

/** An article or a list of articles that is not loaded yet. */
export interface Source {
  /** Path or URL as shown in the report. */
  readonly name: string;
  /** URL of the article, when it is known. */
  readonly address: string | undefined;
  /** Whether the source is an argument of the command line, and not an entry of a folder or a list. */
  readonly isNamed: boolean;
  /** Whether its parent list declares it as another list. */
  readonly isList: boolean;
  /** Number of lists above it. */
  readonly depth: number;
}

/** The content of a source. */
export interface Loaded {
  readonly bytes: Uint8Array;
  readonly type: string;
  readonly address: string | undefined;
}

/** Reports one source that cannot be read; the audit continues with the others. The message has no final full stop. */
export class SourceError extends Error {
  override readonly name = 'SourceError';
}

/** Maximum bytes of a sitemap by its protocol (sitemaps.org). */
const maxBytes = 50 * 1024 * 1024;
const named = { isNamed: true, isList: false, depth: 0 } as const;
const isPageName = (name: string) => /\.x?html?$/i.test(name);

/** Returns the sources of one argument. Rejects with a `CommandError` when there are none. */
export async function sourcesOf(argument: string, baseUrl: string | undefined): Promise<Source[]> {
  if (isUrl(argument)) {
    const { href } = new URL(argument);
    return [{ name: href, address: href, ...named }];
  }
  if (argument === '-') return [{ name: '-', address: baseUrl, ...named }];
  try {
    if (!(await stat(argument)).isDirectory())
      return [{ name: argument, address: addressOf(basename(argument), baseUrl), ...named }];
    const paths = await filesBelow(argument, isPageName);
    if (!paths.length) throw new CommandError(`${argument} has no file that ends in .html, .htm or .xhtml`);
    return paths.map((path) => {
      const inside = relative(argument, path).split(sep).join('/');
      return { name: path.split(sep).join('/'), address: addressOf(inside, baseUrl), ...named, isNamed: false };
    });
  } catch (error) {
    throw unreadable(argument, error);
  }
}

/** Returns the URL of a file in a folder. An index page has the URL of its folder. */
function addressOf(path: string, baseUrl: string | undefined): string | undefined {
  if (baseUrl === undefined) return undefined;
  const encoded = path.split('/').map(encodeURIComponent).join('/');
  return new URL(encoded.replace(/(^|\/)index\.html?$/, '$1'), baseUrl).href;
}

/** Loads a source. Rejects with a `SourceError` when it cannot be read. */
export async function load({ name, address, isNamed }: Source, requests: Requests, io: Io): Promise<Loaded> {
  if (name === '-') {
    const pieces: Buffer[] = [];
    for await (const piece of io.stdin) pieces.push(Buffer.from(piece));
    return { bytes: Buffer.concat(pieces), type: '', address };
  }
  if (address === undefined || !isUrl(name))
    return { bytes: await unpacked(await readFile(name, isNamed)), type: '', address };
  let answer: Answer;
  try {
    const accept =
      'text/html, application/xhtml+xml, application/atom+xml, application/rss+xml, application/xml;q=0.9, */*;q=0.1';
    answer = await requests.get(address, { accept, maxBytes, mayFollow: (location) => isSameSite(address, location) });
  } catch (error) {
    if (error instanceof RequestError) throw new SourceError(`It cannot be read: ${error.message}`, { cause: error });
    throw error;
  }
  const { status, type, bytes, address: at } = answer;
  if (status === 302)
    throw new SourceError(`It redirects to another host, ${at}; name that address where it is the article`);
  if (status < 200 || status > 299) throw new SourceError(`It cannot be read: its server answers HTTP ${status}`);
  return { bytes: await unpacked(bytes), type, address: at };
}

/**
 * Treats `example.org` and `www.example.org` as one site. Redirects to other hosts are not followed, because a login page has no embeds
 * and would pass the audit.
 */
function isSameSite(from: string, to: string): boolean {
  const [a, b] = [new URL(from).hostname, new URL(to).hostname];
  return a === b || a.endsWith(`.${b}`) || b.endsWith(`.${a}`);
}

async function readFile(path: string, isNamed: boolean): Promise<Uint8Array> {
  try {
    const file = await open(path);
    try {
      const { size } = await file.stat();
      if (size > maxBytes) throw new SourceError(`It has more than ${maxBytes / 1024 / 1024} MiB`);
      return await file.readFile();
    } finally {
      await file.close();
    }
  } catch (error) {
    if (error instanceof SourceError) throw error;
    const told = unreadable(path, error);
    if (isNamed) throw told;
    throw new SourceError(told.message, { cause: error });
  }
}

/** Unpacks gzip content, because sitemaps are often stored compressed. */
async function unpacked(bytes: Uint8Array): Promise<Uint8Array> {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    return await promisify(gunzip)(bytes, { maxOutputLength: maxBytes });
  } catch (cause) {
    throw new SourceError(`It cannot be unpacked: ${(cause as Error).message}`, { cause });
  }
}
