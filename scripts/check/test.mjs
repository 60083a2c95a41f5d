// @ts-check
/**
 * `npm test`: runs every check, all of them even when one fails. `--slow` adds the steps that only CI runs: two more browser engines, old builds of
 * Chromium, a real WordPress, newcomers' projects, Storybook as it is published, and a hundred thousand cases of every property. The last line
 * counts tests and steps together.
 */
import { availableParallelism } from 'node:os';
import { ensureDependencies } from '../ensure.mjs';
import { heading, npmScript, runSteps, vitest } from './steps.mjs';

ensureDependencies();
const slow = process.argv.includes('--slow');
const { ensureBrowsers } = await import('../../test/support/browsers.mjs');
const missing = await ensureBrowsers(slow ? 'chromium,firefox,webkit' : 'chromium');

/** Tests of what differs between engines. All tests of the elements take a quarter of an hour an engine, and are run by hand (CONTRIBUTING.md). */
const inEngines = [
  'lifecycle',
  'events/',
  ...['upgrade/', 'auto-embed/'],
  ...['card', 'changes', 'clause', 'comparison', 'light-dom', 'severity'].map((name) => `elements/${name}.test`),
];

/** The threats in other engines. The list of threats itself and the leaks do not depend on the engine. */
const hostile = ['documents', 'pages', 'servers', 'painted-corpora', 'generated-feeds', 'back-and-forward'].map(
  (name) => `hostile/${name}.test`,
);

// Long steps come first, so that both lanes end at about the same time.
const slowSteps = [
  vitest('units', 'unit', { env: { FUZZ_RUNS: '100000' } }),
  vitest('hostile in WebKit', 'hostile', { env: { ENGINES: 'webkit' }, args: hostile }),
  vitest('hostile in Firefox', 'hostile', { env: { ENGINES: 'firefox' }, args: hostile }),
  vitest('consumers', 'consumers'),
  vitest('WordPress', 'wordpress'),
  vitest('WebKit', 'webkit', { env: { ENGINES: '1' }, args: inEngines }),
  vitest('Firefox', 'firefox', { env: { ENGINES: '1' }, args: inEngines }),
  // Real old builds, on Linux: one below the floor of `browserslist`, the floor, and one between the floor and today.
  ...['92', '106', '113'].map((major) =>
    vitest(`pages in Chromium ${major}`, 'pages', { env: { OLD_CHROMIUM: major }, args: ['engines/'] }),
  ),
  vitest('Storybook', 'published-storybook'),
];
const steps = [
  vitest('pages, first half', 'pages', { args: ['--shard=1/2'] }),
  vitest('pages, second half', 'pages', { args: ['--shard=2/2'] }),
  vitest('access', 'access'),
  vitest('package', 'package'),
  vitest('stories', 'storybook'),
  ...(slow ? slowSteps : [vitest('units', 'unit')]),
  vitest('browser', 'browser'),
  vitest('hostile', 'hostile'),
  npmScript('Lint: code', 'lint:code'),
  npmScript('Types', 'types'),
  ...['unused', 'duplicates', 'cycles', 'format'].map((name) => npmScript(`Lint: ${name}`, `lint:${name}`)),
];

// Most steps use one core, and wait for a browser half of their time.
const done = [
  ...(await runSteps([npmScript('Build', 'build')], 1)),
  ...(await runSteps(steps, Math.min(availableParallelism(), 2))),
  ...missing.map((name) => ({
    name: `Browsers: no ${name}`,
    seconds: 0,
    passed: 0,
    failed: 1,
    skipped: 0,
    output: '',
  })),
];

const failed = done.filter((step) => step.failed > 0);
// Repeated at the end, in case the log was cut off. Characters.
for (const { name, output } of failed) console.log(`${heading(`Failed: the end of ${name}`)}\n${output.slice(-6000)}`);
console.log(`\n${done.map(({ name, seconds }) => `${String(seconds).padStart(5)} s  ${name}`).join('\n')}`);
if (failed.length > 0) console.log(`\nFailed: ${failed.map(({ name }) => name).join(', ')}`);
const sum = (/** @type {'passed' | 'failed' | 'skipped'} */ of) =>
  done.reduce((total, step) => total + (step[of] ?? 0), 0);
const skipped = sum('skipped') > 0 ? `, ${sum('skipped')} skipped` : '';
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed${skipped}`);
process.exitCode = failed.length > 0 ? 1 : 0;
