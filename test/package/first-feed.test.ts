/**
 * Follows `docs/your-first-feed.md`: writes its files, runs its commands, and embeds the published record in a page.
 */
import { readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchChromium } from '../support/chromium.js';
import { runCommand } from '../support/command.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const recipe = readFileSync(join(root, 'docs/your-first-feed.md'), 'utf8');
const blocks = [...recipe.matchAll(/^```(\w+)(?: (\S+))?\n([^]*?)^```$/gm)].map(([, kind, file, text = '']) => ({
  kind,
  file,
  text,
}));
const commands = blocks.flatMap(({ kind, text }) => (kind === 'sh' ? text.trim().split('\n') : []));

let folder: string;
let address: string;
/** Further pages of the host by path, besides the site. */
const pages = new Map<string, string>();
const server = createServer((request, response) => {
  const path = decodeURIComponent(new URL(request.url ?? '/', 'http://x').pathname);
  const file = path.startsWith('/dist/') ? join(root, path) : join(folder, 'my-feed/site', path);
  const type = path.endsWith('.js')
    ? 'text/javascript'
    : path.endsWith('.json')
      ? 'application/json'
      : 'text/html; charset=utf-8';
  const page = pages.get(path);
  (page === undefined ? readFile(file) : Promise.resolve(page)).then(
    (body) => response.writeHead(200, { 'content-type': type, 'access-control-allow-origin': '*' }).end(body),
    () => response.writeHead(404).end(),
  );
});

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'provision-embed-recipe-'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});
afterAll(async () => {
  server.close();
  server.closeAllConnections();
  await rm(folder, { recursive: true, force: true });
});

/** The words of a command line; text in double quotes is one word. */
const wordsOf = (line: string) =>
  [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');

it('leads from an empty folder to a card in a page', async () => {
  let cwd = folder;
  let snippet = '';
  for (const line of commands) {
    const [program, ...args] = wordsOf(line.replaceAll('https://you.example/', address));
    if (program === 'mkdir') await import('node:fs/promises').then(({ mkdir }) => mkdir(join(cwd, args[0]!)));
    else if (program === 'cd') cwd = join(cwd, args[0]!);
    // The package is not published while its tests run, so the built command replaces the installed one.
    else if (program === 'npm') expect(['init', 'install']).toContain(args[0]);
    else {
      expect([program, args[0]]).toEqual(['npx', 'provision-embed']);
      const { code, out, err } = await runCommand(cwd, args.slice(1));
      expect([line, code, args[1] === 'snippet' ? '' : err]).toEqual([line, 0, '']);
      if (args[1] === 'snippet') snippet = out;
    }
    // After the template, the reader saves the spreadsheet of the recipe.
    for (const { kind, file, text } of blocks)
      if (kind === 'csv' && line.includes('--template')) await writeFile(join(cwd, file!), text);
  }
  expect(JSON.parse(await readFile(join(cwd, 'feed.json'), 'utf8'))).toMatchObject({
    items: [{ id: 'FF-0001' }, { id: 'FF-0002' }],
  });

  // The page loads this build, so the published script's address and hash are replaced.
  const article = snippet.replace(/<script[^>]*><\/script>/, '<script async src="/dist/provision-embed.js"></script>');
  expect(article).toContain('/dist/provision-embed.js');
  pages.set('/article', `<!doctype html><html lang="en"><title>Article</title><body>${article}`);
  const browser = await launchChromium();
  try {
    const page = await browser.newPage();
    await page.goto(`${address}article`);
    await page.getByRole('heading', { name: 'Lanternbook may close an account without notice' }).waitFor();
    expect(await page.getByText('Lanternbook can close your account at any time').count()).toBe(1);
  } finally {
    await browser.close();
  }
});

it('describes the later commands correctly', async () => {
  const cwd = join(folder, 'my-feed');
  expect(await runCommand(cwd, ['seal', 'feed.json', '--check'])).toMatchObject({
    code: 0,
    out: 'feed.json: sealed\n',
  });
});
