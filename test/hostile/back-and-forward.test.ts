/** A reader who follows a link out of the article and comes back: to the page as it was left, where the browser has kept it, or to a new one. */
import { describe, expect, it } from 'vitest';
import { records } from '../embedding/feeds.js';
import { answer, behind, builtChunk, feed, gate, type Site } from '../embedding/site.js';
import { inEveryEngine, type Tab } from './support/engines.js';
import { complaints, embeds, hostilePage, recorded, settledElements, twoSites } from './support/page.js';

const patient = { timeout: 60_000 };

/** Says of a page that it is the one that was left, and who it was that brought it back. */
const marked = `<script>addEventListener('pageshow', ({ persisted }) => { document.documentElement.dataset.kept = persisted; });</script>`;

/** What a reader sees: whether it is the page that was left; cards, how many of them whole; and how often the page's own words. */
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

/** Where it is between two pages there is nothing to ask. */
function at(tab: Tab, path: string): Promise<void> {
  return expect
    .poll(
      () => tab.evaluate(() => (document.readyState === 'complete' ? location.pathname : '')).catch(() => ''),
      patient,
    )
    .toBe(path);
}

/** Follows a link, and comes back with the browser's button. */
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
  it('a reader who goes on and comes back finds the cards, once', async () => {
    const { paper, publisher } = await twoSites();
    const src = publisher.serve('/feed.json', feed(records));
    const tab = await engine.tab();
    const article = hostilePage(paper, embeds(src, 'T-1'), { before: marked });
    let kept = false;
    // Firefox now and then takes the next page's request for one of this page's, and keeps it not.
    for (let visit = 0; visit < 5 && !kept; visit++) {
      await tab.open(article);
      await settledElements(tab);
      // A page whose code is still on its way is kept by nobody. The sample record has no changes, so the element for those shows the
      // article's own words.
      await expect.poll(() => look(tab), patient).toMatchObject({ cards: 3, whole: 1, own: 1 });
      await leaveAndReturn(tab, paper);
      await settledElements(tab);
      await expect.poll(() => look(tab), patient).toMatchObject({ cards: 3, whole: 1, own: 1 });
      expect(complaints(await recorded(tab))).toEqual([]);
      ({ kept } = await look(tab));
    }
    // A driven Chromium keeps no page at all.
    expect(kept).toBe(engine.name !== 'chromium');
  });

  describe('a reader who goes on at once and comes back has the whole record', () => {
    it('where its feed was on its way', async () => {
      const { paper, publisher } = await twoSites();
      const answered = gate();
      const src = publisher.serve('/feed.json', behind(answered, feed(records)));
      const tab = await engine.tab();
      await tab.open(hostilePage(paper, full(src), { before: marked }));
      await publisher.asked('/feed.json');
      await leaveAndReturn(tab, paper);
      answered.open();
      await expect.poll(() => look(tab), patient).toMatchObject({ cards: 1, whole: 1, own: 0 });
    });

    it('where its code was on its way', async () => {
      const { paper, publisher } = await twoSites();
      const src = publisher.serve('/feed.json', feed(records));
      const answered = gate();
      const script = new URL(paper.scripts({ chunksAfter: answered })).pathname;
      const chunk = `/dist/${builtChunk('full-record').path}`;
      // The pages go and come back by themselves: WebKit's driver hangs where it is asked while something is loading.
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
      await expect.poll(() => paper.requests.filter(({ path }) => path.startsWith(chunk)).length, patient).toBe(2);
      answered.open();
      await expect.poll(() => look(tab), patient).toMatchObject({ cards: 1, whole: 1, own: 0 });
    });

    // Firefox keeps a page that asks for something as it is left, and what it has asked for never comes.
    it.each(['/feed.json', '/other.json'])('where an element of %s came as the page was left', async (path) => {
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
      // Where the page is a new one there is no such element in it.
      const cards = engine.name === 'chromium' ? 0 : 1;
      await expect.poll(() => look(tab), patient).toMatchObject({ kept: cards > 0, cards, whole: cards, own: 0 });
    });
  });
});
