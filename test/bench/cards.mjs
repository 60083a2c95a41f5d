// @ts-check
/** Cards in an article, compared with the yardsticks: total work, paint times, and the cost of one more card. */
import { firstPainted, wordsPainted } from './pages.mjs';
import { inTurn } from './rounds.mjs';
import { median, ratio, slope } from './statistics.mjs';
import { visit } from './visits.mjs';

/** @typedef {import('./pages.mjs').Contender} Contender */
/** @typedef {import('./visits.mjs').Cost} Cost */
/** @typedef {import('./run.mjs').Bench} Bench */

const names = {
  ours: 'ours',
  static: 'L0 static HTML',
  plain: 'V hand-written',
  frames: 'I iframes',
  react: 'R React 19',
  article: 'the article without any script',
};

/** Waits for all cards, because off-screen cards start only after a while. @param {import('playwright').Page} page */
const allPainted = (page) =>
  page.waitForFunction(() =>
    [...document.querySelectorAll('provision-card')].every((card) => card.shadowRoot?.querySelector('article')),
  );

/** @param {readonly Cost[]} costs @param {keyof Cost} member */
const all = (costs, member) => costs.map((cost) => cost[member]);

/**
 * All main-thread work until the page is quiet, without scrolling; and after all deferred cards are painted.
 * @param {Bench} bench
 */
export async function work(bench) {
  const { browser, pages, quick, measured } = bench;
  const table = [];
  for (const [count, source, seconds] of /** @type {const} */ ([
    [1, 'feed', 60],
    [1, 'file', 25],
    [1, 'child', 25],
    [10, 'feed', 60],
    [100, 'feed', 120],
    [100, 'child', 50],
    [1000, 'feed', 80],
  ])) {
    if (quick && (source !== 'feed' || !(count === 1 || count === 100))) continue;
    /** @type {Contender[]} */
    const contenders = ['ours', 'plain'];
    if (source === 'feed' && count < 1000) contenders.push('static', 'react');
    if (source === 'feed' && (count === 10 || count === 100)) contenders.push('frames');
    if (quick) contenders.splice(2, 2);
    if (source === 'feed') contenders.push('article');
    const addresses = await Promise.all(contenders.map((contender) => pages.page(contender, { count, source })));
    /** @type {Record<string, (Cost & { then: number | undefined })[]>} */
    const costs = await inTurn(
      bench,
      seconds,
      Object.fromEntries(
        contenders.map((contender, index) => [
          contender,
          () =>
            visit(browser, addresses[index] ?? '', {}, async (page, { work, quiet }) => {
              if (contender !== 'ours') return undefined;
              await allPainted(page);
              await quiet();
              return work();
            }),
        ]),
      ),
    );
    const plain = costs['plain'] ?? [];
    for (const contender of contenders) {
      const own = costs[contender] ?? [];
      table.push({
        cards: count.toLocaleString('en'),
        from: { feed: 'a feed', file: 'a record file', child: 'the JSON child' }[source],
        contender: names[contender],
        'all work': ratio(all(own, 'work'), all(plain, 'work')),
        '… when all have come': ratio(
          own.map(({ work, then }) => then ?? work),
          all(plain, 'work'),
        ),
        script: ratio(all(own, 'script'), all(plain, 'script')),
        'style + layout': ratio(all(own, 'layout'), all(plain, 'layout')),
        'work (ms)': median(all(own, 'work')),
        requests: String(median(all(own, 'requests'))),
        'kB received': median(all(own, 'bytes')) / 1000,
      });
    }
    const ours = all(costs['ours'] ?? [], 'work');
    if (count === 1 && source === 'feed') measured['oneCard'] = ratio(ours, all(plain, 'work'));
    if (count === 100 && source === 'feed') {
      measured['hundredCards'] = ratio(ours, all(plain, 'work'));
      measured['hundredToFrames'] = ratio(ours, all(costs['frames'] ?? [], 'work'));
      // Without the request for the page itself.
      measured['requests'] = median(all(costs['ours'] ?? [], 'requests')) - 1;
    }
  }
  return table;
}

/**
 * One card on a line of 150 ms and 1.6 Mbit/s.
 * @param {Bench} bench
 */
