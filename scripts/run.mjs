// @ts-check
/** Helpers of the scripts. Built-in modules only, because `ensure.mjs` runs before `npm ci`. */
import { spawnSync } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * Runs npm, and throws when it fails.
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, stdio?: import('node:child_process').StdioOptions }} [options]
 */
export function npm(args, { cwd = root, env = {}, stdio = ['ignore', 'inherit', 'inherit'] } = {}) {
  const path = process.env.npm_execpath; // set by `npm run`; avoids npm.cmd and a shell on Windows
  const options = { cwd, stdio, env: { ...process.env, ...env } };
  const { status, error } =
    path && /npm-cli\.c?js$/.test(path)
      ? spawnSync(process.execPath, [path, ...args], options)
      : spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
  if (status !== 0) throw error ?? new Error(`npm ${args.join(' ')} failed`);
}

/**
 * Runs a build script of package.json. Wireit skips it where its inputs have not changed since the last run.
 * @param {string} name
 * @param {NodeJS.ProcessEnv} [env]
 */
export function runScript(name, env = {}) {
  // Vitest sets NODE_ENV to `test`, and Vite would take it over into the build.
  npm(['run', '--silent', name], { env: { NODE_ENV: '', WIREIT_LOGGER: 'quiet-ci', ...env } });
}

/**
 * Whether a module is the program that was started.
 * @param {string} url  its `import.meta.url`
 */
export function isMain(url) {
  return process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(url);
}
