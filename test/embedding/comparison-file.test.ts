/**
 * A record with a few rows that names the file with all rows, on a page where no other element has loaded the tools.
 */
import { expect, it } from 'vitest';
import { card, provision, records } from './feeds.js';
import { answer, cors, feed, site } from './site.js';
import { painted, visitor } from './visit.js';

it('opens the comparison file although the inline rows are too few for a chart', async () => {
  const server = await site();
  const rows = Array.from({ length: 20 }, (_, index) => ({
    platform: { name: `Platform ${index}` },
    severity: { level: 'low' },
    excerpt: `Excerpt ${index}.`,
  }));
  const url = server.serve('/all.json', answer(200, 'application/json', JSON.stringify({ items: rows }), cors));
  const item = {
    ...provision,
    _provision: { ...provision._provision, comparisons: { items: rows.slice(0, 3), total: 20, url } },
  };
  const src = server.serve('/feed.json', feed({ ...records, items: [item] }));
  const { page, open } = await visitor();
  await open(server.page(card(src), { head: `<script src="${server.scripts()}"></script>` }));
  await painted(page).waitFor();
  await page.getByRole('button', { name: 'Show all 20 platforms' }).click();
  await page.getByRole('searchbox').waitFor();
  await expect.poll(() => page.locator('.rows.all [part~="row"]').count()).toBe(20);
});
