import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../support/chromium.js';
import config from '../../vite.config.js';
import { Newspaper, serveFolder, type TestServer } from './servers.js';

/** A script with every kind of dependency between chunks. */
const sources = {
  'entry.js': `
    import { Shared, label } from './shared.js';
    window.load = async () => {
      const a = await import('./a.js');
      const [b, again] = await Promise.all([import('./b.js'), import('./b.js')]);
      return {
        shares: a.made instanceof Shared,
        label: label(a.word),
        common: a.common === b.common,
        once: b === again && window.bRuns === 1,
        default: b.default,
        inner: await b.inner(),
      };
    };`,
  'shared.js': `
    window.sharedRuns = (window.sharedRuns ?? 0) + 1;
    export class Shared {}
    export const label = (word) => '„' + word + '“ 𝒳';`,
  'common.js': `export const common = { word: 'wörd' }; export const unused = 1;`,
  'a.js': `
    import { common } from './common.js';
    import { Shared } from './shared.js';
    export const made = new Shared();
    export const { word } = common;
    export { common };`,
  'b.js': `
    import { common } from './common.js';
    window.bRuns = (window.bRuns ?? 0) + 1;
    export { common };
    export default 'default';
    export const inner = async () => (await import('./inner.js')).text(common);`,
  'inner.js': `
    import { label } from './shared.js';
    export const text = ({ word }) => label('inner ' + word);`,
};

const all = {
  shares: true,
  label: '„wörd“ 𝒳',
  common: true,
  once: true,
  default: 'default',
  inner: '„inner wörd“ 𝒳',
};

describe('a classic script and its lazy chunks', () => {
  const folder = mkdtempSync(join(tmpdir(), 'classic-script-'));
  let browser: Browser;
  const newspaper = new Newspaper();
  let server: TestServer;

  beforeAll(async () => {
    for (const [name, code] of Object.entries(sources)) writeFileSync(join(folder, name), code);
    await build({
      ...config,
      configFile: false,
      root: folder,
      logLevel: 'warn',
      build: { ...config.build, lib: { entry: 'entry.js', formats: ['es'], fileName: () => 'script.js' } },
    });
    browser = await launchChromium();
    server = await serveFolder(pathToFileURL(`${folder}/dist/`));
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
    await newspaper.close();
    rmSync(folder, { recursive: true });
  });

  async function load(html: string, headers: Record<string, string> = {}): Promise<unknown> {
    newspaper.html = html;
    newspaper.headers = headers;
    const page = await browser.newPage();
    try {
      await page.goto(`${await newspaper.url()}/2026/article`);
      await page.waitForFunction(() => 'load' in window);
      return await page.evaluate(() => (window as unknown as { load: () => Promise<unknown> }).load());
    } finally {
      await page.close();
    }
  }

  it('finds its chunks from a page of another origin, and shares its modules with them', async () => {
    expect(await load(`<script src="${server.url}/script.js?ver=1"></script>`)).toEqual(all);
  });

  it('does so when it was loaded with CORS, late, or as a module', async () => {
    expect(await load(`<script async crossorigin="anonymous" src="${server.url}/script.js"></script>`)).toEqual(all);
    expect(await load(`<script type="module" src="${server.url}/script.js"></script>`)).toEqual(all);
  });

  it('loads its chunks under a Content-Security-Policy that trusts only a nonce', async () => {
    const policy =
      "default-src 'none'; script-src 'nonce-n0nce'; require-trusted-types-for 'script'; trusted-types 'none'";
    const html = `<script nonce="n0nce" src="${server.url}/script.js"></script>`;
    expect(await load(html, { 'content-security-policy': policy })).toEqual(all);
  });

  it('loads no code from the address of an element named currentScript', async () => {
    const elsewhere = `${await newspaper.url()}/elsewhere/x.png`;
    const requests: string[] = [];
    newspaper.headers = {};
    newspaper.html = `<img name="currentScript" src="${elsewhere}"><script src="${server.url}/script.js"></script>`;
    const page = await browser.newPage();
    page.on('request', (request) => requests.push(request.url()));
    await page.goto(await newspaper.url());
    await page.evaluate(() => (window as unknown as { load: () => Promise<unknown> }).load()).catch(() => undefined);
    await page.close();
    expect(requests.filter((url) => url.includes('/elsewhere/'))).toEqual([elsewhere]);
  });

  it('never runs twice, because no chunk imports it', () => {
    for (const name of readdirSync(join(folder, 'dist/chunks')).filter((file) => file.endsWith('.js'))) {
      expect(readFileSync(join(folder, 'dist/chunks', name), 'utf8')).not.toMatch(/script\.js["'`]/);
    }
  });
});
