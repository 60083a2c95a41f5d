// @ts-check
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
// The mutated copy lies elsewhere; what is beside the repository is found from here.
process.env['PROVISION_DATA'] ??= join(root, '../shared/data');
process.env['PROVISION_CORPORA'] ??= join(root, '../shared/corpora');
// A handful of generated cases each: what only a thousand of them find has no test that says so.
process.env['FUZZ_RUNS'] ??= '2000';

/** @type {import('@stryker-mutator/api/core').PartialStrykerOptions} */
export default {
  mutate: ['src/{feed,provision}/**/*.ts'],
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: 'test/mutation/vitest.config.ts' },
  coverageAnalysis: 'perTest',
  concurrency: 1,
  timeoutMS: 20_000,
  dryRunTimeoutMinutes: 30,
  ignorePatterns: ['dist', 'demo', 'stories', 'coverage', '.git', 'test/{access,bench,cms,elements,embedding,package}'],
  tempDirName: 'coverage/stryker',
  reporters: ['clear-text', 'html', 'json'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  htmlReporter: { fileName: 'coverage/mutation/index.html' },
  jsonReporter: { fileName: 'coverage/mutation/mutation.json' },
  thresholds: { high: 95, low: 90, break: 90 },
};
