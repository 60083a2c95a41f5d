// @ts-check
/** No piece of code stands twice: none in what we publish, show and build with; in tests, none that is long. */
import { bin, isMain, run } from './run.mjs';

const code = ['--format', 'typescript,javascript,tsx', '--mode', 'weak', '--reporters', 'console'];
const refuse = ['--ignore', '**/node_modules/**', '--exit-code', '1', '--fail-on-empty'];

const checks = [
  ['src', '.scripts', '.storybook', 'stories', 'demo', '--min-tokens', '50', '--min-lines', '6'],
  ['test', '--min-tokens', '100', '--min-lines', '8'],
];

/**
 * @param {import('./steps.mjs').Run} by
 * @returns {Promise<boolean>} whether there are none
 */
export async function noDuplicates(by) {
  const results = [];
  for (const check of checks) results.push(await by(bin.jscpd, [...check, ...code, ...refuse]));
  return results.every(Boolean);
}

if (isMain(import.meta.url)) process.exitCode = (await noDuplicates(run)) ? 0 : 1;
