/**
 * A reader follows a link out of the article and returns: to the kept page when the browser has it in its back/forward
 * cache, otherwise to a new load.
 */
import { describe, expect, it } from 'vitest';
import { records } from '../embedding/feeds.js';
import { answer, behind, builtChunk, feed, gate, type Site } from '../embedding/site.js';
import { inEveryEngine, type Tab } from './support/engines.js';
import { complaints, embeds, hostilePage, recorded, settledElements, twoSites } from './support/page.js';

const timeouts = { timeout: 60_000 };

/** Marks a page that the browser restored from its back/forward cache. */
const marked = `<script>addEventListener('pageshow', ({ persisted }) => { document.documentElement.dataset.kept = persisted; });</script>`;

/**
 * Reads whether the page was restored, how many cards are visible, how many of them show the complete record, and how
 * many fallbacks are visible.
 */
function look(tab: Tab): Promise<{ kept: boolean; cards: number; whole: number; own: number }> {
  return tab.evaluate(() => {
    const cards = [...document.querySelectorAll('provision-card')].flatMap((card) => [
      ...(card.shadowRoot?.querySelectorAll('[part~="base"]') ?? []),
    ]);
    return {
      kept: document.documentElement.dataset['kept'] === 'true',
      cards: cards.length,
      whole: cards.filter((card) => card.querySelector('[part~="citation"], [part~="details"]')).length,
      own: [...document.querySelectorAll('.own')].filter((one) => one.getClientRects().length).length,
    };
  });
}

/**
 * Waits until the tab shows this path. Between two pages there is no document to evaluate in, hence the empty string.
 */
function at(tab: Tab, path: string): Promise<void> {
  return expect
    .poll(
      () => tab.evaluate(() => (document.readyState === 'complete' ? location.pathname : '')).catch(() => ''),
      timeouts,
    )
    .toBe(path);
}

/** Follows a link, then returns with the browser's Back button. */
async function leaveAndReturn(tab: Tab, paper: Site): Promise<void> {
  paper.page('<h1>Another article</h1>', { path: '/next' });
  await tab.evaluate(() => {
    setTimeout(() => {
      location.href = '/next';
    });
  });
  await at(tab, '/next');
  await tab.evaluate(() => {
    setTimeout(() => history.back());
  });
  await at(tab, '/article');
}

const full = (src: string): string =>
  `<provision-card layout="full" src="${src}" record="T-1"><p class="own">Own words.</p></provision-card>`;

inEveryEngine((engine) => {
  it('shows each card once when the reader leaves and returns', async () => {
    const { paper, publisher } = await twoSites();
    const src = publisher.serve('/feed.json', feed(records));
    const tab = await engine.tab();
    const article = hostilePage(paper, embeds(src, 'T-1'), { before: marked });
    let kept = false;
    // Firefox sometimes attributes the next page's request to this page, and then does not keep the page.
    for (let visit = 0; visit < 5 && !kept; visit++) {
      await tab.open(article);
      await settledElements(tab);
      // Browsers do not keep a page while its code is loading. The sample record has no changes, so
      // `<provision-changes>` shows its fallback.
      await expect.poll(() => look(tab), timeouts).toMatchObject({ cards: 3, whole: 1, own: 1 });
      await leaveAndReturn(tab, paper);
      await settledElements(tab);
      await expect.poll(() => look(tab), timeouts).toMatchObject({ cards: 3, whole: 1, own: 1 });
      expect(complaints(await recorded(tab))).toEqual([]);
      ({ kept } = await look(tab));
    }
    // A driven Chromium keeps no page at all.
    expect(kept).toBe(engine.name !== 'chromium');
  });

  describe('a reader who leaves at once and returns', () => {
    it('sees the complete record although the feed was still loading', async () => {
      const { paper, publisher } = await twoSites();
      const answered = gate();
      const src = publisher.serve('/feed.json', behind(answered, feed(records)));
      const tab = await engine.tab();
      await tab.open(hostilePage(paper, full(src), { before: marked }));
      await publisher.asked('/feed.json');
      await leaveAndReturn(tab, paper);
      answered.open();
      await expect.poll(() => look(tab), timeouts).toMatchObject({ cards: 1, whole: 1, own: 0 });
    });

    it('sees the complete record although its chunk was still loading', async () => {
      const { paper, publisher } = await twoSites();
      const src = publisher.serve('/feed.json', feed(records));
      const answered = gate();
      const script = new URL(paper.scripts({ chunksAfter: answered })).pathname;
      const chunk = `/dist/${builtChunk('full-record').path}`;
      // The pages navigate by themselves, because WebKit's driver hangs when it evaluates while a page is loading.
      paper.serve('/asked', async (response, request) => {
        await paper.asked(chunk);
        await answer(200, 'text/plain', '')(response, request);
      });
      const late = `<script>addEventListener('load', () => setTimeout(async () => {
        document.body.insertAdjacentHTML('beforeend', '${full(src)}');
        if (performance.getEntriesByType('navigation')[0].type === 'back_forward') return;
        await fetch('/asked');
        location.href = '/next';
      }));</script>`;
      paper.page(`<script>addEventListener('load', () => setTimeout(() => history.back()));</script>`, {
        path: '/next',
      });
      const tab = await engine.tab();
      await tab.open(hostilePage(paper, '', { before: marked, after: late, script }));
      await expect.poll(() => paper.requests.filter(({ path }) => path.startsWith(chunk)).length, timeouts).toBe(2);
      answered.open();
      await expect.poll(() => look(tab), timeouts).toMatchObject({ cards: 1, whole: 1, own: 0 });
    });

    // Firefox keeps a page that starts a request while the reader leaves it, but the request never finishes.
    it.each(['/feed.json', '/other.json'])(
      'sees the complete record of an element of %s that was inserted during pagehide',
      async (path) => {
        const { paper, publisher } = await twoSites();
        const known = publisher.serve('/feed.json', feed(records));
        publisher.serve('/other.json', feed(records));
        const tab = await engine.tab();
        const badge = `<provision-severity src="${known}" record="T-1">its rating</provision-severity>`;
        const late = `<script>addEventListener('pagehide', () => document.body.insertAdjacentHTML('beforeend', '${full(publisher.origin() + path)}'));</script>`;
        for (let visit = 0; visit < 5; visit++) {
          await tab.open(hostilePage(paper, badge, { before: marked, after: late }));
          await settledElements(tab, 1);
          await leaveAndReturn(tab, paper);
          if ((await look(tab)).kept) break;
        }
        // A newly loaded page does not contain this element.
        const cards = engine.name === 'chromium' ? 0 : 1;
        await expect.poll(() => look(tab), timeouts).toMatchObject({ kept: cards > 0, cards, whole: cards, own: 0 });
      },
    );
  });
});
