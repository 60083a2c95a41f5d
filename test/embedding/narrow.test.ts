/** Small windows, large zoom, wide text spacing and touch targets (WCAG 2.2: 1.4.10, 1.4.12, 2.5.8). */
import { describe, expect, it } from 'vitest';
import { provisionData } from '../support/data.js';
import { card, records } from './feeds.js';
import { cut, readersStyles, sideways, smallTargets, textSpacing } from './room.js';
import { feed, site } from './site.js';
import { openInFull, settled, visitor, type Visit } from './visit.js';

interface Feed {
  items: readonly { id: string }[];
}

/**
 * Our own feed, and the real feeds when they are installed: their texts are longer, and one quotation is a bare URL.
 */
const feeds: [name: string, content: Feed][] = [
  ['our own feed', records],
  ...['seed-feed.json', 'edge-cases.json'].flatMap((name): [string, Feed][] => {
    const content = provisionData(name);
    return content === undefined ? [] : [[name, content as Feed]];
  }),
];

/** A page with every element for every record of a feed. */
async function openAll(content: Feed, viewport: { width: number; height: number }): Promise<Visit> {
  const server = await site();
  const src = server.serve('/feed.json', feed(content));
  const of = (id: string): string => {
    const record = `src="${src}" record="${id.replaceAll('"', '&quot;')}"`;
    return `${card(src, id)}${card(src, id, { attributes: 'layout="compact"' })}
      <p>It was rated <provision-severity ${record}>medium</provision-severity> by its analysts, who are known for care.</p>
      <div><provision-comparison ${record}>The comparison.</provision-comparison></div>`;
  };
  const reader = await visitor({ viewport });
  const page = server.page(content.items.map(({ id }) => of(id)).join('\n'), {
    head: `<style>body { font: 18px/1.5 serif }</style><script src="${server.scripts()}"></script>`,
  });
  await openInFull(reader, viewport, async () => {
    await reader.open(page);
    await reader.told('provision-load', 4 * content.items.length);
  });
  return reader;
}

describe.each(feeds)('every element with %s', (_, content) => {
  it.each([
    [320, 568],
    // 1280 × 1024 at 400 %.
    [320, 256],
  ])('needs no horizontal scrolling in %i × %i', async (width, height) => {
    const reader = await openAll(content, { width, height });
    expect(await sideways(reader)).toEqual({ pixels: 0, pieces: [] });
    expect(await cut(reader)).toEqual([]);
  });

  it('loses nothing when the reader spaces the text out', async () => {
    const reader = await openAll(content, { width: 320, height: 568 });
    await readersStyles(reader, textSpacing);
    expect(await cut(reader)).toEqual([]);
    expect(await sideways(reader)).toEqual({ pixels: 0, pieces: [] });
  });

  it('loses nothing when the reader doubles the text', async () => {
    const reader = await openAll(content, { width: 640, height: 568 });
    await readersStyles(reader, 'body { font-size: 36px !important }');
    expect(await cut(reader)).toEqual([]);
    expect(await sideways(reader)).toEqual({ pixels: 0, pieces: [] });
  });

  it.each([320, 800])('has targets of sufficient size at %i px', async (width) => {
    expect(await smallTargets(await openAll(content, { width, height: 700 }))).toEqual([]);
  });
});

describe('the popover in a small window', () => {
  it.each([
    [320, 568],
    [320, 256],
  ])('stays inside %i × %i', async (width, height) => {
    const reader = await openAll(records, { width, height });
    const badge = reader.page.locator('provision-card').first().getByRole('button', { name: 'Severity: Medium' });
    await badge.click();
    const panel = reader.page.locator('provision-card').first().locator('[part~="popover"]');
    await panel.getByText('You can say no to a part of it.').waitFor();
    await settled(reader.page);
    const box = (await panel.boundingBox())!;
    expect(box.x).toBeGreaterThanOrEqual(0);
    expect(box.x + box.width).toBeLessThanOrEqual(width);
    expect(box.y).toBeGreaterThanOrEqual(0);
    expect(box.y + box.height).toBeLessThanOrEqual(height);
  });
});

describe('the probe itself', () => {
  it('detects an element that is too wide', async () => {
    const reader = await openAll(records, { width: 320, height: 568 });
    await readersStyles(reader, '.title { width: 500px; white-space: nowrap }');
    expect((await sideways(reader)).pixels).toBeGreaterThan(0);
    expect((await sideways(reader)).pieces).not.toEqual([]);
    expect(await cut(reader)).toContain('provision-card div.title is outside');
  });

  it('detects a text that is cut off', async () => {
    const reader = await openAll(records, { width: 320, height: 568 });
    await readersStyles(reader, '.summary { height: 20px; overflow: clip }');
    expect(await cut(reader)).toContain('provision-card div.section summary clips');
  });

  it('detects targets that are too small, unless they stand apart', async () => {
    const reader = await openAll(records, { width: 320, height: 568 });
    const place = (apart: number): Promise<void> =>
      reader.page.evaluate((pixels) => {
        const base = document.querySelector('provision-card')!.shadowRoot!.querySelector('[part~="base"]')!;
        for (const name of ['one', 'other']) {
          const link = Object.assign(document.createElement('a'), { href: `/${name}`, textContent: name });
          link.style.cssText = `display: inline-block; width: 20px; height: 9px; margin: 30px ${pixels}px 30px 0; font-size: 0`;
          base.append(link);
        }
      }, apart);
    await place(30);
    expect(await smallTargets(reader)).toEqual([]);
    await place(1);
    expect(await smallTargets(reader)).toEqual(['one (20 × 9)', 'other (20 × 9)']);
  });
});

it('keeps the placeholder of a chart inside the column when its chunk fails', async () => {
  const server = await site();
  const [first] = records.items;
  const { comparisons } = first._provision;
  const distribution = { high: 40, medium: 30, low: 20 };
  const details = { ...first._provision, comparisons: { ...comparisons, distribution } };
  const src = server.serve('/feed.json', feed({ ...records, items: [{ ...first, _provision: details }] }));
  const reader = await visitor({ viewport: { width: 280, height: 600 } });
  await reader.page.route('**/chunks/comparison-extras*', (route) => route.abort());
  await reader.open(server.page(card(src), { head: `<script src="${server.scripts()}"></script>` }));
  await reader.told('provision-load');
  await settled(reader.page);
  expect(await reader.page.locator('provision-card [part~="comparison"] > svg').count()).toBe(1);
  expect((await sideways(reader)).pixels).toBe(0);
});
