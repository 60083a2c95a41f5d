// @ts-check
/** `npm run screenshot`: writes the picture of README.md, the first card of the demo's article down to its clause, in the light scheme. */
import { join } from 'node:path';
import { chromium } from 'playwright';
import { serveDemo } from '../../demo/serve.mjs';
import { findChromium } from '../../test/support/browsers.mjs';
import { root, runScript } from '../run.mjs';

runScript('build:demo');
const server = await serveDemo({ port: 0, host: '127.0.0.1' });
const browser = await chromium.launch((await findChromium()) ?? {});
try {
  const page = await browser.newPage({ viewport: { width: 800, height: 900 }, colorScheme: 'light', locale: 'en-GB' });
  await page.goto(new URL('/', server.url).href);
  const card = page.locator('provision-card').first();
  await card.locator('[part~="heading"]').waitFor();
  await card.locator('[part~="rows"]').waitFor();
  // The demo's switch for changed terms is sticky and would cover the card.
  await page.locator('#terms').evaluateAll((all) => all.forEach((one) => one.remove()));
  await page.evaluate(() => document.fonts.ready);
  const [whole, clause] = await Promise.all([
    card.boundingBox(),
    card.locator('[part~="clause"]').first().boundingBox(),
  ]);
  if (!whole || !clause) throw new Error('The card has no box: it did not render.');
  const margin = 24;
  await page.screenshot({
    path: join(root, 'demo/screenshot.png'),
    animations: 'disabled',
    fullPage: true,
    clip: {
      x: whole.x - margin,
      y: whole.y - margin,
      width: whole.width + 2 * margin,
      height: clause.y + clause.height - whole.y + margin + 12,
    },
  });
} finally {
  await browser.close();
  await server.close();
}
