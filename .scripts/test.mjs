// @ts-check
/**
 * `npm test`: every check, one after the other, all of them even when one fails. `--slow` adds what CI runs on top,
 * a real WordPress and Storybook as it is published; `--engines` the other two browser engines. The last line counts tests and steps together.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBrowsers } from './browsers.mjs';
import { build } from './build.mjs';
import { ensureDependencies } from './ensure.mjs';
import { bin, run } from './run.mjs';

/** @typedef {{ passed: number, failed: number, skipped?: number }} Counts */

const slow = process.argv.includes('--slow');
const engines = process.argv.includes('--engines');
const total = { passed: 0, failed: 0, skipped: 0 };
/** @type {string[]} */
const failures = [];

ensureDependencies();
const missing = await ensureBrowsers(engines ? 'chromium,firefox,webkit' : 'chromium');
if (missing.length > 0) add('browsers', { passed: 0, failed: missing.length });

await step('Types', async () => {
  const results = [];
  for (const project of ['tsconfig.json', 'tsconfig.pure.json', 'tsconfig.build.json', 'tsconfig.cli.json']) {
    results.push(await run(bin.tsc, ['-p', project, '--noEmit']));
  }
  return one(results.every(Boolean));
});

await step('Lint', async () => {
  const lint = await run(bin.eslint, ['.', '--max-warnings=0']);
  const format = await run(bin.prettier, ['--check', '--log-level=warn', '.']);
  return one(lint && format);
});

await step('Build', async () => one(await build()));

await step('Tests: units', () => vitest('unit'));
await step('Tests: browser', () => vitest('browser'));
await step('Tests: pages', () => vitest('pages'));
await step('Tests: stories', () => vitest('storybook'));
await step('Tests: package', () => vitest('package'));

if (engines) {
  await step('Tests: trimmed Lit', () => vitest('trimmed'));
  await step('Tests: Firefox', () => vitest('firefox'));
  await step('Tests: WebKit', () => vitest('webkit'));
}
if (slow) {
  await step('Tests: WordPress', () => vitest('wordpress'));
  await step('Storybook', async () => {
    const { buildStorybook, openEveryStory } = await import('./storybook-smoke.mjs');
    return (await buildStorybook()) ? openEveryStory() : one(false);
  });
}

if (failures.length > 0) console.log(`\nFailed: ${failures.join(', ')}`);
console.log(`\n${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}`);
process.exitCode = total.failed > 0 ? 1 : 0;

/**
 * @param {string} name
 * @param {() => Promise<Counts>} work
 */
async function step(name, work) {
  console.log(`\n── ${name} ${'─'.repeat(Math.max(0, 60 - name.length))}\n`);
  add(name, await work());
}

/**
 * @param {string} name
 * @param {Counts} counts
 */
function add(name, { passed, failed, skipped = 0 }) {
  total.passed += passed;
  total.failed += failed;
  total.skipped += skipped;
  if (failed > 0) failures.push(name);
}

/** @param {boolean} ok */
function one(ok) {
  return ok ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/**
 * @param {string} project  of vitest.config.ts
 * @returns {Promise<Counts>}
 */
async function vitest(project) {
  const folder = mkdtempSync(join(tmpdir(), 'provision-embed-'));
  const report = join(folder, 'report.json');
  try {
    const ok = await run(
      bin.vitest,
      ['run', `--project=${project}`, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
      { ENGINES: engines ? '1' : '' },
    );
    return countTests(JSON.parse(readFileSync(report, 'utf8')), ok);
  } catch (error) {
    console.error(`Vitest left no report: ${error}`);
    return one(false);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * @param {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number,
 *   testResults: { status: string, assertionResults: { status: string }[] }[] }} report
 * @param {boolean} ok  how Vitest itself saw it
 * @returns {Counts}
 */
function countTests(report, ok) {
  const passed = report.numPassedTests;
  const skipped = report.numPendingTests + report.numTodoTests;
  // A file that could not be loaded holds no failed test, yet it failed.
  const broken = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((assertion) => assertion.status === 'failed'),
  );
  let failed = report.numFailedTests + broken.length;
  // Nothing ran, or an error was thrown outside every test: that is no success either.
  if (failed === 0 && (!ok || passed + skipped === 0)) failed = 1;
  return { passed, failed, skipped };
}
