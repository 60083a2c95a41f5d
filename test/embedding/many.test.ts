/**
 * Many cards on one page: off-screen cards are deferred, and still work with find-in-page, links, screen readers and
 * print.
 */
import { describe, expect, it } from 'vitest';
import { card, provision, records } from './feeds.js';
import { behind, feed, gate, site, type Gate } from './site.js';
import { painted, visitor, type Visit } from './visit.js';

const count = 40;
const last = count - 1;
const words = (index: number) => `Own words of quotation ${index}, which the article brings itself.`;
const title = (index: number) => `Title of record ${index}`;
/** The clause as in the record, so that the card sees no change since publication. */
const clause = provision._provision.clauses.map(({ text }) => text).join('</p><p>');
const items = Array.from({ length: count }, (_, index) => ({ ...provision, id: `M-${index}`, title: title(index) }));

declare global {
  interface Window {
    /** The callback of the timer that starts all deferred cards. */
    startAll?: () => void;
    shifted: number;
  }
}

/**
 * Captures the timer that starts all deferred cards, so that the test runs it. Installed before any script of the page.
 */
function holdStartTimer(): void {
  const { setTimeout } = window;
  window.setTimeout = ((then: () => void, milliseconds?: number, ...rest: unknown[]) => {
    if (milliseconds !== 3000) return setTimeout(then, milliseconds, ...rest);
    window.startAll = then;
    return 0;
  }) as typeof setTimeout;
}

interface Opened {
  readonly reader: Visit;
  /** The paths that the publisher's server received. */
  readonly asked: () => string[];
  /** Resolves when the server has received a request for this path. */
  readonly wasAsked: (path: string) => Promise<void>;
}

interface ArticleOptions {
  readonly files?: boolean;
  /** Gates for the answers, by the record's number. */
  readonly late?: Readonly<Record<number, Gate>>;
  readonly hash?: string;
  readonly lang?: string;
  readonly css?: string;
  readonly before?: readonly (() => void)[];
}

/** An article of forty cards, with a paragraph before each; from one feed, or from a file per record. */
async function openArticle({
  files = false,
  late = {},
  hash = '',
  lang = 'en',
  css = '',
  before = [holdStartTimer],
}: ArticleOptions = {}): Promise<Opened> {
  const [paper, publisher] = [await site(), await site()];
  const src = publisher.serve('/feed.json', feed({ ...records, items }));
  const embeds = items.map((item, index) => {
    const one = feed({ ...records, items: [item] });
    const own = files ? publisher.serve(`/r/${index}.json`, late[index] ? behind(late[index], one) : one) : src;
    return `<p id="p-${index}">Paragraph ${index}.</p>${card(own, item.id, {
      id: `card-${index}`,
      inside: `<blockquote><p>${words(index)}</p><p>${clause}</p></blockquote>`,
    })}`;
  });
  const url = paper.page(`<main lang="${lang}">${embeds.join('\n')}</main><footer style="height: 100vh"></footer>`, {
    head: `<style>body { font: 18px/1.5 serif } ${css}</style><script async src="${paper.scripts()}"></script>`,
  });
  const reader = await visitor();
  for (const script of before) await reader.page.addInitScript(script);
  await reader.open(url + hash);
  await painted(reader.page).first().waitFor();
  return {
    reader,
    asked: () => publisher.requests.map(({ path }) => path),
    wasAsked: (path) => publisher.asked(path),
  };
}

const all = async ({ page }: Visit) => painted(page).nth(last).waitFor({ state: 'attached' });

/** The accessibility tree, in reading order. */
const accessibilityTree = ({ page }: Visit) => page.locator('body').ariaSnapshot();

const find = ({ page }: Visit, text: string) =>
  page.evaluate((wanted) => {
    getSelection()?.removeAllRanges();
    return (window as unknown as { find(text: string): boolean }).find(wanted);
  }, text);

