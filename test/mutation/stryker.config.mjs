// @ts-check
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
// The mutated copy lies elsewhere; what is beside the repository is found from here.
process.env['PROVISION_DATA'] ??= join(root, '../shared/data');
process.env['PROVISION_CORPORA'] ??= join(root, '../shared/corpora');
// A handful of generated cases each: what only a thousand of them find has no test that says so.
process.env['FUZZ_RUNS'] ??= '300';
// Each folder is asked of its own tests.
const folder = process.env['MUTATION_OF'] ?? '{feed,provision}';

/** @type {import('@stryker-mutator/api/core').PartialStrykerOptions} */
export default {
  mutate: [`src/${folder}/**/*.ts`],
  plugins: [fileURLToPath(new URL('in-process.mjs', import.meta.url))],
  testRunner: 'in-process',
  coverageAnalysis: 'perTest',
  concurrency: 1,
  ignoreStatic: process.env['MUTATION_STATIC'] !== '1',
  incremental: true,
  incrementalFile: `coverage/mutation/incremental-${folder}.json`,
  timeoutMS: 20_000,
  timeoutFactor: 4,
  dryRunTimeoutMinutes: 10,
  ignorePatterns: ['dist', 'demo', 'stories', 'coverage', '.git', '.wireit', 'test/{access,bench,cms,elements,embedding,package}'],
  tempDirName: `coverage/stryker-${folder}`,
  reporters: ['progress-append-only', 'clear-text', 'html', 'json'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  htmlReporter: { fileName: `coverage/mutation/${folder}.html` },
  jsonReporter: { fileName: `coverage/mutation/${folder}.json` },
  thresholds: { high: 95, low: 90, break: 90 },
};
