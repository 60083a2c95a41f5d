/** A feed of 4 MB with thousands of records, on a page with one card and on a page with a hundred. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { provisionDataDir } from '../support/data.js';
import { card } from './feeds.js';
import { answer, cors, site, type Site } from './site.js';
import { painted, visitor } from './visit.js';

const file = join(provisionDataDir, 'privacyspy-feed.json');
const here = existsSync(file);
if (!here) console.warn(`No ${file}: the tests over it are skipped. PROVISION_DATA says where such files are.`);
const text = here ? readFileSync(file, 'utf8') : '{"items":[]}';
const { items } = JSON.parse(text) as { items: { id: string; title: string }[] };

/** Two origins as in practice: the newspaper's, and the publisher's for the feed. */
async function sites(): Promise<{ paper: Site; publisher: Site; src: string; head: string }> {
  const [paper, publisher] = [await site(), await site()];
  const src = publisher.serve('/feed.json', answer(200, 'application/feed+json', text, cors));
  return { paper, publisher, src, head: `<script async src="${paper.scripts()}"></script>` };
}

describe.skipIf(!here)('privacyspy-feed.json', () => {
  it('has the size that these tests assume', () => {
    expect(items).toHaveLength(2904);
    expect(text.length).toBeGreaterThan(3_900_000);
  });

  it('paints a card of its last record', async () => {
    const { paper, src, head } = await sites();
    const { id, title } = items.at(-1)!;
    const reader = await visitor();
    await reader.open(paper.page(card(src, id), { head }));
    await reader.page.getByRole('heading', { name: title, level: 3, exact: true }).waitFor();
    expect(reader.complaints()).toEqual([]);
  });

  it('paints a hundred cards on one page with one request', async () => {
    const { paper, publisher, src, head } = await sites();
    const hundred = items.filter((_, index) => index % 29 === 0).slice(0, 100);
    const reader = await visitor();
    await reader.open(
      paper.page(hundred.map(({ id }, index) => card(src, id, { id: `card-${index}` })).join('\n'), { head }),
    );
    await painted(reader.page).nth(99).waitFor();
    const titles = await painted(reader.page).locator('[part~="heading"]').allInnerTexts();
    expect(titles).toEqual(hundred.map(({ title }) => title));
    expect(publisher.requests.map(({ path }) => path)).toEqual(['/feed.json']);
    expect(reader.complaints()).toEqual([]);
  });

  it('is requested twice for two addresses, so the log would show a second request', async () => {
    const { paper, publisher, src, head } = await sites();
    const again = src.replace('.json', '.json?again');
    const reader = await visitor();
    await reader.open(paper.page(card(src, items[0]!.id) + card(again, items[1]!.id), { head }));
    await painted(reader.page).nth(1).waitFor();
    expect(publisher.requests).toHaveLength(2);
  });
});
