// @ts-check
import { spawn } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

/** The command-line programs that we run, as files: `node FILE` needs neither a shell nor npx. */
export const bin = {
  eslint: 'node_modules/eslint/bin/eslint.js',
  jscpd: 'node_modules/jscpd/run-jscpd.js',
  knip: 'node_modules/knip/bin/knip.js',
  manifest: 'node_modules/@custom-elements-manifest/analyzer/cem.js',
  prettier: 'node_modules/prettier/bin/prettier.cjs',
  publint: 'node_modules/publint/src/cli.js',
  storybook: 'node_modules/storybook/dist/bin/dispatcher.js',
  tsc: 'node_modules/typescript/bin/tsc',
  vitest: 'node_modules/vitest/vitest.mjs',
};

/**
 * Runs one of them in the project's root, its output streamed to ours.
 * @param {string} file
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env]  added to ours
 * @returns {Promise<boolean>} whether it ended well
 */
export function run(file, args, env = {}) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(root, file), ...args], {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...env },
    });
    child.once('error', () => resolve(false));
    child.once('exit', (code) => resolve(code === 0));
  });
}

/**
 * Whether a module is the program that was started, and not imported by another.
 * @param {string} url  its `import.meta.url`
 */
export function isMain(url) {
  return process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(url);
}
