/**
 * The package as newcomers get it, in their projects: packed, installed, put into place by copy and paste from README.md and docs/frameworks.md, compiled, built,
 * and read in a browser. Nothing here sees this repository's sources or packages.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publicScript } from '../../src/snippets/options.js';
import { launchChromium } from '../support/chromium.js';
import { commands, fileOf, files } from './readme.js';
import { serve, visit, type Hosts } from './reading.js';
import { workshop, type Workshop } from './workshop.js';

interface FeedOfOne {
  readonly items: readonly { readonly title: string; readonly _provision: { readonly summary: string } }[];
}

const feed = new URL('../../demo/feeds/r/CW-0006.json', import.meta.url);
const [record] = (JSON.parse(readFileSync(feed, 'utf8')) as FeedOfOne).items;
const title = record?.title ?? '';

let browser: Browser;
let shop: Workshop;

beforeAll(async () => {
  [browser, shop] = await Promise.all([launchChromium(), workshop()]);
});
afterAll(async () => {
  await browser.close();
  shop.remove();
});

/** The journalist's snippet without the script tag, because the project loads the script itself. */
const article = () => fileOf('article.html').replace(/^<script.*<\/script>\n/m, '');

/** Inserts HTML in the place of a project's article. */
function fill(page: string, html: string): void {
  shop.write(page, shop.read(page).replace('<!-- article -->', html));
}

/** Opens a built project as a reader: the card is painted, and its lazily loaded parts arrive on request. */
async function read(folder: string, hosts?: Hosts): Promise<void> {
  const site = await serve(join(shop.folder, folder));
  const { page, complaints } = await visit(browser, site.url, hosts);
  try {
    const card = page.locator('provision-card');
    await card.getByRole('heading', { name: title }).waitFor();
    await card.locator('[part~="badge"]').first().waitFor();
    expect(await page.getByText(title, { exact: true }).first().isVisible()).toBe(true);
    // Chunks load from the addresses that the bundler gave them.
    await card.getByRole('button', { name: 'Show the full record' }).click();
    await card.locator('#rest').waitFor();
    expect(complaints).toEqual([]);
  } finally {
    await page.close();
    site.close();
  }
}

describe('a page with a script tag', () => {
  it('shows a card where the snippet was pasted', async () => {
    fill('script/index.html', fileOf('article.html'));
    const address = publicScript.replace('provision-embed.js', '');
    expect(fileOf('article.html')).toContain(`src="${publicScript}"`);
    await read('script', { [address]: join(shop.folder, 'node_modules/provision-embed/dist') });
  });
});

describe('a project with Vite and TypeScript', () => {
  it('compiles, builds and shows the record', async () => {
    shop.write('vite/main.ts', fileOf('main.ts'));
    fill('vite/index.html', article());
    await shop.must('vite', 'tsc', '-p', '.');
    await shop.must('vite', 'vite', 'build');
    await read('vite/dist');
  });
});

describe('a project with webpack', () => {
  it('builds without settings, and shows the record', async () => {
    fill('webpack/index.html', article());
    await shop.must('webpack', 'webpack', '--mode', 'production');
    await read('webpack');
  });
});

describe('a project with Next.js', () => {
  it('imports the package on the server, compiles, builds and shows the record', async () => {
    shop.write('next/app/provision.tsx', fileOf('app/provision.tsx'));
    shop.write('next/feed.json', shop.read('feed.json'));
    await shop.must('next', 'next', 'build');
    const html = shop.read('next/out/index.html');
    expect(html).toContain(title);
    // The server rendered the fallback for readers without JavaScript.
    expect(html).toMatch(/<provision-card[^>]*><blockquote/);
    await read('next/out');
  });
});

describe('a project with Vue', () => {
  it('compiles, builds and shows the record', async () => {
    shop.write('vue/vite.config.ts', fileOf('vite.config.ts'));
    shop.write('vue/src/Article.vue', fileOf('src/Article.vue'));
    await shop.must('vue', 'vue-tsc', '-p', '.');
    await shop.must('vue', 'vite', 'build');
    await read('vue/dist');
  });

  it('does not compile a wrong attribute in a template', async () => {
    shop.write('vue/src/Wrong.vue', wrong(fileOf('src/Article.vue')));
    const { code, text } = await shop.run('vue', 'vue-tsc', '-p', '.');
    expect(code).not.toBe(0);
    expect(text).toMatch(/^src\/Wrong\.vue.*error TS/m);
    expect(text.match(/^src\/(?!Wrong\.vue)\S+/gm)).toBeNull();
  });
});

describe('a project with SvelteKit', () => {
  it('imports the package on the server, compiles, builds and shows the record', async () => {
    shop.write('sveltekit/src/routes/+page.svelte', fileOf('src/routes/+page.svelte'));
    await shop.must('sveltekit', 'svelte-kit', 'sync');
    await shop.must('sveltekit', 'svelte-check');
    await shop.must('sveltekit', 'vite', 'build');
    expect(shop.read('sveltekit/build/index.html')).toMatch(/<provision-card[^>]*><blockquote/);
    await read('sveltekit/build');
  });

  it('does not compile a wrong attribute in a template', async () => {
    shop.write('sveltekit/src/Wrong.svelte', wrong(fileOf('src/routes/+page.svelte')));
    const { code, text } = await shop.run('sveltekit', 'svelte-check', '--output', 'machine');
    expect(code).not.toBe(0);
    expect(text).toMatch(/ERROR "src\/Wrong\.svelte"/);
    expect(text.match(/ERROR "(?!src\/Wrong\.svelte)/g)).toBeNull();
  });
});

/** The same code with a layout that does not exist. */
function wrong(code: string): string {
  const changed = code.replace('layout="article"', 'layout="huge"');
  expect(changed).not.toBe(code);
  return changed;
}

describe('an analyst', () => {
  const typed = commands.filter((command) => command.startsWith('npx provision-embed '));

  it.each(typed)('runs %s', async (command) => {
    const args = command.split(' ').slice(2);
    const text = await shop.must('.', 'provision-embed', ...args);
    expect(text).toMatch(/\w/);
  });

  it('reads a feed with the functions', async () => {
    shop.write('check.mjs', fileOf('check.mjs'));
    const { code, text } = await shop.node('check.mjs');
    expect([code, text]).toEqual([0, expect.stringContaining('CW-0006 ')]);
  });
});

it('leaves no file of README.md and docs/frameworks.md out', () => {
  const known = [
    'article.html',
    'main.ts',
    'app/provision.tsx',
    'vite.config.ts',
    'src/Article.vue',
    'src/routes/+page.svelte',
    'check.mjs',
    '.vscode/settings.json',
  ];
  expect([...files.keys()].sort()).toEqual(known.sort());
});
