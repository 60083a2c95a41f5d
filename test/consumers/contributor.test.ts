/** The contributor's part of README.md: a clone, and its first command. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, it } from 'vitest';
import { launchChromium } from '../support/chromium.js';
import { commands } from './readme.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const clone = mkdtempSync(join(tmpdir(), 'provision-embed-clone-'));

afterAll(() => rmSync(clone, { recursive: true, force: true }));

/** Reads a program's output until it matches, and returns the first group. */
async function printed(program: ChildProcess, wanted: RegExp): Promise<string> {
  let text = '';
  for await (const piece of program.stdout ?? []) {
    text += String(piece);
    const [, found] = wanted.exec(text) ?? [];
    if (found !== undefined) return found;
  }
  throw new Error(`Ended without ${wanted}:\n${text}`);
}

it('builds a clone with npm start, prints an address, and serves the newspaper with its cards there', async () => {
  expect(commands).toContain('npm start');
  const left = new Set(['node_modules', 'dist', 'coverage', '.git', '.wireit']);
  cpSync(root, clone, { recursive: true, filter: (path) => !left.has(relative(root, path)) });
  // `npm ci` itself is not tested, so the clone links to the installed packages.
  symlinkSync(join(root, 'node_modules'), join(clone, 'node_modules'), 'junction');

  const program = spawn('npm', ['start'], {
    cwd: clone,
    env: { ...process.env, NODE_ENV: '', PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
    // A process group of its own, so that npm and its child processes end together.
    detached: process.platform !== 'win32',
    shell: process.platform === 'win32',
  });
  const ended = once(program, 'exit');
  const browser = await launchChromium();
  try {
    const page = await browser.newPage();
    await page.goto(await printed(program, /demo: (http:\/\/\S+)/));
    await page.locator('provision-card [part~="badge"]').first().waitFor();
    expect(await page.locator('provision-card').count()).toBeGreaterThan(1);
  } finally {
    await browser.close();
    if (program.pid !== undefined) process.kill(process.platform === 'win32' ? program.pid : -program.pid, 'SIGTERM');
    await ended;
  }
});
