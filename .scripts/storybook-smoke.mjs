// @ts-check
/**
 * Builds Storybook as it is published, opens every story and page of it, and fails on what a reader's console would show;
 * with `--axe` also on what axe finds in a story in any look.
 */
import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { availableParallelism } from 'node:os';
import { extname, join } from 'node:path';
import { ensureBrowsers, findChromium } from './browsers.mjs';
import { ensureDependencies } from './ensure.mjs';
import { bin, isMain, root, run } from './run.mjs';
import { looks, violationsOfStory } from './storybook-access.mjs';

const folder = join(root, 'dist/storybook');
const patience = 30_000;

/** Four looks at each story take minutes: not yet in CI (issue 7), asked for with `--axe`. */
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
    // A story about a feed that fails says so with a tag. Its docs page shows it too.
    const failing = new Set(
      Object.values(entries)
        .filter(({ tags }) => tags?.includes('failing-request'))
        .flatMap(({ id, title }) => [id, `docs of ${title}`]),
    );
    const waiting = Object.values(entries).values();
    const openWaiting = async () => {
      for (const entry of waiting) {
        const context = await browser.newContext();
        const networkMayFail = failing.has(entry.type === 'docs' ? `docs of ${entry.title}` : entry.id);
        const problems = await open(await context.newPage(), server.url, entry, networkMayFail);
        await context.close();
        if (problems.length === 0) counts.passed += 1;
        else {
          counts.failed += 1;
          console.error(`✗ ${entry.title} › ${entry.name}\n    ${problems.join('\n    ')}`);
        }
      }
    };
    await Promise.all(Array.from({ length: Math.min(availableParallelism(), 4) }, openWaiting));
    console.log(
      `Opened ${counts.passed + counts.failed} stories and pages${asksAxe ? `; axe looked at stories in ${Object.keys(looks).join(', ')}` : ''}.`,
    );
    // An empty Storybook opens without an error too.
    return counts.passed + counts.failed > 0 ? counts : { passed: 0, failed: 1 };
  } finally {
    await browser.close();
    server.close();
  }
}

/**
 * @typedef {object} Entry
 * @property {string} id
 * @property {string} title
 * @property {string} name
 * @property {'story' | 'docs'} type
 * @property {string[]} [tags]
 */

/**
 * @param {import('playwright').Page} page
 * @param {string} origin
 * @param {Entry} entry
 * @param {boolean} networkMayFail
 */
async function open(page, origin, { id, type }, networkMayFail) {
  /** @type {string[]} */
  const problems = [];
  page.on('pageerror', (error) => problems.push(`page error: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() !== 'error') return;
    if (networkMayFail && message.text().startsWith('Failed to load resource')) return;
    problems.push(`console: ${message.text()}`);
  });
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? '';
    // An element that is re-sourced or removed aborts its own request.
    if (!networkMayFail && reason !== 'net::ERR_ABORTED') problems.push(`request: ${request.url()} ${reason}`);
  });
  page.on('response', (response) => {
    if (!networkMayFail && response.status() >= 400) problems.push(`request: ${response.url()} ${response.status()}`);
  });
  try {
    // Storybook's own check would look at each story once more.
    await page.goto(`${origin}/iframe.html?id=${id}&viewMode=${type}&globals=a11y.manual:!true`, { timeout: patience });
    const root = type === 'docs' ? '#storybook-docs' : '#storybook-root';
    await page.waitForSelector(`.sb-show-main ${root} > *, .sb-show-errordisplay`, {
      timeout: patience,
      state: 'attached',
    });
    await page.waitForLoadState('networkidle', { timeout: patience });
    if (await page.locator('.sb-show-errordisplay').count()) {
      problems.push(await page.locator('#error-message').innerText());
    } else if (asksAxe && type === 'story') {
      problems.push(...(await violationsOfStory(page)));
    }
  } catch (error) {
    problems.push(String(error));
  }
  return problems;
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
    response.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream' });
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
