// @ts-check
/**
 * Makes `npm start` and `npm test` work in a fresh clone. Runs before `node_modules` exists, so it uses Node's built-ins only.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const lockfile = join(root, 'package-lock.json');
const stamp = join(root, 'node_modules', '.ensure-stamp');

/** Installs what the lockfile names, unless that is what is installed already. */
export function ensureDependencies() {
  // Native bindings (rolldown, lightningcss) differ by platform and by Node's ABI.
  const key = createHash('sha256')
    .update(readFileSync(lockfile))
    .update(`${process.platform}-${process.arch}-${process.versions.modules}`)
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === key) return;

  // Somebody who ran `npm install` by hand has a good tree without our stamp: theirs is not to be thrown away.
  if (existsSync(stamp) || !matchesLockfile()) install();
  writeFileSync(stamp, key);
}

function install() {
  console.log('Installing dependencies (npm ci)…');
  // Some of our tools claim a newer Node than they need: the warnings say nothing to whoever only wants to start.
  const options = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  const npm = process.env.npm_execpath; // set by `npm run`; spares us npm.cmd and a shell on Windows
  const { status, error } =
    npm && /npm-cli\.c?js$/.test(npm)
      ? spawnSync(process.execPath, [npm, ...options], { cwd: root, stdio: 'inherit' })
      : spawnSync('npm', options, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) {
    console.error(`npm ci failed${error ? `: ${error.message}` : ''}`);
    process.exit(status || 1);
  }
}

/** Whether npm's own record of the installed tree names the same versions as the lockfile. */
function matchesLockfile() {
  const record = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(record)) return false;
  const installed = packagesOf(record);
  const wanted = packagesOf(lockfile);
  return Object.entries(wanted).every(([path, { version, optional }]) => {
    if (path === '') return true;
    const found = installed[path];
    return found ? found.version === version : optional === true;
  });
}

/**
 * @param {string} file
 * @returns {Record<string, { version?: string, optional?: boolean }>}
 */
function packagesOf(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages ?? {};
}
