/**
 * The oldest browsers of package.json's `browserslist`, and one below: `OLD_CHROMIUM=106` (or 113, or 92) runs these
 * tests in that build (`test/support/old-chromium.mjs`); without it they run in the Chromium of the other tests.
 * `SHOTS=folder` saves screenshots there.
 */
import { join } from 'node:path';
import type { Locator } from 'playwright';
import { describe, expect, it } from 'vitest';
import { card, fallback, provision, records } from '../embedding/feeds.js';
import { feed, site } from '../embedding/site.js';
import { visitor, type Visit } from '../embedding/visit.js';

const { OLD_CHROMIUM = '', SHOTS } = process.env;
const isBelow = OLD_CHROMIUM === '92';

const schemes = ['light', 'dark'] as const;

/** A feed with eleven rows, so that the comparison has its search. */
const many = {
  ...records,
  items: [
    {
      ...provision,
      _provision: {
        ...provision._provision,
        comparisons: {
          total: 11,
          items: [
            'critical',
            'high',
            'medium-high',
            'medium',
            'low-medium',
            'low',
            'info',
            'none',
            'unknown',
            'low',
            'high',
          ].map((level, index) => ({
            platform: { name: `Platform ${index}` },
            severity: { level, label: `Level ${level}` },
            excerpt: 'Nothing that was shared is removed.',
            url: `https://platform${index}.example/terms`,
          })),
        },
      },
    },
  ],
};

async function article(scheme: 'light' | 'dark', width = 800): Promise<Visit> {
  const [paper, publisher] = [await site(), await site()];
  const src = publisher.serve('/feed.json', feed(many));
  const reader = await visitor({ viewport: { width, height: 900 } });
  const head = `<style>:root { color-scheme: ${scheme} } body { margin: 24px; font: 17px/1.5 Georgia, serif }</style><script src="${paper.scripts()}"></script>`;
  await reader.open(
    paper.page(`<p>Words of the article before the card.</p>${card(src)}<p>Words after it.</p>`, { head }),
  );
  await reader.told('provision-load');
  return reader;
}

async function shot(what: Visit['page'] | Locator, name: string): Promise<void> {
  if (SHOTS) await what.screenshot({ path: join(SHOTS, `${OLD_CHROMIUM || 'today'}-${name}.png`) });
}

/** The computed value of one property of an element. */
const style = (at: Locator, property: string): Promise<string> =>
  at.evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property);

/**
 * A colour as red, green, blue (0 to 255) and alpha (0 to 1), painted on a canvas because its notation differs between
 * browsers.
 */
const painted = (at: Locator, property: string): Promise<number[]> =>
  at.evaluate((element, name) => {
    const context = document.createElement('canvas').getContext('2d')!;
    context.fillStyle = getComputedStyle(element).getPropertyValue(name);
    context.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0, alpha = 0] = context.getImageData(0, 0, 1, 1).data;
    return [red, green, blue, alpha / 255];
  }, property);

describe.skipIf(isBelow).each(schemes)('a page whose color-scheme is %s', (scheme) => {
  const isDark = scheme === 'dark';

  it('shows each level in its own colour, with a border and a background', async () => {
    const reader = await article(scheme);
    await shot(reader.page.locator('provision-card'), `card-${scheme}`);
    await reader.page.getByRole('button', { name: /^Show all/ }).click();
    const badges = reader.page.locator('.row [part~="badge"]');
    await badges.nth(10).waitFor();
    await shot(reader.page.locator('provision-card'), `comparison-${scheme}`);
    const colours = new Set<string>();
    for (const badge of await badges.all()) {
      const border = await painted(badge, 'border-top-color');
      const ground = await painted(badge, 'background-color');
      expect(border[3]).toBe(1);
      expect(ground[3]).toBeGreaterThan(0.05);
      expect(await style(badge.locator('svg'), 'color')).toBe(await style(badge, 'border-top-color'));
      colours.add(border.join());
    }
    // "none" and "unknown" share a grey, and two rows repeat a level.
    expect(colours.size).toBe(8);
    const [light] = await painted(badges.first(), 'color');
    expect(isDark ? light! > 150 : light! < 105).toBe(true);
  });

  it('opens the explanation and the menu on an opaque background beside their buttons', async () => {
    const reader = await article(scheme);
    const { page } = reader;
    for (const [button, panel, name] of [
      [page.getByRole('button', { name: 'Severity: Medium' }), page.locator('[part~="popover"]'), 'popover'],
      [page.getByRole('button', { name: /^Cite/ }), page.locator('[part~="menu"]').first(), 'menu'],
    ] as const) {
      await button.click();
      await panel.waitFor();
      const inWindow = (box: { y: number; height: number } | null) => !!box && box.y > 0 && box.y + box.height < 900;
      await expect
        .poll(async () => inWindow(await panel.boundingBox()) && inWindow(await button.boundingBox()))
        .toBe(true);
      await shot(page, `${name}-${scheme}`);
      const [red, , , alpha] = await painted(panel, 'background-color');
      const [ink] = await painted(panel, 'color');
      expect(alpha).toBe(1);
      expect(isDark ? ink! - red! : red! - ink!).toBeGreaterThan(150);
      const [anchor, box] = [(await button.boundingBox())!, (await panel.boundingBox())!];
      expect(Math.abs(box.x - anchor.x)).toBeLessThan(400);
      expect(
        Math.min(Math.abs(box.y - anchor.y - anchor.height), Math.abs(box.y + box.height - anchor.y)),
      ).toBeLessThan(12);
      await page.keyboard.press('Escape');
      await panel.waitFor({ state: 'hidden' });
    }
    // Chrome 106 to 113 have the attribute behind a flag, and log that it is off.
    expect(reader.complaints().filter((line) => !line.includes("Found a 'popover' attribute"))).toEqual([]);
  });

  it('opens the full record at 320 pixels without horizontal scrolling', async () => {
    const reader = await article(scheme, 320);
    await reader.page.getByRole('button', { name: 'Show the full record' }).click();
    await reader.page.locator('.fact-list').first().waitFor();
    await shot(reader.page.locator('provision-card'), `narrow-${scheme}`);
    const wide = await reader.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(wide).toBeLessThanOrEqual(0);
  });
});

describe.runIf(isBelow)('a browser below the floor', () => {
  it('shows the fallback, and one console line with the required browsers', async () => {
    const [paper, publisher] = [await site(), await site()];
    const src = publisher.serve('/feed.json', feed(many));
    const reader = await visitor();
    const head = `<script src="${paper.scripts()}"></script>`;
    await reader.open(paper.page(`${card(src)}<div>${fallback}</div>`, { head }));
    // Not a locator, because Playwright needs `checkVisibility`, which this browser lacks.
    const visible = () =>
      [...document.querySelectorAll('blockquote.own')].filter((one) => one.getClientRects().length).length;
    expect(await reader.page.evaluate(visible)).toBe(2);
    expect(publisher.requests).toEqual([]);
    expect(reader.complaints()).toEqual([
      expect.stringMatching(/^warning: \[provision-embed\] cannot start: .*Chrome 106/),
    ]);
  });
});
