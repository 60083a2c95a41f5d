/** Pages that were not made with us in mind: each card is painted or leaves the article its own words; nothing is ever blank. */
import { describe, expect, it } from 'vitest';
import { records } from '../embedding/feeds.js';
import { answer, feed } from '../embedding/site.js';
import { inEveryEngine, type Engine, type Tab } from './support/engines.js';
import { broken, documentNames, survived, windowNames } from './support/hosts.js';
import { complaints, embedCount, embeds, hostilePage, recorded, settledElements, twoSites } from './support/page.js';

/** What a reader sees of each element, in its order; looked at with what no page has changed. */
function shownOf(): string {
  let seen = '';
  const hosts = document.getElementsByTagName('*');
  // Neither iterators nor the methods of lists: the page may have taken them.
  let at = 0;
  while (at < hosts.length) {
    const host = hosts[at++]!;
    if (!host.localName.startsWith('provision-')) continue;
    const root = host.shadowRoot;
    const base = root?.querySelector('[part~="base"], [part~="badge"]');
    const words = (base ?? host).textContent ?? '';
    const box = host.getClientRects().length > 0;
    // Where there is a root without a slot the element's own content is not shown.
    const own = root?.querySelector('slot:not([name])') !== null;
    seen += base && box ? 'record ' : own && box && words.trim() ? 'own ' : 'blank ';
  }
  return seen;
}

/** The same, as a list; across from the page as one word, which no `toJSON` of a page can change. */
async function shownIn(tab: Tab): Promise<string[]> {
  return (await tab.evaluate(shownOf)).trim().split(' ');
}

const framed = new WeakSet<Tab>();

/** A window that speaks to the page in a frame of the page that it opens. */
function aroundFrame(tab: Tab): Tab {
  const inside: Tab = {
    ...tab,
    evaluate: (call, ...given) =>
      tab.evaluate(
        ({ source, what }) =>
          (window.frames[0] as typeof globalThis & Window).eval(`(${source})`)(what) as Promise<never>,
        { source: String(call), what: given[0] },
      ),
  };
  framed.add(inside);
  return inside;
}

/** Shown in the end; those that are never told of anything have nothing to wait for but the script. */
async function openWith(tab: Tab, page: { before?: string; body?: string }, wait = true) {
  const { paper, publisher } = await twoSites();
  const src = publisher.serve('/feed.json', feed(records));
  paper.serve('/host.js', answer(200, 'text/javascript', page.before ?? ''));
  const article = hostilePage(paper, `${page.body ?? ''}${embeds(src, 'T-1')}`, {
    before: '<script src="/host.js"></script>',
  });
  await tab.open(framed.has(tab) ? paper.page(`<iframe src="${article}"></iframe>`, { path: '/around' }) : article);
  if (wait) await settledElements(tab);
  return { paper, publisher };
}

/** What an element has told the page, or that the script said it could not start. */
const patient = { timeout: 60_000 };

async function decided(tab: Tab): Promise<void> {
  await expect
    .poll(
      async () => {
        const { events, console, errors } = await recorded(tab);
        return events.length >= embedCount || console.length + errors.length > 0;
      },
      { timeout: 3000 },
    )
    .toBe(true);
}

/**
 * A page takes seconds to open in the other engines, and what it does to the language is the same there: each of them takes an eighth, not
 * the same one. Where there is time (`FUZZ_RUNS`), all engines take all pages.
 */
function shareOf<Page>(pages: readonly Page[], { name }: Engine): Page[] {
  const first = process.env['FUZZ_RUNS'] ? undefined : { chromium: undefined, firefox: 0, webkit: 2 }[name];
  return pages.filter((_, index) => first === undefined || index % 8 === first);
}

/** All are painted in the end; the sample record has no changes, so the last shows the article's own words. */
async function expectAll(tab: Tab): Promise<void> {
  const all = [...Array.from({ length: embedCount - 1 }, () => 'record'), 'own'];
  await expect.poll(() => shownIn(tab), patient).toEqual(all);
}

inEveryEngine((engine) => {
  /** WebKit's driver speaks to a page with the page's own methods, so pages that change those stand in a frame there. */
  const tabFor = async (host: string): Promise<Tab> => {
    const tab = await engine.tab();
    return engine.name === 'webkit' && /JSON|Object\.prototype|map that/.test(host) ? aroundFrame(tab) : tab;
  };

  describe('a page that changes the language', () => {
    it.each(shareOf(Object.entries(survived), engine))('by %s', async (host, before) => {
      const tab = await tabFor(host);
      await openWith(tab, { before });
      await expectAll(tab);
      const { executed, errors, console } = await recorded(tab);
      expect([...executed, ...errors, ...console]).toEqual([]);
    });

    it.each(shareOf(Object.entries(broken), engine))('for the worse, by %s', async (host, before) => {
      const tab = await tabFor(host);
      await openWith(tab, { before }, false);
      await decided(tab).catch(() => undefined);
      const shown = await shownIn(tab);
      expect(shown.filter((one) => one === 'blank')).toEqual([]);
      expect(shown).toHaveLength(embedCount);
      expect(await tab.evaluate(() => document.querySelector('#last')?.textContent)).toContain('last words');
    });
  });

  it('where no element can have a root, the reader’s own HTML stays to the letter', async () => {
    const tab = await engine.tab();
    await openWith(tab, { before: broken['an attachShadow that throws']! }, false);
    // Its own exception, once an element: nothing of ours is caught half-way and rendered elsewhere.
    await expect.poll(() => recorded(tab).then(({ errors }) => errors.length), patient).toBe(embedCount);
    const { errors, events } = await recorded(tab);
    expect(errors.filter((error) => !error.includes('no shadow'))).toEqual([]);
    expect(events).toEqual([]);
    const inside = await tab.evaluate(() => {
      const found: string[] = [];
      for (const host of document.querySelectorAll('body *')) {
        if (host.localName.startsWith('provision-')) found.push(host.innerHTML);
      }
      return found;
    });
    const block = '<p class="own">Own words.</p>';
    expect(inside).toEqual(['its rating', ...Array.from({ length: embedCount - 1 }, () => block)]);
  });

  describe('a page whose elements take names', () => {
    it('from its window', async () => {
      const tab = await engine.tab();
      const body = windowNames.map((name) => `<form id="${name}"><input name="push"></form>`).join('');
      await openWith(tab, { body });
      expect(complaints(await recorded(tab))).toEqual([]);
      await expectAll(tab);
    });

    it.each(shareOf(documentNames, engine))('from its document: %s', async (name) => {
      const tab = await engine.tab();
      await openWith(tab, { body: `<form name="${name}"></form>` }, false);
      await decided(tab).catch(() => undefined);
      const shown = await shownIn(tab);
      expect(shown.filter((one) => one === 'blank')).toEqual([]);
      expect(shown).toHaveLength(embedCount);
    });
  });
});
