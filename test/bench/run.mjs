// @ts-check
/**
 * `npm run bench`: the cost of the built files in Chromium, and of the kit in Node, as ratios of medians over up to 15
 * rounds. The contenders take turns, and each visit has its own context. The number of rounds fits 25 minutes on two
 * quiet cores. Writes RESULTS.md beside this file, with NOTES.md at its end.
 *
 * `--quick`: one to three rounds and fewer benchmarks, in about two minutes. `--check`: exits with 1 when a budget is
 * missed. `--only=work,heap`: runs these benchmarks, and writes nothing. `--go-on`: keeps the sections that RESULTS.md
 * has from an interrupted run, and measures the rest.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { chromium } from 'playwright';
import { findChromium } from '../support/browsers.mjs';
import { runScript } from '../../scripts/run.mjs';
import { sizesOf } from '../package/sizes.mjs';
import { judge } from './budgets.mjs';
import { disclosure, heap, many, shift, slowLine, update, work } from './cards.mjs';
import { comparison } from './comparison.mjs';
import { parsing } from './feeds.mjs';
import { oembed, publishing } from './kit.mjs';
import { makePages } from './pages.mjs';
import { samePixels } from './pixels.mjs';
import { figure, markdownTable } from './table.mjs';

/**
 * @typedef {import('./rounds.mjs').Pace & BenchOf} Bench
 * @typedef {object} BenchOf
 * @property {import('playwright').Browser} browser
 * @property {import('./pages.mjs').Pages} pages
 * @property {boolean} quick
 * @property {Record<string, number>} measured  for the budgets
 */

/** @type {Record<string, { title: string, measure: (bench: Bench) => Promise<import('./table.mjs').Row[]> }>} */
const benchmarks = {
  pixels: { title: 'The yardsticks paint what we paint', measure: samePixels },
  work: { title: 'Work of the main thread, to V', measure: work },
  slowLine: { title: 'One card on a slow line (150 ms, 1.6 Mbit/s)', measure: slowLine },
  many: { title: 'Many cards', measure: many },
  update: { title: 'Updates among 100 cards, work to V', measure: update },
  heap: { title: 'Memory', measure: heap },
  disclosure: { title: 'Opening, at 4× slow-down, among 100 cards', measure: disclosure },
  shift: { title: 'Layout shift of one card, script and record file late', measure: shift },
  parsing: { title: 'Reading', measure: parsing },
  comparison: { title: 'All rows of a comparison, to a plain hand-written list', measure: comparison },
  publishing: { title: 'Publishing', measure: publishing },
  oembed: { title: 'The oEmbed endpoint under load', measure: oembed },
};

const quick = process.argv.includes('--quick');
const only = process.argv
  .find((arg) => arg.startsWith('--only='))
  ?.slice(7)
  .split(',');
const goesOn = process.argv.includes('--go-on');
/** Benchmarks that are too long for `--quick`. */
const tooLong = ['comparison', 'heap', 'publishing', 'many'];

runScript('build');
const found = await findChromium();
if (!found) throw new Error('There is no Chromium: npm test installs one, or set CHROMIUM_PATH.');
const browser = await chromium.launch(found);
const pages = await makePages();
/** @type {Bench} */
const bench = {
  browser,
  pages,
  quick,
  ...(quick ? { rounds: 3, least: 1, haste: 0.05 } : { rounds: 15, least: 3, haste: 0.75 }),
  done: [],
  measured: {},
};
const version = browser.version();

/** @type {string[]} */
const sections = goesOn ? before() : [];
try {
  bench.measured['script'] = sizesOf('provision-embed.js').brotli;
  await pages.makeYardsticks(browser);
  for (const [name, { title, measure }] of Object.entries(benchmarks)) {
    if (only ? !only.includes(name) : quick && tooLong.includes(name)) continue;
    if (sections.some((line) => line.startsWith(`## ${title}`))) continue;
    const start = performance.now();
    bench.done.length = 0;
    const table = await measure(bench);
    console.log(`${title}${roundsOf(bench.done)} (${Math.round((performance.now() - start) / 1000)} s)`);
    console.table(
      table.map((row) =>
        Object.fromEntries(
          Object.entries(row).map(([key, value]) => [key, typeof value === 'number' ? figure(value) : value]),
        ),
      ),
    );
    sections.push('', `## ${title}${roundsOf(bench.done)}`, '', ...markdownTable(table));
    write();
  }
} finally {
  await browser.close();
  await pages.close();
}

const judged = judge(bench.measured);
console.log('Budgets');
console.table(judged.map(({ what, budget, measured, met }) => ({ what: what.slice(0, 70), budget, measured, met })));
if (process.argv.includes('--check')) {
  const missed = judged.filter(({ met }) => met === '**no**');
  for (const { what, budget, measured } of missed) console.error(`Missed: ${what}: ${measured}, ${budget}`);
  process.exitCode = missed.length ? 1 : 0;
}

/** @param {readonly number[]} done */
function roundsOf(done) {
  const [least, most] = [Math.min(...done), Math.max(...done)];
  return done.length ? `: ${least === most ? least : `${least} to ${most}`} rounds` : '';
}

/** The sections and figures of an interrupted run, read from RESULTS.md. */
function before() {
  const [, table = '', rest = ''] = readFileSync(new URL('RESULTS.md', import.meta.url), 'utf8').split(
    /## Budgets\n|(?=## The yardsticks)|(?=\n## Notes)/,
  );
  for (const { name, what } of judge({})) {
    const row = table.split('\n').find((line) => line.startsWith(`| ${what} |`));
    const [figureOf] = row?.split('|')[3]?.match(/[\d,.]+/) ?? [];
    if (figureOf) bench.measured[name] = Number(figureOf.replaceAll(',', ''));
  }
  return ['', ...rest.trim().split('\n')];
}

/** Writes the results so far, so that an interrupted run is not lost. */
function write() {
  if (only) return;
  const budgets = judge(bench.measured).map(({ what, budget, measured, met }) => ({ what, budget, measured, met }));
  const lines = [
    '# Benchmarks',
    '',
    `Chromium ${version}, ${cpus().length} cores. \`npm run bench\` writes this file; what is below “Notes” it takes from`,
    '`NOTES.md`. Ratios of medians, ours to theirs: under 1 ours costs less. Work is processor time of the page’s main thread.',
    'Browsers tell of tasks above 50 ms only.',
    '',
    '## Budgets',
    '',
    ...markdownTable(budgets),
    ...sections,
    '',
    readFileSync(new URL('NOTES.md', import.meta.url), 'utf8').trimEnd(),
  ];
  writeFileSync(new URL('RESULTS.md', import.meta.url), `${lines.join('\n')}\n`);
}
