// @ts-check
/** Packages that some tests fetch with npm, apart from `node_modules`: large, and needed by those tests alone. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Runs npm, the one that runs us where there is one. Throws when it fails.
 * @param {string[]} args
 * @param {string} cwd
 */
export function npm(args, cwd) {
  const path = process.env.npm_execpath; // as in ensure.mjs
  const { status, error } =
    path && /npm-cli\.c?js$/.test(path)
      ? spawnSync(process.execPath, [path, ...args], { cwd, stdio: ['ignore', 'ignore', 'inherit'] })
      : spawnSync('npm', args, { cwd, stdio: ['ignore', 'ignore', 'inherit'], shell: process.platform === 'win32' });
  if (status !== 0) throw error ?? new Error(`npm ${args[0]} failed`);
}

/**
 * Downloads the archive of a package without installing it. Throws where its bytes are not the ones that `integrity` names.
 * @param {{ name: string, integrity: string }} wanted  `name@version`, and its hash as the registry gives it
 * @param {string} folder  an empty one, or one that holds no other archive
 * @returns {string} the file
 */
export function packNpm({ name, integrity }, folder) {
  npm(['pack', name, '--silent', '--loglevel=error'], folder);
  const file = join(folder, readdirSync(folder).find((entry) => entry.endsWith('.tgz')) ?? '');
  const found = `sha512-${createHash('sha512').update(readFileSync(file)).digest('base64')}`;
  if (found !== integrity) throw new Error(`${name} has other bytes than expected: ${found}`);
  return file;
}
