/** Cumulative layout shift, as measured by Chromium, around a card that replaces its fallback. */
import { describe, expect, it } from 'vitest';
import { card, fallback, records } from './feeds.js';
import { behind, feed, gate, site, type Gate, type Site } from './site.js';
import { painted, settled, visitor, type Visit } from './visit.js';

interface Shift {
  readonly value: number;
  /** Ids of the moved elements, or their names. */
  readonly moved: readonly string[];
}

declare global {
  interface Window {
    shiftsByTest: () => Shift[];
  }
}

/** Runs before the page, so that it counts from the first frame. */
function watch(): void {
  type Entry = PerformanceEntry & { value: number; sources: { node?: Node }[] };
  const shifts: Shift[] = [];
  const note = (entries: PerformanceEntryList): void => {
    for (const { value, sources } of entries as Entry[]) {
      const moved = sources.map(({ node }) =>
        node instanceof Element ? node.id || node.localName : (node?.nodeName ?? ''),
      );
      shifts.push({ value, moved });
    }
  };
  const observer = new PerformanceObserver((list) => note(list.getEntries()));
  observer.observe({ type: 'layout-shift', buffered: true });
  window.shiftsByTest = () => {
    note(observer.takeRecords());
    return shifts;
  };
}

interface Slow {
  readonly reader: Visit;
  readonly script: Gate;
  readonly feed: Gate;
}

/** An article whose script and feed arrive when the test opens their gates. */
async function openArticle(embed: string, css: string, given: unknown = records): Promise<Slow> {
  const [paper, publisher] = [await site(), await site()];
  const gates = { script: gate(), feed: gate() };
  publisher.serve('/feed.json', behind(gates.feed, feed(given)));
  const reader = await visitor({ viewport: { width: 700, height: 1600 } });
  await reader.page.addInitScript(watch);
  const body = `<h1 id="headline">An article</h1><p id="above">What stands above.</p>
    ${embed.replaceAll('FEED', `${publisher.origin()}/feed.json`)}
    <p id="below">What stands below.</p><p id="last">And still further below.</p>`;
  const url = paper.page(body, {
    head: `<style>body{font:18px/1.5 serif}${css}</style><script async src="/held.js"></script>`,
  });
  holdBack(paper, gates.script);
  await reader.open(url, 'domcontentloaded');
  // Wait for the first paint, so that every later move counts as a shift.
  await settled(reader.page);
  return { reader, ...gates };
}

/** Serves the script at /held.js once the gate is open. */
function holdBack(paper: Site, opened: Gate): void {
  const script = new URL(paper.scripts());
  paper.serve('/held.js', async (response) => {
    await opened;
    response.writeHead(302, { location: script.pathname }).end();
  });
}

async function shifts({ page }: Visit): Promise<Shift[]> {
  await settled(page);
  return page.evaluate(() => window.shiftsByTest());
}

/** Releases the script, then the feed, and reads the shifts after each. */
async function letCome(
  { reader, script, feed: answered }: Slow,
  tag = 'provision-card',
): Promise<{ upgraded: Shift[]; all: Shift[] }> {
  script.open();
  await reader.page.evaluate((name) => customElements.whenDefined(name).then(() => 0), tag);
  const upgraded = await shifts(reader);
  answered.open();
  await reader.page.waitForFunction(() => window.seenByTest.length > 0);
  return { upgraded, all: await shifts(reader) };
}

const heights = new Map<string, number>();

/** Measures the height of an embed in this article, to the fraction of a pixel. */
async function heightOf(embed: string, tag = 'provision-card'): Promise<number> {
  const known = heights.get(embed);
  if (known !== undefined) return known;
  const slow = await openArticle(embed, '');
  await letCome(slow, tag);
  await painted(slow.reader.page, tag).waitFor();
  const box = await slow.reader.page.locator(tag).boundingBox();
  heights.set(embed, box!.height);
  return box!.height;
}

const comparison = `<div><provision-comparison src="FEED" record="T-1">${fallback}</provision-comparison></div>`;
const embeds: [what: string, embed: string, tag: string][] = [
  ['a card', card('FEED'), 'provision-card'],
  ['a compact card', card('FEED', 'T-1', { attributes: 'layout="compact"' }), 'provision-card'],
  ['a comparison', comparison, 'provision-comparison'],
];

describe.each(embeds)('%s', (_, embed, tag) => {
  it('moves nothing when its fallback has its own size', async () => {
    const height = await heightOf(embed, tag);
    const slow = await openArticle(embed, `blockquote.own { box-sizing: border-box; margin: 0; height: ${height}px }`);
    expect(await letCome(slow, tag)).toEqual({ upgraded: [], all: [] });
    expect(await painted(slow.reader.page, tag).isVisible()).toBe(true);
  });

  it('moves nothing when the page has reserved its height', async () => {
    const height = await heightOf(embed, tag);
    const reserved = `div:has(> ${tag}) { min-height: ${Math.ceil(height)}px; overflow: auto } blockquote.own { display: flow-root; margin: 0 }`;
    expect(await letCome(await openArticle(embed, reserved), tag)).toEqual({ upgraded: [], all: [] });
  });

  it('moves nothing around it when the page has reserved its height, whatever its fallback’s margins', async () => {
    const height = await heightOf(embed, tag);
    const reserved = `div:has(> ${tag}) { min-height: ${Math.ceil(height)}px; overflow: auto }`;
    const { upgraded, all } = await letCome(await openArticle(embed, reserved), tag);
    expect(upgraded).toEqual([]);
    // The element itself moves up by the margin of its fallback, because that margin disappears with the fallback.
    expect(all.flatMap(({ moved }) => moved).filter((name) => name !== tag)).toEqual([]);
  });

  it('moves nothing when it is upgraded, whatever its fallback’s size', async () => {
    const slow = await openArticle(embed, '');
    const { upgraded } = await letCome(slow, tag);
    expect(upgraded).toEqual([]);
  });

  it('moves nothing when its feed fails', async () => {
    const slow = await openArticle(embed, '', []);
    expect(await letCome(slow, tag)).toEqual({ upgraded: [], all: [] });
    expect(await slow.reader.seen('provision-error')).toHaveLength(1);
  });

  it('never moves the content above it', async () => {
    const slow = await openArticle(embed.replace(fallback, ''), '');
    const { all } = await letCome(slow, tag);
    const moved = all.flatMap((shift) => shift.moved);
    // Control: without a fallback, the content below is moved.
    expect(moved).toContain('below');
    expect(moved).not.toContain('above');
    expect(moved).not.toContain('headline');
  });
});
