/** Storybook as it is published: its build, and each of its documentation pages in a browser. The Vitest project `storybook` tests the stories. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright';
import { preview, type PreviewServer } from 'vite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { npm } from '../../scripts/run.mjs';
import { launchChromium } from '../support/chromium.js';

interface Entry {
  readonly id: string;
  readonly title: string;
  readonly type: 'story' | 'docs';
  readonly tags?: readonly string[];
}

const folder = fileURLToPath(new URL('../../dist/storybook/', import.meta.url));
let browser: Browser;
let server: PreviewServer;
let entries: readonly Entry[];

beforeAll(async () => {
  npm(['run', '--silent', 'build-storybook', '--', '--quiet'], {
    env: { NODE_ENV: '', STORYBOOK_DISABLE_TELEMETRY: '1' },
  });
  const index = JSON.parse(readFileSync(`${folder}index.json`, 'utf8')) as { entries: Record<string, Entry> };
  entries = Object.values(index.entries);
  browser = await launchChromium();
  server = await preview({
    configFile: false,
    appType: 'mpa', // a missing file is a 404
    build: { outDir: folder },
    preview: { host: '127.0.0.1', port: 0 },
  });
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

/** Opens an entry, waits until its stories have rendered and played, and returns what went wrong meanwhile. */
async function problemsOf(page: Page, { id, title, type }: Entry): Promise<string[]> {
  const problems: string[] = [];
  // A page about a feed that fails shows stories with this tag.
  const mayFail = entries.some((entry) => entry.title === title && entry.tags?.includes('failing-request'));
  page.on('pageerror', ({ message }) => problems.push(`page error: ${message}`));
  page.on('console', (message) => {
    if (message.type() !== 'error') return;
    if (!(mayFail && message.text().startsWith('Failed to load resource'))) problems.push(`console: ${message.text()}`);
  });
  await page.goto(`${server.resolvedUrls?.local[0]}iframe.html?id=${id}&viewMode=${type}&globals=a11y.manual:!true`);
  await page.waitForFunction((isDocs) => {
    if (document.body.classList.contains('sb-show-errordisplay')) return true;
    interface Render {
      readonly phase?: string;
    }
    const { currentRender, storyRenders = [] } =
      (window as unknown as { __STORYBOOK_PREVIEW__?: { currentRender?: Render; storyRenders?: Render[] } })
        .__STORYBOOK_PREVIEW__ ?? {};
    const isOver = ({ phase = '' }: Render) => ['finished', 'errored', 'aborted'].includes(phase);
    if (!isDocs) return currentRender !== undefined && isOver(currentRender);
    const shown = document.querySelectorAll('#storybook-docs .sb-story').length;
    return shown > 0 && storyRenders.length === shown && storyRenders.every(isOver);
  }, type === 'docs');
  if (await page.locator('body.sb-show-errordisplay').count()) problems.push(await page.innerText('#error-message'));
  return problems;
}

it('shows every documentation page, and a story, without an error in the console', async () => {
  const pages = entries.filter(({ type }) => type === 'docs');
  expect(pages.length).toBeGreaterThan(5);
  const story = entries.find(({ id }) => id === 'elements-provision-card--compact');
  // One context, so that the parts of Storybook are loaded once.
  const context = await browser.newContext();
  const problems: Record<string, string[]> = {};
  for (const entry of [...pages, story!]) {
    const page = await context.newPage();
    const found = await problemsOf(page, entry);
    if (found.length > 0) problems[entry.id] = found;
    await page.close();
  }
  expect(problems).toEqual({});
});

it('sees an error in the console', async () => {
  const page = await browser.newPage();
  await page.addInitScript(() => console.error('Spoilt'));
  const story = entries.find(({ id }) => id === 'elements-provision-card--compact');
  expect(await problemsOf(page, story!)).toContain('console: Spoilt');
  await page.close();
});
