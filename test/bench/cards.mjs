// @ts-check
/** Cards in an article, against the yardsticks: all work, what is painted when, what one more costs. */
import { firstPainted, wordsPainted } from './pages.mjs';
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

/** Those far below the window come when the page has been there for a while. @param {import('playwright').Page} page */
const allPainted = (page) =>
  page.waitForFunction(() =>
    [...document.querySelectorAll('provision-card')].every((card) => card.shadowRoot?.querySelector('article')),
  );

/**
 * Visits, the contenders in turn, each round beginning with another one.
 * @template {Record<string, () => Promise<any>>} T
 * @param {number} rounds
 * @param {T} contenders
 * @returns {Promise<{ [K in keyof T]: Awaited<ReturnType<T[K]>>[] }>}
 */
export async function inTurn(rounds, contenders) {
  const entries = Object.entries(contenders);
  /** @type {any} */
  const results = Object.fromEntries(entries.map(([name]) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (let turn = 0; turn < entries.length; turn++) {
      const [name, once] = /** @type {(typeof entries)[number]} */ (entries[(round + turn) % entries.length]);
      results[name].push(await once());
    }
  }
  return results;
}

/** @param {readonly Cost[]} costs @param {keyof Cost} member */
const all = (costs, member) => costs.map((cost) => cost[member]);

/**
 * All work of a page's main thread until it is quiet, nobody having scrolled; and what it is when all cards have come, a while after.
 * @param {Bench} bench
 */
export async function work({ browser, pages, rounds, quick, measured }) {
  const table = [];
  for (const [count, source] of /** @type {const} */ ([
    [1, 'feed'],
    [1, 'file'],
    [1, 'child'],
    [10, 'feed'],
    [100, 'feed'],
    [100, 'child'],
    [1000, 'feed'],
  ])) {
    if (quick && (source !== 'feed' || !(count === 1 || count === 100))) continue;
    /** @type {Contender[]} */
    const contenders = ['ours', 'plain', ...(source === 'feed' ? /** @type {const} */ (['static', 'react']) : [])];
    if (source === 'feed' && (count === 10 || count === 100)) contenders.push('frames');
    if (quick) contenders.splice(2, 2);
    if (source === 'feed') contenders.push('article');
    const addresses = await Promise.all(contenders.map((contender) => pages.page(contender, { count, source })));
    /** @type {Record<string, (Cost & { then: number | undefined })[]>} */
    const costs = await inTurn(
      count === 1000 ? Math.min(rounds, 5) : rounds,
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
      // Without the page's own.
      measured['requests'] = median(all(costs['ours'] ?? [], 'requests')) - 1;
    }
  }
  return table;
}

/**
 * One card on a line of 150 ms and 1.6 Mbit/s.
 * @param {Bench} bench
 */
export async function slowLine({ browser, pages, rounds, measured }) {
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
  const addresses = await Promise.all(lines.map(([, contender, options]) => pages.page(contender, options)));
  /** @type {Record<string, Cost[]>} */
  const costs = await inTurn(
    rounds,
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
 * When the first card is there, however many follow it; and how long the page is deaf meanwhile, at a quarter of the speed.
 * @param {Bench} bench
 */
export async function many({ browser, pages, rounds, quick, measured }) {
  const of = 1000;
  const one = await pages.page('ours', { count: 1, of });
  const thousand = await pages.page('ours', { count: of });
  const first = await inTurn(Math.min(rounds, 9), {
    one: () => visit(browser, one, { painted: firstPainted.ours }),
    thousand: () => visit(browser, thousand, { painted: firstPainted.ours }),
  });
  measured['thousandFirst'] = ratio(all(first.thousand, 'painted'), all(first.one, 'painted'));
  /** @type {Contender[]} */
  const contenders = quick ? ['ours', 'plain'] : ['ours', 'plain', 'react'];
  const addresses = await Promise.all(contenders.map((contender) => pages.page(contender, { count: 100 })));
  const slow = await inTurn(
    rounds,
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
    .../** @type {const} */ (['one', 'thousand']).map((name) => ({
      what: `ours, ${name === 'one' ? '1 card' : '1,000 cards'} of a feed of 1,000 records`,
      'first card painted (ms)': median(all(first[name], 'painted')),
      'longest task (ms)': task(all(first[name], 'longest')),
      'longest task while scrolled to the end (ms)': '',
    })),
  ];
}

/**
 * One card among a hundred gets another record: handed over by the page, and found in a feed that is read again.
 * @param {Bench} bench
 */
export async function update({ browser, pages, rounds, measured }) {
  /** @param {'ours' | 'plain' | 'react'} contender @param {boolean} whole */
  const once = async (contender, whole) => {
    const url = await pages.page(contender, { count: 100 });
    const src = pages.feed(100);
    const { then } = await visit(browser, url, { painted: firstPainted[contender] }, async (page, { work, quiet }) => {
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
  const one = await inTurn(rounds, {
    ours: () => once('ours', false),
    plain: () => once('plain', false),
    react: () => once('react', false),
  });
  const again = await inTurn(rounds, { ours: () => once('ours', true), plain: () => once('plain', true) });
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
 * What one more card keeps in memory.
 * @param {Bench} bench
 */
export async function heap({ browser, pages, rounds, measured }) {
  /** @type {Contender[]} */
  const contenders = ['ours', 'plain', 'static', 'react'];
  const counts = [20, 60, 100];
  /** All of them painted: nothing below the fold is left out. @param {import('playwright').Page} page */
  const scrolled = (page) =>
    page.evaluate(async () => {
      for (let at = 0; at < document.documentElement.scrollHeight; at += innerHeight) {
        scrollTo(0, at);
        await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
      }
    });
  /** @type {Record<string, { loaded: number[], scrolled: number[] }>} */
  const each = {};
  for (const contender of contenders) each[contender] = { loaded: [], scrolled: [] };
  const urls = new Map();
  for (let round = 0; round < Math.min(rounds, 5); round++) {
    for (const contender of contenders) {
      /** @type {[number, number][]} */
      const loaded = [];
      /** @type {[number, number][]} */
      const whole = [];
      for (const count of counts) {
        const key = `${contender} ${count}`;
        // The same feed for all: it is the cards that are weighed.
        if (!urls.has(key)) urls.set(key, await pages.page(contender, { count, of: 100 }));
        loaded.push([count, (await visit(browser, urls.get(key), {})).heap]);
        whole.push([count, (await visit(browser, urls.get(key), {}, scrolled)).heap]);
      }
      each[contender]?.loaded.push(slope(loaded));
      each[contender]?.scrolled.push(slope(whole));
    }
  }
  const plain = each['plain'] ?? { loaded: [], scrolled: [] };
  measured['heap'] = ratio(each['ours']?.scrolled ?? [], plain.scrolled);
  return contenders.map((contender) => {
    const own = each[contender] ?? plain;
    return {
      contender: names[contender],
      'heap a card, to V': ratio(own.loaded, plain.loaded),
      'heap a card after all have been seen, to V': ratio(own.scrolled, plain.scrolled),
      'kB a card, all seen': median(own.scrolled) / 1000,
    };
  });
}

/**
 * How long a reader waits for what they have opened, at a quarter of the speed, on a page of a hundred cards.
 * @param {Bench} bench
 */
export async function disclosure({ browser, pages, rounds, measured }) {
  const url = await pages.page('ours', { count: 100 });
  /** @type {number[]} */
  const long = [];
  /** @type {number[]} */
  const record = [];
  for (let round = 0; round < rounds; round++) {
    const { then } = await visit(browser, url, { slowDown: 4, painted: firstPainted.ours }, (page) =>
      page.evaluate(async () => {
        const card = /** @type {any} */ (document.querySelector('provision-card'));
        const root = /** @type {ShadowRoot} */ (card.shadowRoot);
        const painted = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
        /** A text that is too long to be shown whole, opened. */
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
      }),
    );
    long.push(then?.[0] ?? NaN);
    record.push(then?.[1] ?? NaN);
  }
  measured['disclosure'] = median(long);
  return [
    { what: 'a long text opened', 'to the next paint (ms)': median(long) },
    { what: '“Full record” pressed: the page answers', 'to the next paint (ms)': median(record) },
  ];
}

/**
 * Real articles above and below, the feed a second late.
 * @param {Bench} bench
 */
export async function shift({ browser, pages, measured }) {
  /** @param {import('./pages.mjs').PageOptions} options @param {boolean} [below] the reader has scrolled past it */
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
