/** Reads the history of an Open Terms Archive repository with the `git` command. */
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { OtaVersion } from '../import/index.js';
import { CommandError } from './errors.js';

/** A commit's entry for one file, without the text. */
interface Entry {
  readonly version: Omit<OtaVersion, 'text'>;
  /** Id of the blob; undefined when the commit removed the file. */
  readonly blob: string | undefined;
}

/** A readable repository. `close` removes its temporary files. */
export interface Repository {
  readonly folder: string;
  readonly head: string;
  readonly origin: string | undefined;
  close(): Promise<void>;
}

const noBlob = /^0+$/;

/** Opens a clone (bare or not) or a bundle. A bundle is cloned into the system's temporary folder first. */
export async function openRepository(path: string, signal: AbortSignal): Promise<Repository> {
  let folder = path;
  let temporary: string | undefined;
  if (path.endsWith('.bundle')) {
    temporary = await mkdtemp(join(tmpdir(), 'provision-embed-'));
    folder = join(temporary, 'clone');
  }
  const close = async () => {
    if (temporary !== undefined) await rm(temporary, { recursive: true, force: true });
  };
  try {
    if (temporary !== undefined) {
      await git(undefined, ['clone', '--quiet', '--mirror', path, folder], signal);
      // The HEAD of a bundle may point to a branch that the bundle does not contain.
      const [, branch] = /^\S+ (refs\/heads\/\S+)$/m.exec(text(await git(folder, ['show-ref'], signal))) ?? [];
      if (branch !== undefined) await git(folder, ['symbolic-ref', 'HEAD', branch], signal);
    }
    const head = text(await git(folder, ['rev-parse', 'HEAD'], signal)).trim();
    const origin = text(await git(folder, ['config', '--default', '', '--get', 'remote.origin.url'], signal)).trim();
    return { folder, head, origin: origin.startsWith('https:') ? origin : undefined, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Reads all commits of all Markdown files, oldest first, without the texts. */
export async function readEntries(folder: string, signal: AbortSignal): Promise<Entry[]> {
  const format = '--format=%x00%H%x09%aI%x09%s';
  const out = text(
    await git(
      folder,
      ['-c', 'core.quotepath=off', 'log', '--reverse', '--raw', '--no-abbrev', '--no-renames', '--root', format],
      signal,
    ),
  );
  const entries: Entry[] = [];
  for (const block of out.split('\0').slice(1)) {
    const [head = '', ...lines] = block.split('\n');
    const [commit = '', date = '', ...subject] = head.split('\t');
    for (const line of lines) {
      const [, blob = '', quoted = ''] = /^:\d+ \d+ \S+ (\S+) \S+\t(.*)$/.exec(line) ?? [];
      const path = quoted.startsWith('"') ? (JSON.parse(quoted) as string) : quoted;
      // Skip files at the top, such as the README and the licence. Documents are in the folders of their services.
      if (!/\/[^/]+\.md$/i.test(path)) continue;
      entries.push({
        version: { commit, date, subject: subject.join('\t'), path },
        blob: noBlob.test(blob) ? undefined : blob,
      });
    }
  }
  return entries;
}

/** Adds the texts to the entries. Each blob is read once, because documents often return to an earlier text. */
export async function readTexts(folder: string, entries: readonly Entry[], signal: AbortSignal): Promise<OtaVersion[]> {
  const blobs = [...new Set(entries.flatMap(({ blob }) => blob ?? []))];
  const texts = new Map<string, string>();
  // Read in batches to limit memory, because git's output is held as bytes and as text.
  for (let at = 0; at < blobs.length; at += 500) {
    const asked = blobs.slice(at, at + 500);
    const bytes = await git(folder, ['cat-file', '--batch'], signal, `${asked.join('\n')}\n`);
    let offset = 0;
    for (const blob of asked) {
      const end = bytes.indexOf(10, offset);
      const size = Number(bytes.subarray(offset, end).toString('latin1').split(' ')[2]);
      if (!Number.isInteger(size))
        throw new CommandError(`git has no object ${blob}: is the clone shallow or partial?`);
      texts.set(blob, bytes.subarray(end + 1, end + 1 + size).toString('utf8'));
      offset = end + 1 + size + 1;
    }
  }
  return entries.map(({ version, blob }) => ({ ...version, text: blob === undefined ? undefined : texts.get(blob) }));
}

const text = (bytes: Buffer) => bytes.toString('utf8');

function git(
  folder: string | undefined,
  args: readonly string[],
  signal: AbortSignal,
  input?: string,
): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const all = folder === undefined ? args : ['-C', folder, ...args];
    const child = spawn('git', all, { signal, stdio: ['pipe', 'pipe', 'pipe'] });
    const [out, err]: [Buffer[], Buffer[]] = [[], []];
    child.stdout.on('data', (piece: Buffer) => out.push(piece));
    child.stderr.on('data', (piece: Buffer) => err.push(piece));
    child.once('error', (error: NodeJS.ErrnoException) => {
      reject(
        error.code === 'ENOENT'
          ? new CommandError('The git command is needed, and it was not found', { cause: error })
          : error,
      );
    });
    child.once('close', (code) => {
      if (code === 0) resolve(Buffer.concat(out));
      else
        reject(
          new CommandError(
            `git ${args[0] ?? ''} failed${folder === undefined ? '' : ` in ${folder}`}: ${text(Buffer.concat(err)).trim()}`,
          ),
        );
    });
    // Ignore EPIPE: a process that ends early is reported through its exit code.
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
  });
}
