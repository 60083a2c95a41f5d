// @ts-check
/**
 * `npm test`: every check, all of them even when one fails. `--slow` adds what CI runs on top: the other two browser engines, a real
 * WordPress, Storybook as it is published, and a hundred thousand cases of every property. The last line counts tests and steps together.
 */
import { availableParallelism } from 'node:os';
import { ensureBrowsers } from './browsers.mjs';
import { build } from './build.mjs';
import { noDuplicates } from './duplicates.mjs';
import { ensureDependencies } from './ensure.mjs';
import { bin } from './run.mjs';
import { counted, heading, one, runSteps, vitest } from './steps.mjs';

/** @typedef {import('./steps.mjs').Step} Step */

const slow = process.argv.includes('--slow');

ensureDependencies();
const missing = await ensureBrowsers(slow ? 'chromium,firefox,webkit' : 'chromium');

/**
 * What differs between engines, if anything does. The rest of the elements' tests, a quarter of an hour an engine, is run by hand
 * (CONTRIBUTING.md); so are all of them on the script's own cut Lit, which the tests of pages are about.
 */
const inEngines = [
  'lifecycle',
  'events/',
  'auto-embed/',
  ...['card', 'changes', 'clause', 'comparison', 'light-dom', 'severity'].map((name) => `elements/${name}.test`),
];

/** Hostile feeds and pages in other engines; leaks and the list itself have nothing to do with those. */
const hostile = ['documents', 'pages', 'servers', 'painted-corpora', 'generated-feeds', 'back-and-forward'].map(
  (name) => `hostile/${name}.test`,
);

/** What the tests run on. @type {Step[]} */
const first = [{ name: 'Build', work: async () => one(await build()) }];

/** The long ones first: what is left for the end should be short. @type {Step[]} */
const steps = [
  ...(slow
    ? [
        vitest('WordPress', 'wordpress'),
        vitest('consumers', 'consumers'),
        counted('Storybook', '.scripts/storybook-smoke.mjs', ['--axe']),
        vitest('WebKit', 'webkit', { ENGINES: '1' }, inEngines),
        vitest('Firefox', 'firefox', { ENGINES: '1' }, inEngines),
        // Real old builds, on Linux: one below the floor of `browserslist`, the floor, and one between it and today.
        ...['92', '106', '113'].map((major) =>
          vitest(`pages in Chromium ${major}`, 'pages', { OLD_CHROMIUM: major }, ['engines/']),
        ),
        vitest('hostile in WebKit', 'hostile', { ENGINES: 'webkit' }, hostile),
        vitest('hostile in Firefox', 'hostile', { ENGINES: 'firefox' }, hostile),
      ]
    : []),
  vitest('pages', 'pages'),
  vitest('hostile', 'hostile'),
  vitest('access', 'access'),
  vitest('browser', 'browser'),
  vitest('package', 'package'),
  vitest('units', 'unit', slow ? { FUZZ_RUNS: '100000' } : {}),
  vitest('stories', 'storybook'),
  lint(),
  types(),
];

// Most of them use one core, and wait for a browser half of their time.
const done = [...(await runSteps(first, 1)), ...(await runSteps(steps, Math.min(availableParallelism(), 2)))];
if (missing.length > 0)
  done.push({ name: `Browsers: no ${missing.join(', ')}`, seconds: 0, passed: 0, failed: missing.length, last: '' });

const sum = (/** @type {'passed' | 'failed' | 'skipped'} */ of) =>
  done.reduce((total, counts) => total + (counts[of] ?? 0), 0);
const failed = done.filter((step) => step.failed > 0);
for (const { name, last } of failed) console.log(`${heading(`Again, as it failed: the end of ${name}`)}\n${last}`);
console.log(`\n${done.map(({ name, seconds }) => `${String(seconds).padStart(5)} s  ${name}`).join('\n')}`);
if (failed.length > 0) console.log(`\nFailed: ${failed.map(({ name }) => name).join(', ')}`);
console.log(
  `\n${sum('passed')} passed, ${sum('failed')} failed${sum('skipped') > 0 ? `, ${sum('skipped')} skipped` : ''}`,
);
process.exitCode = failed.length > 0 ? 1 : 0;

/** @returns {Step} */
function types() {
  return {
    name: 'Types',
    async work(run) {
      const results = [];
      for (const project of ['tsconfig.json', 'tsconfig.pure.json', 'tsconfig.build.json', 'tsconfig.cli.json']) {
        results.push(await run(bin.tsc, ['-p', project, '--noEmit']));
      }
      return one(results.every(Boolean));
    },
  };
}

/** @returns {Step} */
function lint() {
  return {
    name: 'Lint',
    async work(run) {
      const rules = await run(bin.eslint, ['.', '--max-warnings=0']);
      const format = await run(bin.prettier, ['--check', '--log-level=warn', '.']);
      const used = await run(bin.knip, ['--config', '.scripts/knip.json', '--no-progress', '--no-config-hints']);
      const once = await noDuplicates(run);
      return one(rules && format && used && once);
    },
  };
}