describe('a page of forty cards', () => {
  it('sends no requests for cards far below the viewport, and keeps their quotations in place', async () => {
    const { reader, asked } = await openArticle({ files: true });
    expect(await painted(reader.page).count()).toBeLessThan(count);
    expect(asked().length).toBeLessThan(count);
    expect(await reader.page.getByText(words(last)).isVisible()).toBe(true);
    expect(reader.complaints()).toEqual([]);
  });

  it('defers a card again when others push it away while its record is loading', async () => {
    const fifth = gate();
    const { reader, wasAsked } = await openArticle({
      files: true,
      late: { 5: fifth },
      css: 'provision-card::part(base) { min-height: 700px }',
    });
    const { page } = reader;
    // The card was near the viewport before anything was painted.
    await wasAsked('/r/5.json');
    await page.locator('#card-1 article').waitFor();
    await page.evaluate(async () => {
      const card = document.querySelector('#card-5')!;
      const frame = () => new Promise(requestAnimationFrame);
      while (card.getBoundingClientRect().top < innerHeight * 2) await frame();
    });
    fifth.open();
    await page.evaluate(async () => {
      for (let frame = 0; frame < 20; frame++) await new Promise(requestAnimationFrame);
    });
    expect(await page.locator('#card-5 article').count()).toBe(0);
    expect(await page.getByText(words(5)).isVisible()).toBe(true);
    await page.locator('#p-5').scrollIntoViewIfNeeded();
    await page.locator('#card-5 article').waitFor();
    expect(reader.complaints()).toEqual([]);
  });

  it('paints a card when the reader scrolls to it, and keeps the scroll position', async () => {
    const { reader } = await openArticle();
    const { page } = reader;
    await page.locator('#card-1 article').waitFor();
    const paragraph = page.locator(`#p-${last}`);
    await paragraph.evaluate((element) => {
      element.scrollIntoView({ block: 'start' });
    });
    for (const index of [last, last - 1]) await page.locator(`#card-${index} article`).waitFor();
    expect((await paragraph.boundingBox())!.y).toBeCloseTo(0, 0);
    expect(await painted(page).count()).toBeLessThan(count);
  });

  it('scrolls to the target of a fragment link', async () => {
    const { reader } = await openArticle({ hash: '#card-30' });
    const target = reader.page.locator('#card-30');
    await target.locator('article').waitFor();
    await reader.page.evaluate(() => {
      window.startAll!();
    });
    await all(reader);
    // The cards that grew above the target have not pushed it out of the viewport.
    await expect.poll(async () => Math.abs((await target.boundingBox())!.y)).toBeLessThan(450);
  });

  it('lets find-in-page and screen readers reach every quotation at once, and every card after a while without interaction', async () => {
    const { reader, asked } = await openArticle({ before: [] });
    // A screen reader, or the browser's menu, lists the page's content.
    expect(await accessibilityTree(reader)).toContain(words(last));
    await all(reader);
    const after = await accessibilityTree(reader);
    for (let index = 0; index < count; index++) expect(after).toContain(title(index));
    expect(await find(reader, title(last))).toBe(true);
    expect(asked()).toEqual(['/feed.json']);
  });

  it('lets find-in-page find a deferred quotation, and paints its card there', async () => {
    const { reader } = await openArticle();
    expect(await find(reader, words(last))).toBe(true);
    // The cards before it may have pushed it away again, so the reader scrolls after it.
    await expect
      .poll(async () => {
        await reader.page.locator(`#card-${last}`).scrollIntoViewIfNeeded();
        return reader.page.locator(`#card-${last} article`).count();
      })
      .toBe(1);
    expect(await painted(reader.page).count()).toBeLessThan(count);
  });

  it('moves nothing inside the viewport when the deferred cards are painted', async () => {
    const { reader } = await openArticle();
    const { page } = reader;
    await page.locator('#card-1 article').waitFor();
    await page.evaluate(() => {
      window.shifted = 0;
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) window.shifted += (entry as unknown as { value: number }).value;
      }).observe({ type: 'layout-shift' });
      window.startAll!();
    });
    await all(reader);
    expect(await page.evaluate(() => window.shifted)).toBe(0);
  });

  it.each(['en', 'de'])('paints all cards for print (%s)', async (lang) => {
    const { reader } = await openArticle({ lang });
    expect(await painted(reader.page).count()).toBeLessThan(count);
    await reader.page.pdf();
    expect(await painted(reader.page).count()).toBe(count);
  });

  it('paints a card at once when a script awaits its update', async () => {
    const { reader } = await openArticle();
    const { page } = reader;
    await page.evaluate(async (index) => {
      const one = document.querySelector<HTMLElement & { updateComplete: Promise<boolean> }>(`#card-${index}`)!;
      await one.updateComplete;
    }, last);
    await page.locator(`#card-${last} article`).waitFor();
    await page.evaluate((index) => {
      void document.querySelector<HTMLElement & { reload(): Promise<void> }>(`#card-${index}`)!.reload();
    }, last - 5);
    await page.locator(`#card-${last - 5} article`).waitFor();
    expect(await painted(page).count()).toBeLessThan(count);
  });

  it('paints all cards at once without IntersectionObserver', async () => {
    const { reader } = await openArticle({
      before: [
        holdStartTimer,
        () => {
          Reflect.deleteProperty(window, 'IntersectionObserver');
        },
      ],
    });
    await all(reader);
    expect(reader.complaints()).toEqual([]);
  });

  it('still paints a deferred card that is moved, and drops one that is removed', async () => {
    const { reader, asked } = await openArticle({ files: true });
    const { page } = reader;
    await page.evaluate((index) => {
      document.querySelector(`#card-${index - 1}`)!.remove();
      document.body.prepend(document.querySelector(`#card-${index}`)!);
    }, last);
    await page.locator(`#card-${last} article`).waitFor();
    await page.evaluate(() => {
      window.startAll!();
    });
    await painted(page)
      .nth(last - 1)
      .waitFor({ state: 'attached' });
    expect(asked()).not.toContain(`/r/${last - 1}.json`);
    expect(reader.complaints()).toEqual([]);
  });
});