export async function slowLine(bench) {
  const { browser, pages, quick, measured } = bench;
  /** @type {[string, Contender, import('./pages.mjs').PageOptions][]} */
  const lines = [
    ['V hand-written', 'plain', { source: 'file' }],
    ['L0 static HTML', 'static', {}],
    ['ours, the element', 'ours', { source: 'file' }],
    ['ours, the builder’s snippet “element”', 'ours', { source: 'file', snippet: 'element' }],
    ['ours, the builder’s snippet “quotation”', 'ours', { source: 'file', snippet: 'quotation' }],
    ['ours, the JSON child', 'ours', { source: 'child' }],
    ['R React 19', 'react', { source: 'file' }],
    ['I iframe', 'frames', {}],
  ];
  if (quick) lines.splice(6);
  const addresses = await Promise.all(lines.map(([, contender, options]) => pages.page(contender, options)));
  /** @type {Record<string, Cost[]>} */
  const costs = await inTurn(
    bench,
    200,
    Object.fromEntries(
      lines.map(([name, contender], index) => [
        name,
        () =>
          visit(browser, addresses[index] ?? '', {
            slowLine: true,
            painted: firstPainted[contender],
            ...(contender === 'ours' && { words: wordsPainted }),
          }),
      ]),
    ),
  );
  const plain = all(costs['V hand-written'] ?? [], 'painted');
  const child = costs['ours, the JSON child'] ?? [];
  measured['paintSnippet'] = ratio(all(costs['ours, the builder’s snippet “element”'] ?? [], 'painted'), plain);
  measured['paintChild'] = ratio(all(child, 'words'), plain);
  return lines.map(([name]) => {
    const own = costs[name] ?? [];
    return {
      contender: name,
      'the card painted, to V': ratio(all(own, 'painted'), plain),
      'the quotation painted, to V’s card': ratio(all(own, 'words'), plain),
      'card painted (ms)': median(all(own, 'painted')),
      'kB received': median(all(own, 'bytes')) / 1000,
      'layout shift': median(all(own, 'shift')),
    };
  });
}

/**
 * The paint time of the first card however many follow it, and the longest task meanwhile, at a quarter of the speed.
 * @param {Bench} bench
 */
export async function many(bench) {
  const { browser, pages, quick, measured } = bench;
  const of = 1000;
  const one = await pages.page('ours', { count: 1, of });
  const thousand = await pages.page('ours', { count: of });
  // The cost of the page itself, with a thousand quotations in it.
  const among = await pages.page('ours', { count: of, cards: 1 });
  const first = await inTurn(bench, 90, {
    one: () => visit(browser, one, { painted: firstPainted.ours }),
    thousand: () => visit(browser, thousand, { painted: firstPainted.ours }),
    among: () => visit(browser, among, { painted: firstPainted.ours }),
  });
  measured['thousandFirst'] = ratio(all(first.thousand, 'painted'), all(first.one, 'painted'));
  /** @type {Contender[]} */
  const contenders = quick ? ['ours', 'plain'] : ['ours', 'plain', 'react', 'article'];
  const addresses = await Promise.all(contenders.map((contender) => pages.page(contender, { count: 100 })));
  const slow = await inTurn(
    bench,
    140,
    Object.fromEntries(
      contenders.map((contender, index) => [
        contender,
        () =>
          visit(browser, addresses[index] ?? '', { slowDown: 4, painted: firstPainted[contender] }, async (page) => {
            await page.evaluate(async () => {
              /** @type {any} */ (globalThis).bench.longest = 0;
              const step = innerHeight / 2;
              for (let at = 0; at < document.documentElement.scrollHeight; at += step) {
                scrollTo(0, at);
                await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
              }
            });
            return page.evaluate(() => /** @type {number} */ (/** @type {any} */ (globalThis).bench.longest));
          }),
      ]),
    ),
  );
  measured['longestTask'] = median(all(slow['ours'] ?? [], 'longest'));
  const task = (/** @type {number[]} */ values) => (median(values) ? median(values).toFixed(0) : 'under 50');
  return [
    ...contenders.map((contender) => {
      const own = slow[contender] ?? [];
      return {
        what: `${names[contender]}, 100 cards at 4× slow-down`,
        'first card painted (ms)': median(all(own, 'painted')),
        'longest task (ms)': task(all(own, 'longest')),
        'longest task while scrolled to the end (ms)': task(own.map(({ then }) => then ?? NaN)),
      };
    }),
    .../** @type {const} */ ([
      ['one', '1 card'],
      ['among', '1 card in an article of 1,000 quotations,'],
      ['thousand', '1,000 cards'],
    ]).map(([name, what]) => ({
      what: `ours, ${what} of a feed of 1,000 records`,
      'first card painted (ms)': median(all(first[name], 'painted')),
      'longest task (ms)': task(all(first[name], 'longest')),
      'longest task while scrolled to the end (ms)': '',
    })),
  ];
}

