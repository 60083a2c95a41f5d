/**
 * Pages that change built-ins or shadow globals: each element paints its record or leaves its fallback, and never an
 * empty place.
 */
import { describe, expect, it } from 'vitest';
import { records } from '../embedding/feeds.js';
import { answer, feed } from '../embedding/site.js';
import { inEveryEngine, type Engine, type Tab } from './support/engines.js';
import { broken, documentNames, survived, windowNames } from './support/hosts.js';
import { complaints, embedCount, embeds, hostilePage, recorded, settledElements, twoSites } from './support/page.js';

/**
 * Describes what a reader sees of each element, in document order. It uses no member that one of these pages changes.
 */
function shownOf(): string {
  let seen = '';
  const hosts = document.getElementsByTagName('*');
  // No iterators and no array methods: the page may have replaced them.
  let at = 0;
  while (at < hosts.length) {
    const host = hosts[at++]!;
    if (!host.localName.startsWith('provision-')) continue;
    const root = host.shadowRoot;
    const base = root?.querySelector('[part~="base"], [part~="badge"]');
    const words = (base ?? host).textContent ?? '';
    const box = host.getClientRects().length > 0;
    // A root without a default slot hides the element's own content.
    const own = root?.querySelector('slot:not([name])') !== null;
    seen += base && box ? 'record ' : own && box && words.trim() ? 'own ' : 'blank ';
  }
  return seen;
}

/** The same as a list. It leaves the page as one string, which no `toJSON` of a page can change. */
async function shownIn(tab: Tab): Promise<string[]> {
  return (await tab.evaluate(shownOf)).trim().split(' ');
}

const framed = new WeakSet<Tab>();

/** A tab that evaluates inside the first frame of the page that it opens. */
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

/**
 * Opens a page and waits for its elements. Pages that break the script dispatch no events, so `wait` is false for them.
 */
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

const timeouts = { timeout: 60_000 };

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
 * A page takes seconds to open in Firefox and WebKit, and its changes to built-ins have the same effect there. Each of
 * the two opens a different eighth of the pages. With `FUZZ_RUNS`, all engines open all pages.
 */
function shareOf<Page>(pages: readonly Page[], { name }: Engine): Page[] {
  const first = process.env['FUZZ_RUNS'] ? undefined : { chromium: undefined, firefox: 0, webkit: 2 }[name];
  return pages.filter((_, index) => first === undefined || index % 8 === first);
}

/** Expects every element to be painted. The sample record has no changes, so the last element shows its fallback. */
async function expectAll(tab: Tab): Promise<void> {
  const all = [...Array.from({ length: embedCount - 1 }, () => 'record'), 'own'];
  await expect.poll(() => shownIn(tab), timeouts).toEqual(all);
}

inEveryEngine((engine) => {
  /** WebKit's driver calls the page's own methods, so a page that changes those is opened in a frame there. */
  const tabFor = async (host: string): Promise<Tab> => {
    const tab = await engine.tab();
    return engine.name === 'webkit' && /JSON|Object\.prototype|map that/.test(host) ? aroundFrame(tab) : tab;
  };

  describe('a page that changes the language', () => {
    it.each(shareOf(Object.entries(survived), engine))('shows all records despite %s', async (host, before) => {
      const tab = await tabFor(host);
      await openWith(tab, { before });
      await expectAll(tab);
      const { executed, errors, console } = await recorded(tab);
      expect([...executed, ...errors, ...console]).toEqual([]);
    });

    it.each(shareOf(Object.entries(broken), engine))('leaves no element blank despite %s', async (host, before) => {
      const tab = await tabFor(host);
      await openWith(tab, { before }, false);
      await decided(tab).catch(() => undefined);
      const shown = await shownIn(tab);
      expect(shown.filter((one) => one === 'blank')).toEqual([]);
      expect(shown).toHaveLength(embedCount);
      expect(await tab.evaluate(() => document.querySelector('#last')?.textContent)).toContain('last words');
    });
  });

  it('keeps the fallback unchanged where no element can have a shadow root', async () => {
    const tab = await engine.tab();
    await openWith(tab, { before: broken['an attachShadow that throws']! }, false);
    // One exception per element: our code neither catches it nor renders elsewhere.
    await expect.poll(() => recorded(tab).then(({ errors }) => errors.length), timeouts).toBe(embedCount);
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
    it('shows all records when ids shadow members of the window', async () => {
      const tab = await engine.tab();
      const body = windowNames.map((name) => `<form id="${name}"><input name="push"></form>`).join('');
      await openWith(tab, { body });
      expect(complaints(await recorded(tab))).toEqual([]);
      await expectAll(tab);
    });

    it.each(shareOf(documentNames, engine))('leaves no element blank when a form shadows document.%s', async (name) => {
      const tab = await engine.tab();
      await openWith(tab, { body: `<form name="${name}"></form>` }, false);
      await decided(tab).catch(() => undefined);
      const shown = await shownIn(tab);
      expect(shown.filter((one) => one === 'blank')).toEqual([]);
      expect(shown).toHaveLength(embedCount);
    });
  });
});
