/**
 * Pages that a framework renders on the server, hydrates, updates and unmounts, in development builds because those
 * warn about changed DOM; and a page that Turbo navigates.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { compile, compileModule } from 'svelte/compiler';
import { build, type InlineConfig, type Plugin } from 'vite';
import { createSSRApp } from 'vue';
import { renderToString as renderVue } from 'vue/server-renderer';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { quotation, records } from './feeds.js';
import { answer, behind, feed, gate, site } from './site.js';
import { painted, settled, visitor, type Visit } from './visit.js';

/** The properties of an article, and how often it was rendered. */
interface Wish {
  readonly src: string;
  readonly record: string;
  readonly words: string;
  readonly permalink: string;
  readonly count: number;
}

interface App {
  readonly hydrate: (wish: Wish) => void;
  readonly update: (wish: Wish) => unknown;
  readonly unmount: () => unknown;
}

declare global {
  interface Window {
    app: App;
  }
}

// The server's markup and the page's bundle must come from the same build, whatever mode the tests run in.
vi.stubEnv('NODE_ENV', 'development');

const folder = fileURLToPath(new URL('./apps', import.meta.url));
const require = createRequire(import.meta.url);
const require18 = createRequire(new URL('./react-18/package.json', import.meta.url));

/** Compiles Svelte's components and modules, for Node or for the browser. */
function svelte(generate: 'client' | 'server'): Plugin {
  return {
    name: 'svelte',
    transform: (code, id) => {
      if (id.endsWith('.svelte')) return compile(code, { generate, dev: true, filename: id }).js;
      if (id.endsWith('.svelte.js')) return compileModule(code, { generate, dev: true, filename: id }).js;
      return undefined;
    },
  };
}

async function bundle(entry: string, config: InlineConfig, ssr = false): Promise<string> {
  const built = await build({
    configFile: false,
    root: folder,
    mode: 'development',
    logLevel: 'error',
    define: {
      'process.env.NODE_ENV': '"development"',
      __VUE_OPTIONS_API__: 'true',
      __VUE_PROD_DEVTOOLS__: 'false',
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'true',
    },
    ...config,
    build: {
      write: false,
      minify: false,
      ssr,
      lib: { entry: `${folder}/${entry}`, formats: ['es'], fileName: 'app' },
    },
  });
  const [output] = Array.isArray(built) ? built : [built];
  if (!output || !('output' in output)) throw new Error('Nothing was built');
  return output.output[0].code;
}

type Server = (wish: Wish) => string | Promise<string>;

interface Made {
  readonly script: string;
  readonly render: Server;
}

/** The React functions that the server needs; each React version has its own types. */
interface React {
  readonly createElement: (type: unknown, props: object) => unknown;
  readonly renderToString: (element: unknown) => string;
}

async function react(from: NodeJS.Require): Promise<Made> {
  const { createElement } = from('react') as React;
  const { renderToString } = from('react-dom/server') as React;
  const { Article } = (await import('./apps/react-article.mjs')) as { Article: unknown };
  const alias = ['react', 'react-dom'].map((name) => ({
    find: new RegExp(`^${name}(?=$|/)`),
    replacement: from.resolve(`${name}/package.json`).replace('/package.json', ''),
  }));
  return {
    script: await bundle('react.mjs', { resolve: { alias } }),
    render: (wish) => renderToString(createElement(Article, { h: createElement, wish })),
  };
}

async function vue(): Promise<Made> {
  const { Article } = await import('./apps/vue-article.mjs');
  return {
    script: await bundle('vue.mjs', {}),
    render: (wish) => renderVue(createSSRApp({ render: () => Article({ wish }) })),
  };
}

async function svelteApp(): Promise<Made> {
  const server = await bundle('svelte-server.mjs', { plugins: [svelte('server')], ssr: { noExternal: true } }, true);
  const { html } = (await bundled(server)) as { html: Server };
  return {
    script: await bundle('svelte.mjs', {
      plugins: [svelte('client')],
      resolve: { conditions: ['browser', 'development', 'module', 'import'] },
    }),
    render: html,
  };
}

const bundled = (code: string): Promise<unknown> =>
  import(/* @vite-ignore */ `data:text/javascript;base64,${Buffer.from(code).toString('base64')}`);

const frameworks: readonly (readonly [name: string, make: () => Promise<Made>])[] = [
  ['React 18', () => react(require18)],
  ['React 19', () => react(require)],
  ['Vue 3', vue],
  ['Svelte 5', svelteApp],
];

const first = (src: string): Wish => ({
  src,
  record: 'T-1',
  words: quotation,
  permalink: 'https://records.example/r/T-1',
  count: 1,
});
const titles = ['Notes are read, thumbs override the refusal', 'The second record'] as const;

/** The headings of both embeds: the upgraded quotation and the element. */
const headings = ({ page }: Visit) => page.locator('provision-card [part~="heading"]');

/** Warnings and errors, without a framework's advertisement of its developer tools. */
const complaints = (reader: Visit) => reader.complaints().filter((line) => /^(?:uncaught|warning|error)/.test(line));

async function expectBoth(reader: Visit, title: string): Promise<void> {
  await expect
    .poll(() =>
      headings(reader)
        .allTextContents()
        .then((all) => all.map((one) => one.trim())),
    )
    .toEqual([title, title]);
  expect(await painted(reader.page).evaluateAll((all) => all.filter((one) => one.checkVisibility()).length)).toBe(2);
}

