// @ts-check
/** All rows of a comparison, opened, filtered and sorted, against a plain hand-written list of the same rows. */
import { readFileSync } from 'node:fs';
import { inTurn } from './rounds.mjs';
import { median } from './statistics.mjs';

const sizes = [242, 10_000];
const steps = ['open: first rows', 'open: all rows', 'filter', 'filter off', 'sort by name'];
const levels = ['critical', 'high', 'medium', 'low', 'info'];

/** @param {number} count */
function rowsOf(count) {
  return Array.from({ length: count }, (_, index) => ({
    // Not in order of the names, so that sorting has an effect.
    platform: { name: `Platform ${(index * 7919) % count}` },
    severity: { level: levels[index % levels.length], label: `Level ${levels[index % levels.length]}` },
    excerpt: `Clause ${index}. What you have shared stays available to others, under the name you shared it under, after your account has been closed; we may keep copies of it for as long as we have an interest in them.`,
    language: 'en',
    url: `https://platform-${index}.example/terms`,
    captured: '2026-05-12',
  }));
}

/** @param {number} count */
function record(count) {
  return {
    id: 'BENCH-1',
    title: 'Lists that stay public',
    language: 'en',
    _provision: {
      platform: { name: 'Harkwell' },
      severity: { level: 'high', label: 'Level high' },
      comparisons: { items: rowsOf(count), total: count },
    },
  };
}

/**
 * One visit with one of the two lists, step by step. Runs in the page. A step ends when its result is painted.
 * @param {{ provision: any, plain: boolean }} of
 * @returns {Promise<{ took: number[], longest: number[] }>} milliseconds, for each step
 */
async function visit({ provision, plain }) {
  const rows = provision._provision.comparisons.items;
  const high = rows.filter((/** @type {any} */ row) => row.severity.level === 'high').length;
  const painted = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  /** @param {() => boolean} there */
  const until = async (there) => {
    do await painted();
    while (!there());
  };
  /** @type {number[]} */
  const tasks = [];
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) tasks.push(duration);
  });
  observer.observe({ type: 'longtask' });

  /**
   * @type {((there: () => void) => Promise<void>)[]} the action of each step; the first calls `there` when the first rows are painted
   */
  let actions;
  if (plain) {
    const list = /** @type {any} */ (globalThis).plainList(rows);
    /** @param {() => void} act */
    const once = (act) => async () => {
      act();
      await painted();
    };
    actions = [once(list.open), once(() => list.filter('high')), once(list.clear), once(list.sort)];
  } else {
    const element = /** @type {any} */ (document.body.appendChild(document.createElement('provision-comparison')));
    element.provision = provision;
    const root = () => /** @type {ShadowRoot} */ (element.shadowRoot);
    await until(() => root().querySelector('[part=distribution]') !== null);
    /** @param {string} selector */
    const click = (selector) => /** @type {HTMLElement} */ (root().querySelector(selector)).click();
    const list = () => root().querySelector('.rows.all');
    const count = () => [...(list()?.children ?? [])].reduce((sum, page) => sum + page.childElementCount, 0);
    /** @param {number} wanted */
    const settled = (wanted) => until(() => count() === wanted && !list()?.hasAttribute('aria-busy'));
    const highButton = () =>
      /** @type {HTMLElement} */ (
        [...root().querySelectorAll('[part=filter]')].find((button) => button.textContent?.includes('high'))
      );
    actions = [
      async (there) => {
        click('.comparison > .more');
        await until(() => count() > 0);
        there();
        await settled(rows.length);
      },
      async () => {
        highButton().click();
        await settled(high);
      },
      async () => {
        highButton().click();
        await settled(rows.length);
      },
      async () => {
        const select = /** @type {HTMLSelectElement} */ (root().querySelector('select'));
        select.value = 'platform';
        select.dispatchEvent(new Event('change'));
        await until(() => root().querySelector('.row b')?.textContent === 'Platform 0');
        await settled(rows.length);
      },
    ];
  }

  const took = [];
  const longest = [];
  for (const [index, act] of actions.entries()) {
    await new Promise((done) => setTimeout(done, 100));
    tasks.length = 0;
    const start = performance.now();
    let first = 0;
    await act(() => (first = performance.now() - start));
    const all = performance.now() - start;
    await new Promise((done) => setTimeout(done, 100));
    const most = Math.max(0, ...tasks);
    if (index === 0) {
      took.push(first || all);
      longest.push(most);
    }
    took.push(all);
    longest.push(most);
  }
  return { took, longest };
}

/** @param {import('./run.mjs').Bench} bench */
export async function comparison(bench) {
  const { browser, pages } = bench;
  const origin = await pages.page('ours', { count: 0 });
  const list = readFileSync(new URL('plain-list.js', import.meta.url), 'utf8');
  const table = [];
  for (const size of sizes) {
    /** @param {boolean} plain @returns {Promise<Visit>} */
    const once = async (plain) => {
      const context = await browser.newContext({ viewport: { width: 1024, height: 768 } });
      context.setDefaultTimeout(180_000);
      const page = await context.newPage();
      await page.goto(origin);
      if (plain) await page.addScriptTag({ content: list });
      else await page.waitForFunction(() => customElements.get('provision-comparison') !== undefined);
      const seen = await page.evaluate(visit, { provision: record(size), plain });
      await context.close();
      return seen;
    };
    const seen = await inTurn(bench, 70, { ours: () => once(false), plain: () => once(true) });
    for (const [index, step] of steps.entries()) {
      /** @param {Visit[]} visits */
      const usual = (visits) => median(visits.map(({ took }) => took[index] ?? NaN));
      /** @param {Visit[]} visits */
      const longest = (visits) => {
        const most = Math.max(...visits.map(({ longest }) => longest[index] ?? NaN));
        return most ? String(Math.round(most)) : 'under 50';
      };
      table.push({
        rows: size.toLocaleString('en'),
        step,
        'ratio to plain': (usual(seen.ours) / usual(seen.plain)).toFixed(2),
        'longest task, ours (ms)': longest(seen.ours),
        'longest task, plain (ms)': longest(seen.plain),
      });
    }
  }
  return table;
}

/** @typedef {{ took: number[], longest: number[] }} Visit */
