// @ts-check
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
// The mutated copy is in another folder, so the folders beside the repository are located from here.
process.env['PROVISION_DATA'] ??= join(root, '../shared/data');
process.env['PROVISION_CORPORA'] ??= join(root, '../shared/corpora');
// Few generated cases, because a mutant that only a thousand cases find has no specific test.
process.env['FUZZ_RUNS'] ??= '300';
// Each folder is mutated with its own tests.
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
  ignorePatterns: [
    'dist',
    'demo',
    'stories',
    'coverage',
    '.git',
    '.wireit',
    'test/{access,bench,cms,elements,embedding,package}',
  ],
  tempDirName: `coverage/stryker-${folder}`,
  reporters: ['progress-append-only', 'clear-text', 'html', 'json'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  htmlReporter: { fileName: `coverage/mutation/${folder}.html` },
  jsonReporter: { fileName: `coverage/mutation/${folder}.json` },
  thresholds: { high: 95, low: 90, break: 90 },
};
