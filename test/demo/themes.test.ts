/** The theme gallery: presets side by side, a theme edited live, its contrast and its style sheet. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type Axe from 'axe-core';
import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { themes } from '../../src/themes/index.js';
import { openInFull, visitor, type Visit } from '../embedding/visit.js';
import { demo } from './demo.js';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

async function open(query = '', options: Parameters<typeof visitor>[0] = {}): Promise<Visit> {
  const reader = await visitor(options);
  const url = `${await demo()}/themes${query}`;
  await openInFull(reader, options.viewport ?? { width: 800, height: 900 }, async () => {
    await reader.open(url);
    await reader.page.locator('#own').waitFor();
    // Two per preset, and the two that are edited.
    await reader.told('provision-load', 2 * themes.length + 2);
  });
  return reader;
}

/** Sets a field of any type, as a user does. */
async function set(page: Page, name: string, value: string): Promise<void> {
  await page.locator(`#tokens [name="${name}"]`).evaluate((field: HTMLInputElement, wanted) => {
    field.value = wanted;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }, value);
}

const looks = (page: Page) =>
  page.locator('#live provision-card [part~="base"]').evaluateAll((cards) =>
    cards.map((card) => {
      const { color, backgroundColor, borderTopWidth } = getComputedStyle(card);
      return { color, backgroundColor, borderTopWidth };
    }),
  );

describe('theme gallery', () => {
  it('shows every preset in both schemes under its own Content-Security-Policy', async () => {
    const reader = await open();
    for (const { title } of themes)
      expect(await reader.page.getByRole('heading', { name: title, level: 3 }).count()).toBe(1);
    const grounds = await reader.page
      .locator('#presets provision-card [part~="base"]')
      .evaluateAll((cards) => cards.map((card) => getComputedStyle(card).backgroundColor));
    expect(grounds).toHaveLength(2 * themes.length);
    expect(grounds).not.toContain('rgba(0, 0, 0, 0)');
    expect(await reader.seen('securitypolicyviolation')).toEqual([]);
    expect(reader.complaints()).toEqual([]);
  });

  it('changes a card live in each scheme, and stores the change in the URL', async () => {
    const reader = await open('?theme=tabloid');
    const { page } = reader;
    await set(page, 'text light', '#112233');
    await set(page, 'surface dark', '#001122');
    await set(page, 'rule', '6');
    expect(await looks(page)).toEqual([
      { color: 'rgb(17, 34, 51)', backgroundColor: 'rgb(255, 255, 255)', borderTopWidth: '6px' },
      { color: 'rgb(250, 250, 250)', backgroundColor: 'rgb(0, 17, 34)', borderTopWidth: '6px' },
    ]);
    const css = await page.locator('#css').inputValue();
    expect(css).toContain('--provision-text: light-dark(#112233, #fafafa);');
    expect(css).toContain('--provision-rule: 6px;');
    // The copied style sheet gives the visible result.
    await page.reload();
    await page.locator('#own').waitFor();
    await reader.told('provision-load', 2 * themes.length + 2);
    expect(await page.locator('#css').inputValue()).toBe(css);
    expect((await looks(page)).map(({ color }) => color)).toEqual(['rgb(17, 34, 51)', 'rgb(250, 250, 250)']);
    expect(await reader.seen('securitypolicyviolation')).toEqual([]);
  });

  it('starts from a preset with its unchanged style sheet', async () => {
    const { page } = await open('?theme=high-contrast');
    const file = readFileSync(new URL('../../src/themes/high-contrast.css', import.meta.url), 'utf8');
    const declared = (text: string) =>
      new Map(
        [...text.matchAll(/(--provision-[\w-]+):\s*([^;]+);/g)].map(([, name, value]) => [
          name,
          value!.replace(/\s+/g, ' '),
        ]),
      );
    const shown = declared(await page.locator('#css').inputValue());
    expect([...shown].sort()).toEqual([...declared(file)].sort());
    await page.getByLabel('Start from').selectOption('wire');
    expect(await page.locator('#css').inputValue()).toContain('light-dark(#f5f7f9, #0f151b)');
    expect(page.url()).toContain('theme=wire');
  });

  it('reports insufficient contrast while editing, and when it is resolved', async () => {
    const { page } = await open();
    const verdict = page.locator('#verdict');
    expect(await verdict.textContent()).toMatch(/^All \d+ have enough/);
    await set(page, 'muted light', '#bbbbbb');
    expect(await verdict.textContent()).toMatch(
      /^2 of \d+ too low: Small print on its ground; Small print under them\.$/,
    );
    expect(await page.locator('#contrast .low').allTextContents()).toEqual([
      expect.stringMatching(/needs 4\.5:1$/),
      expect.stringMatching(/needs 4\.5:1$/),
    ]);
    await set(page, 'muted light', '#444444');
    expect(await verdict.textContent()).toMatch(/^All/);
  });

  it('copies the style sheet, and confirms it', async () => {
    const { page, context } = await open();
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.getByRole('button', { name: 'Copy the style sheet' }).press('Enter');
    await page.getByText(/^Copied\.$/).waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await page.locator('#css').inputValue());
  });

  it('ignores invalid values in the URL', async () => {
    const { page } = await open('?theme=nobody&text=red;background:url(x)-000000&rule=999&font=constructor');
    const css = await page.locator('#css').inputValue();
    expect(css).not.toMatch(/url|999|red/);
    expect(await page.getByLabel('Start from').inputValue()).toBe('broadsheet');
  });

  it('has a label for every field and no axe violations', async () => {
    const { page } = await open();
    await page.evaluate(axe);
    const found = await page.evaluate(async () => {
      const { axe: checker } = window as unknown as { axe: typeof Axe };
      // Cards have their own accessibility tests; checking them here would take eight more seconds.
      const { violations } = await checker.run({ exclude: [['provision-card']] });
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
    });
    expect(found).toEqual([]);
  });

  it.each(['light', 'dark'] as const)('fits a viewport of 320 px, %s', async (colorScheme) => {
    const { page } = await open('', { viewport: { width: 320, height: 568 }, colorScheme });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  });
});