/**
 * The update of one card among a hundred: the page sets a changed record, or the feed is loaded again.
 * @param {Bench} bench
 */
export async function update(bench) {
  const { browser, pages, measured } = bench;
  /** @param {'ours' | 'plain' | 'react'} contender @param {boolean} whole */
  const once = async (contender, whole) => {
    const url = await pages.page(contender, { count: 100 });
    const src = pages.feed(100);
    const { then } = await visit(browser, url, { painted: firstPainted[contender] }, async (page, { work, quiet }) => {
      if (contender === 'ours') {
        await allPainted(page);
        await quiet();
      }
      const before = await work();
      await page.evaluate(
        async ({ contender, whole, src }) => {
          const painted = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
          const feed = await (await fetch(src)).json();
          for (let time = 0; time < (whole ? 3 : 20); time++) {
            const changed = structuredClone(feed.items[0]);
            changed.title = `Changed ${time}`;
            if (contender === 'ours') {
              const cards = /** @type {any[]} */ ([...document.querySelectorAll('provision-card')]);
              if (whole) await Promise.all(cards.map((card) => card.reload()));
              else cards[0].provision = { ...feed, items: [changed] };
            } else if (contender === 'plain') {
              if (whole) await /** @type {any} */ (globalThis).reloadPlain(src);
              else /** @type {any} */ (document.querySelector('plain-card')).show(changed);
            } else /** @type {any} */ (document.querySelector('.react-card')).show(changed);
            await painted();
          }
        },
        { contender, whole, src },
      );
      await quiet();
      return (await work()) - before;
    });
    return then ?? NaN;
  };
  const one = await inTurn(bench, 90, {
    ours: () => once('ours', false),
    plain: () => once('plain', false),
    react: () => once('react', false),
  });
  const again = await inTurn(bench, 60, { ours: () => once('ours', true), plain: () => once('plain', true) });
  measured['updateOne'] = ratio(one.ours, one.plain);
  return [
    {
      what: 'one card gets a changed record, 20 times',
      ours: ratio(one.ours, one.plain),
      'R React 19': ratio(one.react, one.plain),
    },
    {
      what: 'the feed is read again for all cards, nothing has changed',
      ours: ratio(again.ours, again.plain),
      'R React 19': '',
    },
  ];
}

/**
 * The memory of one more card.
 * @param {Bench} bench
 */
export async function heap(bench) {
  const { browser, pages, measured } = bench;
  /** @type {Contender[]} */
  const contenders = ['ours', 'plain', 'static', 'react'];
  const counts = [20, 60, 100];
  /** @param {Contender} contender */
  const once = async (contender) => {
    /** @type {[number, number][]} */
    const loaded = [];
    /** @type {[number, number][]} */
    const seen = [];
    for (const count of counts) {
      // The same feed for all counts, so that only the cards differ.
      const url = urls.get(`${contender} ${count}`) ?? '';
      const { then = NaN, heap: whole } = await visit(browser, url, {}, async (page, { heap: now }) => {
        const before = await now();
        // Scroll to the end, so that all cards are painted.
        await page.evaluate(async () => {
          for (let at = 0; at < document.documentElement.scrollHeight; at += innerHeight) {
            scrollTo(0, at);
            await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
          }
        });
        await allPainted(page);
        return before;
      });
      loaded.push([count, then]);
      seen.push([count, whole]);
    }
    return { loaded: slope(loaded), scrolled: slope(seen) };
  };
  const urls = new Map();
  for (const contender of contenders) {
    for (const count of counts) urls.set(`${contender} ${count}`, await pages.page(contender, { count, of: 100 }));
  }
  const each = await inTurn(
    bench,
    140,
    Object.fromEntries(contenders.map((contender) => [contender, () => once(contender)])),
  );
  /** @param {Contender} contender @param {'loaded' | 'scrolled'} when */
  const slopes = (contender, when) => (each[contender] ?? []).map((one) => one[when]);
  measured['heap'] = ratio(slopes('ours', 'loaded'), slopes('plain', 'loaded'));
  measured['heapSeen'] = ratio(slopes('ours', 'scrolled'), slopes('plain', 'scrolled'));
  return contenders.map((contender) => ({
    contender: names[contender],
    'heap a card, to V': ratio(slopes(contender, 'loaded'), slopes('plain', 'loaded')),
    'heap a card after all have been seen, to V': ratio(slopes(contender, 'scrolled'), slopes('plain', 'scrolled')),
    'kB a card, all seen': median(slopes(contender, 'scrolled')) / 1000,
  }));
}

