// @ts-check
/** Makes `npm start` and `npm test` work in a fresh clone. */
import { createHash } from 'node:crypto';
import { existsSync, lstatSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { npm, root } from './run.mjs';

const lockfile = join(root, 'package-lock.json');
const modules = join(root, 'node_modules');
const stamp = join(modules, '.ensure-stamp');

/** Installs what the lockfile names, unless it is installed. */
export function ensureDependencies() {
  // A linked tree belongs to another checkout, and `npm ci` would empty it.
  if (lstatSync(modules, { throwIfNoEntry: false })?.isSymbolicLink()) return;
  // Native bindings (rolldown, lightningcss) differ by platform and by Node's ABI.
  const key = createHash('sha256')
    .update(readFileSync(lockfile))
    .update(`${process.platform}-${process.arch}-${process.versions.modules}`)
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === key) return;
  // A tree that `npm install` has made has no stamp of ours, and is kept where it has the right versions.
  if (existsSync(stamp) || !matchesLockfile()) {
    console.log('Installing dependencies (npm ci)…');
    // Some tools claim a newer Node than they need; `loglevel` hides those warnings.
    npm(['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']);
  }
  writeFileSync(stamp, key);
}

/** Whether npm's own record of the installed tree names the same versions as the lockfile. */
function matchesLockfile() {
  const record = join(modules, '.package-lock.json');
  if (!existsSync(record)) return false;
  const installed = packagesOf(record);
  return Object.entries(packagesOf(lockfile)).every(([path, { version, optional }]) => {
    if (path === '') return true;
    const found = installed[path];
    return found ? found.version === version : optional === true;
  });
}

/**
 * @param {string} file
 * @returns {Record<string, { version?: string, optional?: boolean }>}
 */
const packagesOf = (file) => JSON.parse(readFileSync(file, 'utf8')).packages ?? {};
