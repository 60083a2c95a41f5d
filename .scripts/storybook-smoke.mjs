// @ts-check
/**
 * Builds Storybook as it is published, opens every story and page of it, and fails on what a reader's console would show
 * and on what axe finds in a story in any look.
 */
import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { availableParallelism } from 'node:os';
import { extname, join } from 'node:path';
import { ensureBrowsers, findChromium } from './browsers.mjs';
import { ensureDependencies } from './ensure.mjs';
import { bin, isMain, root, run } from './run.mjs';
import { looks, spoil, violationsOfStory } from './storybook-access.mjs';
import { StoryPage } from './storybook-page.mjs';

const folder = join(root, 'dist/storybook');
/** @typedef {import('./storybook-page.mjs').Entry} Entry */

/** Three looks at each story cost some minutes: asked for with `--axe`, as CI does. */
const asksAxe = process.argv.includes('--axe');

/** @type {Record<string, string>} */
const types = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.map': 'application/json',
  '.mjs': 'text/javascript',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

export function buildStorybook() {
  return run(bin.storybook, ['build', '--output-dir', 'dist/storybook', '--quiet'], {
    STORYBOOK_DISABLE_TELEMETRY: '1',
  });
}

/** @returns {Promise<{ passed: number, failed: number }>} */
export async function openEveryStory() {
  /** @type {{ entries: Record<string, Entry> }} */
  const { entries } = JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8'));
  const { chromium } = await import('playwright');
  const server = await serve();
  const browser = await chromium.launch(await findChromium());
  try {
    const counts = { passed: 0, failed: 0 };
    /** @type {Map<string, Entry[]>} */
    const files = new Map();
    for (const entry of Object.values(entries)) files.set(entry.title, [...(files.get(entry.title) ?? []), entry]);
    // The longest first, or one is left alone with it at the end.
    const waiting = [...files.values()].sort((one, other) => other.length - one.length).values();
    const openWaiting = async () => {
      // One context, and one cache with it: the parts of Storybook are loaded once.
      const context = await browser.newContext();
      for (const file of waiting) {
        for await (const { name, title, problems } of openFile(context, server.url, file)) {
          if (problems.length === 0) counts.passed += 1;
          else {
            counts.failed += 1;
            console.error(`✗ ${title} › ${name}\n    ${problems.join('\n    ')}`);
          }
        }
      }
      await context.close();
    };
    const unseen = await missesOf(browser, server.url, Object.values(entries));
    if (unseen.length === 0) counts.passed += 1;
    else {
      counts.failed += 1;
      console.error(`✗ What is spoilt on purpose is not seen: ${unseen.join(', ')}`);
    }
    await Promise.all(Array.from({ length: Math.min(availableParallelism(), 4) }, openWaiting));
    console.log(
      `Opened ${Object.keys(entries).length} stories and pages${asksAxe ? `; axe looked at stories in ${Object.keys(looks).join(', ')}` : ''}.`,
    );
    // An empty Storybook opens without an error too.
    return Object.keys(entries).length > 0 ? counts : { passed: 0, failed: 1 };
  } finally {
    await browser.close();
    server.close();
  }
}

/**
 * Whether all of this can fail: what is not found in a story that has been spoilt.
 *
 * @param {import('playwright').Browser} browser
 * @param {string} origin
 * @param {Entry[]} entries
 */
async function missesOf(browser, origin, entries) {
  const story = entries.find(({ id }) => id === 'elements-provision-card--compact');
  if (!story) return ['the story to spoil'];
  const visit = new StoryPage(await browser.newPage());
  await visit.open(origin, story, false);
  await spoil(visit.page);
  const found = [...(asksAxe ? await violationsOfStory(visit.page) : []), ...visit.problems];
  await visit.page.close();
  return [
    'console: Spoilt',
    ...(asksAxe ? ['light: button-name', ...Object.keys(looks).map((look) => `${look}: color-contrast`)] : []),
  ].filter((one) => !found.some((line) => line.startsWith(one)));
}

/**
 * Opens the stories of a file in one page; after one that fails, the next in a new page.
 *
 * @param {import('playwright').BrowserContext} context
 * @param {string} origin
 * @param {Entry[]} file
 */
async function* openFile(context, origin, file) {
  // A story about a feed that fails says so with a tag. Its docs page shows it too.
  const failing = file.filter(({ tags }) => tags?.includes('failing-request'));
  let visit = new StoryPage(await context.newPage());
  for (const entry of file) {
    const mayFail = entry.type === 'docs' ? failing.length > 0 : failing.includes(entry);
    /** @type {string[]} */
    const found = [];
    try {
      await visit.open(origin, entry, mayFail);
      if (asksAxe && entry.type === 'story') found.push(...(await violationsOfStory(visit.page)));
    } catch (error) {
      found.push(String(error));
    }
    const problems = [...visit.problems, ...found];
    yield { ...entry, problems };
    if (problems.length > 0) {
      await visit.page.close();
      visit = new StoryPage(await context.newPage());
    }
  }
  await visit.page.close();
}

/** @returns {Promise<{ url: string, close: () => void }>} */
function serve() {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const file = join(folder, pathname === '/' ? 'index.html' : decodeURIComponent(pathname));
    if (!file.startsWith(folder) || !existsSync(file) || !statSync(file).isFile()) {
      // Browsers ask for it unasked.
      response.writeHead(pathname === '/favicon.ico' ? 204 : 404).end();
      return;
    }
    response.writeHead(200, {
      'content-type': types[extname(file)] ?? 'application/octet-stream',
      // A hash is part of these files' names.
      ...(pathname.startsWith('/assets/') && { 'cache-control': 'max-age=31536000, immutable' }),
    });
    createReadStream(file).pipe(response);
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
      resolve({ url: `http://127.0.0.1:${port}`, close: () => server.close() });
    });
  });
}

if (isMain(import.meta.url)) {
  ensureDependencies();
  const missing = await ensureBrowsers();
  const built = missing.length === 0 && (process.argv.includes('--no-build') || (await buildStorybook()));
  const { passed, failed } = built ? await openEveryStory() : { passed: 0, failed: 1 };
  console.log(`\n${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 ? 1 : 0;
}