/**
 * The time from a reader's click to the next paint, at a quarter of the speed, on a page of a hundred cards.
 * @param {Bench} bench
 */
export async function disclosure(bench) {
  const { browser, pages, measured } = bench;
  const url = await pages.page('ours', { count: 100 });
  const once = async () => {
    const { then } = await visit(browser, url, { slowDown: 4, painted: firstPainted.ours }, async (page, { quiet }) => {
      await allPainted(page);
      await quiet();
      return page.evaluate(async () => {
        const card = /** @type {any} */ (document.querySelector('provision-card'));
        const root = /** @type {ShadowRoot} */ (card.shadowRoot);
        const painted = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
        /** Opens a text that is long enough to fold. */
        const feed = await (await fetch(card.getAttribute('src'))).json();
        const [item] = feed.items;
        item.content_text = item.content_text.repeat(8);
        card.provision = { ...feed, items: [item] };
        while (!root.querySelector('.fold')) await painted();
        await painted();
        const start = performance.now();
        /** @type {HTMLElement} */ (root.querySelector('.fold + .more')).click();
        await painted();
        const fold = performance.now() - start;
        if (!root.querySelector('.fold.open')) throw new Error('It has not been opened');
        const again = performance.now();
        /** @type {HTMLElement} */ (root.querySelector('[aria-controls=rest]')).click();
        await painted();
        const pressed = performance.now() - again;
        return [fold, pressed];
      });
    });
    return then ?? [];
  };
  /** Paints the same text in static HTML, to measure the cost of the page around it. */
  const shown = async () => {
    const still = await pages.page('static', { count: 100 });
    const { then } = await visit(browser, still, { slowDown: 4, painted: firstPainted.static }, (page) =>
      page.evaluate(async () => {
        const summary = /** @type {HTMLElement} */ (document.querySelector('.card-host .summary p'));
        const start = performance.now();
        summary.textContent = (summary.textContent ?? '').repeat(8);
        await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
        return performance.now() - start;
      }),
    );
    return then ?? NaN;
  };
  const { ours, still } = await inTurn(bench, 90, { ours: once, still: shown });
  const [long, record] = [0, 1].map((which) => ours.map((took) => took[which] ?? NaN));
  measured['disclosure'] = median(long ?? []);
  return [
    { what: 'a long text opened', 'to the next paint (ms)': median(long ?? []) },
    { what: '… the same text put into static HTML', 'to the next paint (ms)': median(still) },
    { what: '“Full record” pressed: the page answers', 'to the next paint (ms)': median(record ?? []) },
  ];
}

/**
 * The layout shift of a card between the texts of an article, on a slow line.
 * @param {Bench} bench
 */
export async function shift({ browser, pages, measured }) {
  /**
   * @param {import('./pages.mjs').PageOptions} options
   * @param {boolean} [below] the reader has scrolled past the card
   */
  const once = async (options, below) => {
    const url = await pages.page('ours', { source: 'file', ...options });
    const { shift: seen, then } = await visit(
      browser,
      url,
      { slowLine: true, painted: firstPainted.ours },
      async (page) =>
        page.evaluate(() => /** @type {HTMLElement} */ (document.querySelector('provision-card')).offsetHeight),
    );
    return { seen: below ? NaN : seen, height: then ?? 0 };
  };
  const { height } = await once({});
  const reserved = `provision-card{display:block;min-height:${height}px}blockquote{margin:0}`;
  const own = `provision-card>blockquote{box-sizing:border-box;height:${height}px;margin:0;overflow:hidden}`;
  const rows = [
    { what: 'with a fallback of its size', shift: (await once({ css: own })).seen },
    { what: 'with a reserved height', shift: (await once({ css: reserved })).seen },
    {
      what: 'below the fold, with a fallback of another size',
      shift: (await once({ css: 'h1{margin-bottom:1000px}' })).seen,
    },
    {
      what: 'the builder’s snippet, its quotation as the page has it (below it the page makes room)',
      shift: (await once({})).seen,
    },
    { what: 'without any fallback (the same)', shift: (await once({ bare: true })).seen },
  ];
  measured['shift'] = Math.max(...rows.slice(0, 3).map((row) => row.shift));
  return rows;
}