describe.each(frameworks)('a page of %s', (_, make) => {
  let made: Made;
  beforeAll(async () => {
    made = await make();
  });

  it.each(['before', 'after'])('shows both cards and survives updates with the script %s hydration', async (when) => {
    const [paper, publisher] = [await site(), await site()];
    const src = publisher.serve('/feed.json', feed(records));
    const script = paper.scripts();
    paper.serve('/app.js', answer(200, 'text/javascript', made.script));
    const reader = await visitor();
    const wish = first(src);
    const tag = `<script src="${script}"></script>`;
    await reader.open(
      paper.page(`<div id="root">${await made.render(wish)}</div><script type="module" src="/app.js"></script>`, {
        head: when === 'before' ? tag : '',
      }),
    );
    const { page } = reader;
    const ours = (source: string) =>
      page.evaluate((from) => {
        document.head.append(Object.assign(document.createElement('script'), { src: from }));
      }, source);
    const hydrate = async () => {
      await page.waitForFunction(() => 'app' in window);
      await page.evaluate((given) => window.app.hydrate(given), wish);
      await settled(page);
    };
    if (when === 'before') await expectBoth(reader, titles[0]);
    await hydrate();
    if (when === 'after') await ours(script);
    await expectBoth(reader, titles[0]);
    await reader.told('provision-load', 2);
    expect(await reader.seen('provision-load')).toHaveLength(2);

    // The parent renders again: no request is sent and no card is rendered again.
    await page.evaluate((given) => void window.app.update(given), { ...wish, count: 2 });
    await page.getByText('Read 2 times').waitFor();
    await expectBoth(reader, titles[0]);
    expect(await reader.seen('provision-load')).toHaveLength(2);

    // The parent renders another record.
    const second = { ...wish, record: 'T-2', permalink: 'https://records.example/r/T-2', count: 3 };
    await page.evaluate((given) => void window.app.update(given), second);
    await expectBoth(reader, titles[1]);

    await page.evaluate(() => void window.app.unmount());
    await expect.poll(() => page.locator('#root').evaluate((root) => root.childElementCount)).toBe(0);
    await settled(page);
    expect(await page.locator('provision-card').count()).toBe(0);
    expect(complaints(reader)).toEqual([]);
    expect(publisher.count('/feed.json')).toBe(1);
  });
});

describe('the probe itself', () => {
  it('detects a hydration warning', async () => {
    const made = await vue();
    const paper = await site();
    paper.serve('/app.js', answer(200, 'text/javascript', made.script));
    const wish = first('https://records.example/feed.json');
    const reader = await visitor();
    const changed = (await made.render(wish)).replace('Read 1 times', 'Read 7 times');
    await reader.open(paper.page(`<div id="root">${changed}</div><script type="module" src="/app.js"></script>`));
    await reader.page.waitForFunction(() => 'app' in window);
    await reader.page.evaluate((given) => window.app.hydrate(given), wish);
    await expect.poll(() => complaints(reader).join('\n')).toContain('Hydration');
  });
});

describe('Turbo', () => {
  const turbo = readFileSync(require.resolve('@hotwired/turbo'), 'utf8');

  it.each(['head', 'body'])(
    'shows one card after back, forward and a preview from the cache, with the script in the %s',
    async (place) => {
      const [paper, publisher] = [await site(), await site()];
      const src = publisher.serve('/feed.json', feed(records));
      paper.serve('/turbo.js', answer(200, 'text/javascript', turbo));
      const script = `<script src="${paper.scripts()}"></script>`;
      const head = `<script src="/turbo.js"></script>${place === 'head' ? script : ''}`;
      const embed = (record: string) =>
        `<blockquote class="provision-embed" data-src="${src}" data-record="${record}"><p>${quotation}</p></blockquote>${place === 'body' ? script : ''}`;
      const article = (record: string) => `<h1>${record}</h1>${embed(record)}`;
      const [one, other] = [paper.page(article('T-1'), { head }), paper.page(article('T-2'), { head, path: '/other' })];
      const reader = await visitor();
      await reader.open(one);
      const { page } = reader;
      const shows = async (title: string) => {
        await expect
          .poll(() =>
            headings(reader)
              .allTextContents()
              .then((all) => all.map((text) => text.trim())),
          )
          .toEqual([title]);
        await settled(page);
        expect(await page.locator('blockquote.provision-embed').count()).toBe(1);
        expect(await painted(page).isVisible()).toBe(true);
      };
      const visit = (url: string) =>
        page.evaluate((to) => (window as unknown as { Turbo: { visit: (to: string) => void } }).Turbo.visit(to), url);
      await shows(titles[0]);
      await visit(other);
      await shows(titles[1]);
      await page.goBack();
      await shows(titles[0]);
      await page.goForward();
      await shows(titles[1]);
      // The first page again: Turbo shows its cached copy until the server has answered.
      const answered = gate();
      const response = answer(
        200,
        'text/html',
        `<!doctype html><html><head><title>An article</title>${head}</head><body>${article('T-1')}<p>Anew.</p></body></html>`,
      );
      paper.serve('/article', behind(answered, response));
      await visit(one);
      await page.locator('html[data-turbo-preview]').waitFor();
      await shows(titles[0]);
      answered.open();
      await page.getByText('Anew.').waitFor();
      await shows(titles[0]);
      expect(complaints(reader)).toEqual([]);
      expect(publisher.count('/feed.json')).toBe(1);
    },
  );
});
