/** The newspaper's article: complete without the script, and with every embed painted with it. */
import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { settled, visitor } from '../embedding/visit.js';
import { demo } from './demo.js';

const tags = ['provision-card', 'provision-severity', 'provision-comparison'];

/** Returns every embed of the article: its tag, its visible text, and the targets of its links. */
function embeds(page: Page): Promise<{ tag: string; text: string; links: string[]; height: number }[]> {
  return page.evaluate(
    (names) =>
      [...document.querySelectorAll<HTMLElement>(names.join())].map((embed) => ({
        tag: embed.localName,
        text: embed.innerText.trim(),
        links: [...embed.querySelectorAll('a')].filter((link) => link.checkVisibility()).map(({ href }) => href),
        height: embed.getBoundingClientRect().height,
      })),
    tags,
  );
}

/** Returns the HTML of the article file. */
function source(page: Page): Promise<string> {
  return page.evaluate(() => document.querySelector('main')!.outerHTML);
}

describe('demo article', () => {
  it('is complete without JavaScript', async () => {
    const url = await demo();
    const { page, complaints, open } = await visitor({ javaScriptEnabled: false });
    await open(url);
    const all = await embeds(page);
    for (const tag of tags) expect(all.filter((embed) => embed.tag === tag).length, tag).toBeGreaterThan(0);
    for (const { tag, text, links, height } of all) {
      expect(height).toBeGreaterThan(0);
      if (tag === 'provision-severity') {
        expect(text).toMatch(/^\S+( \S+){0,3}$/);
        continue;
      }
      expect(text.length).toBeGreaterThan(60);
      // Without a script, a link leads to the complete record.
      expect(links.filter((link) => link.startsWith(`${url}/r/`)).length).toBeGreaterThan(0);
    }
    expect(complaints()).toEqual([]);
  });

  it('paints every embed without an error under its own Content-Security-Policy', async () => {
    const url = await demo();
    const plain = await visitor({ javaScriptEnabled: false });
    await plain.open(url);
    const reader = await visitor();
    const elsewhere: string[] = [];
    const failed: string[] = [];
    reader.page.on('request', (request) => {
      if (!request.url().startsWith(`${url}/`) && !request.url().startsWith('data:')) elsewhere.push(request.url());
    });
    reader.page.on('response', (response) => {
      if (response.status() >= 400) failed.push(`${response.status()} ${response.url()}`);
    });
    await reader.open(url);
    const count = await reader.page.locator(tags.join()).count();
    await reader.told('provision-load', count);
    await settled(reader.page);
    for (const tag of tags) {
      const elements = reader.page.locator(tag);
      expect(await elements.locator('[part~="base"]:visible').count()).toBe(await elements.count());
    }
    expect(await reader.seen('securitypolicyviolation')).toEqual([]);
    expect(await reader.seen('provision-error')).toEqual([]);
    expect(reader.complaints()).toEqual([]);
    expect([elsewhere, failed]).toEqual([[], []]);
    expect(await source(reader.page)).toBe(await source(plain.page));
  });

  it('explains a badge within a sentence', async () => {
    const reader = await visitor();
    await reader.open(await demo());
    const badge = reader.page.locator('p provision-severity').first();
    await badge.getByRole('button', { name: /^Severity: / }).click();
    await badge.locator('[part~="popover"]:popover-open').waitFor();
    expect((await badge.locator('[part~="popover"]').innerText()).length).toBeGreaterThan(40);
    expect(reader.complaints()).toEqual([]);
  });

  it('links each record to an existing page', async () => {
    const url = await demo();
    const { page, open } = await visitor();
    await open(url);
    const links = await page
      .locator('main a[href]')
      .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
    const ours = [...new Set(links)]
      .filter((link) => link.startsWith(`${url}/`))
      .map((link) => link.replace(/#.*/, ''));
    expect(ours.filter((link) => link.includes('/r/')).length).toBeGreaterThan(1);
    for (const link of new Set(ours)) expect((await fetch(link)).status, link).toBe(200);
  });

  it.each(['light', 'dark'] as const)('fits a viewport of 320 px, %s', async (colorScheme) => {
    const reader = await visitor({ viewport: { width: 320, height: 568 }, colorScheme });
    await reader.open(await demo());
    await reader.told('provision-load', await reader.page.locator(tags.join()).count());
    await settled(reader.page);
    const width = await reader.page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBe(320);
  });

  it('ends with its own content', async () => {
    const reader = await visitor();
    await reader.open(await demo());
    await reader.told('provision-load', await reader.page.locator(tags.join()).count());
    await settled(reader.page);
    const [height, end] = await reader.page.evaluate(() => [
      document.documentElement.scrollHeight,
      Math.ceil(document.body.getBoundingClientRect().bottom + scrollY),
    ]);
    expect(height).toBeLessThanOrEqual(end);
  });
});

describe('the test page itself', () => {
  it('detects a violation of the Content-Security-Policy', async () => {
    const reader = await visitor();
    await reader.open(await demo());
    await reader.page.evaluate(() =>
      document.body.append(Object.assign(document.createElement('style'), { textContent: 'p {}' })),
    );
    await reader.told('securitypolicyviolation');
    await reader.page.waitForFunction(() => document.body.lastElementChild!.localName === 'style');
    expect(await reader.seen('securitypolicyviolation')).toHaveLength(1);
  });
});
