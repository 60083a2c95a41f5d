import { readFileSync } from 'node:fs';
import { Script } from 'node:vm';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../support/chromium.js';
import { Newspaper, serveFolder, type TestServer } from './servers.js';

const dist = new URL('../../dist/', import.meta.url);

/** The globals that Lit as published adds to a page. */
const litGlobals = ['litElementVersions', 'litHtmlVersions', 'litPropertyMetadata', 'reactiveElementVersions'];

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

  it('adds only the globals of Lit to the page, included once or twice', async () => {
    const { page, problems, warnings } = await open(`
      <script>window.before = Object.getOwnPropertyNames(window)</script>
      <script src="${src()}"></script><script src="${src()}?ver=2"></script>`);
    expect(await isDefined(page)).toBe(true);
    const added = await page.evaluate(() => {
      const { before } = window as unknown as { before: string[] };
      return Object.getOwnPropertyNames(window).filter((name) => !before.includes(name) && name !== 'before');
    });
    expect(added.sort()).toEqual(litGlobals);
    expect(problems).toEqual([]);
    expect(warnings).toEqual([]);
    await page.close();
  });

  const clobbered = [
    ...litGlobals,
    'litElementHydrateSupport',
    'litElementPolyfillSupport',
    'litHtmlPolyfillSupport',
    'reactiveElementPolyfillSupport',
    'ShadyCSS',
    'trustedTypes',
  ];

  it.each([
    ['an element', (name: string) => `<div id="${name}"></div>`],
    ['a form with a field', (name: string) => `<form id="${name}"><input name="push"><input name="get"></form>`],
    ['two elements of one name', (name: string) => `<a id="${name}"></a><a id="${name}"></a>`],
    ['a frame of another origin', (name: string) => `<iframe name="${name}" sandbox srcdoc=""></iframe>`],
    ['a variable of the page', (name: string) => `<script>var ${name} = 'own';</script>`],
  ])('starts where %s takes the place of each global that Lit reads', async (_what, markup) => {
    const { page, problems, warnings } = await open(`
      ${clobbered.map(markup).join('')}
      <script src="${src()}"></script>`);
    expect(await isDefined(page)).toBe(true);
    // Lit writes `<style>` elements where it takes an element for ShadyCSS.
    await page.evaluate(() => document.body.append(document.createElement('provision-card')));
    expect(
      await page.locator('provision-card').evaluate(({ shadowRoot }) => shadowRoot?.adoptedStyleSheets.length),
    ).toBeGreaterThan(0);
    expect([...problems, ...warnings]).toEqual([]);
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
