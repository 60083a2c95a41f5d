// @ts-check
/** Fetches packages that are too large for `node_modules`, for the few tests that need them. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { npm } from '../../scripts/run.mjs';

/** npm's output goes nowhere, its errors to ours. @type {['ignore', 'ignore', 'inherit']} */
export const quiet = ['ignore', 'ignore', 'inherit'];

/**
 * Downloads the archive of a package without installing it. Throws when its bytes do not match `integrity`.
 * @param {{ name: string, integrity: string }} wanted  `name@version`, and its hash as the registry gives it
 * @param {string} folder  without another archive in it
 * @returns {string} the file
 */
export function packNpm({ name, integrity }, folder) {
  npm(['pack', name, '--silent', '--loglevel=error'], { cwd: folder, stdio: quiet });
  const file = join(folder, readdirSync(folder).find((entry) => entry.endsWith('.tgz')) ?? '');
  const found = `sha512-${createHash('sha512').update(readFileSync(file)).digest('base64')}`;
  if (found !== integrity) throw new Error(`${name} does not have the expected hash: ${found}`);
  return file;
}
