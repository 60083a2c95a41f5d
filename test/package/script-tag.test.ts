import { readFileSync } from 'node:fs';
import { Script } from 'node:vm';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../setup/chromium.js';
import { Newspaper, serveFolder, type TestServer } from './servers.js';

const dist = new URL('../../dist/', import.meta.url);

it('is a classic script', () => {
  const code = readFileSync(new URL('provision-embed.js', dist), 'utf8');
  expect(() => new Script(code)).not.toThrow();
});

it('is the same in every encoding of a page without a charset', () => {
  const bytes = readFileSync(new URL('provision-embed.js', dist));
  expect(bytes.findIndex((byte) => byte > 127)).toBe(-1);
});

describe('the script on a page', () => {
  let browser: Browser;
  const newspaper = new Newspaper();
  let server: TestServer;

  beforeAll(async () => {
    browser = await launchChromium();
    server = await serveFolder(dist);
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
    await newspaper.close();
  });

  async function open(html: string, headers: Record<string, string> = {}) {
    const page = await browser.newPage();
    const problems: string[] = [];
    const warnings: string[] = [];
    page.on('pageerror', (error) => problems.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') problems.push(message.text());
      if (message.type() === 'warning') warnings.push(message.text());
    });
    newspaper.html = html;
    newspaper.headers = headers;
    await page.goto(await newspaper.url());
    return { page, problems, warnings };
  }

  const src = () => `${server.url}/provision-embed.js`;
  const isDefined = (page: Page) => page.evaluate(() => customElements.get('provision-card') !== undefined);

  it('declares no global, included once or twice', async () => {
    const { page, problems } = await open(`
      <script>window.before = Object.getOwnPropertyNames(window)</script>
      <script src="${src()}"></script><script src="${src()}?ver=2"></script>`);
    expect(await isDefined(page)).toBe(true);
    const added = await page.evaluate(() => {
      const { before } = window as unknown as { before: string[] };
      return Object.getOwnPropertyNames(window).filter((name) => !before.includes(name) && name !== 'before');
    });
    expect(added).toEqual([]);
    expect(problems).toEqual([]);
    await page.close();
  });

  it('starts beside elements with ids like globals of Lit', async () => {
    const names = ['litHtmlVersions', 'litElementVersions', 'reactiveElementVersions', 'litHtmlPolyfillSupport'];
    const { page, problems } = await open(`
      ${names.map((name) => `<div id="${name}"></div>`).join('')}
      <script src="${src()}"></script>`);
    expect(await isDefined(page)).toBe(true);
    expect(problems).toEqual([]);
    await page.close();
  });

  it('warns and leaves the page alone when it cannot start', async () => {
    const policy = "require-trusted-types-for 'script'; trusted-types newspaper";
    const { page, problems, warnings } = await open(
      `<script src="${src()}"></script><provision-card>Text</provision-card>`,
      {
        'content-security-policy': policy,
      },
    );
    expect(await isDefined(page)).toBe(false);
    // The browser logs its refusal; we throw nothing.
    expect(problems).toEqual([expect.stringContaining('"trusted-types newspaper"')]);
    expect(warnings).toEqual([expect.stringContaining('[provision-embed] cannot start')]);
    expect(await page.innerText('provision-card')).toBe('Text');
    await page.close();
  });

  it('runs as a module too', async () => {
    const { page, problems } = await open(`<script type="module" src="${src()}"></script>`);
    await expect.poll(() => isDefined(page)).toBe(true);
    expect(problems).toEqual([]);
    await page.close();
  });

  it('runs under a strict Content-Security-Policy without eval and inline styles, with Lit’s Trusted Types policy only', async () => {
    const { page, problems } = await open(
      `<script nonce="n0nce" src="${src()}"></script><provision-card></provision-card>`,
      {
        'content-security-policy': [
          "default-src 'none'",
          "style-src 'none'",
          "script-src 'nonce-n0nce'",
          "require-trusted-types-for 'script'",
          'trusted-types lit-html',
        ].join('; '),
      },
    );
    expect(await isDefined(page)).toBe(true);
    expect(problems).toEqual([]);
    await page.close();
  });
});
