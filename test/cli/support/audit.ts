import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { run } from '../../../src/cli/run.js';

export interface AuditOutcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs `audit` with these arguments in this process, so that a test can count a server's requests. */
export async function runAudit(args: readonly string[], { input = '', isTTY = false } = {}): Promise<AuditOutcome> {
  let [out, err] = ['', ''];
  const code = await run(['audit', ...args], {
    stdout: { write: (text) => (out += text) },
    stderr: { write: (text) => (err += text), isTTY },
    // eslint-disable-next-line @typescript-eslint/require-await
    stdin: (async function* () {
      yield input;
    })(),
    signal: new AbortController().signal,
  });
  return { code, out, err };
}

/** A row of the `--json` report. */
export interface AuditRow {
  readonly article: string;
  readonly state: string;
  readonly evidence?: string;
  readonly form?: string;
  readonly line?: number;
  readonly column?: number;
  readonly record?: string;
  readonly message: string;
  readonly notes?: readonly string[];
  readonly since?: string;
  readonly by?: string;
}

export async function auditRows(
  args: readonly string[],
): Promise<AuditOutcome & { readonly rows: readonly AuditRow[] }> {
  const outcome = await runAudit([...args, '--json']);
  const { results } = JSON.parse(outcome.out) as { results: readonly AuditRow[] };
  return { ...outcome, rows: results };
}

/** Creates a folder with these files; it is removed after the test. */
export async function folderOf(files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'provision-embed-audit-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), content);
  }
  return folder;
}

/** Returns an article around the pasted HTML. */
export const articleOf = (body: string, head = '') =>
  `<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>News</title>${head}</head>\n<body><article><h1>News</h1>\n<p>Before.</p>\n${body}\n<p>After.</p></article></body></html>\n`;
