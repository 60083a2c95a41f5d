// @ts-check
/**
 * Real old builds of Chromium for the tests: the npm package `@sparticuz/chromium` ships them for AWS Lambda, as compressed files with the
 * libraries that they need. Linux on x64 only. A build takes 60 MB of download and 160 MB of disk, once, in `node_modules/.cache`.
 */
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { packNpm } from './npm.mjs';
import { root } from '../../scripts/run.mjs';

/** @type {Readonly<Record<string, { name: string, integrity: string }>>} */
const builds = {
  // Below the floor of package.json's `browserslist`.
  92: {
    name: '@sparticuz/chromium@92.0.0',
    integrity: 'sha512-xCFop83v5gXKQTDGNfzj84F4f9QZkY9eShTu1pbWYOPB6wJNw9YgoX56zeVeRD7VL9AVwiS9VS9tgShnc5uR2g==',
  },
  // The floor.
  106: {
    name: '@sparticuz/chromium@106.0.2',
    integrity: 'sha512-YDbwmfyzLi2WqVjAONPjxlCxAfLPjx4TE7KdDNOyITDGx6KAktgpZ9qab77ZRU/6mmCwSdg+QO+OGQTXOEY/RA==',
  },
  // Has color-mix(), and neither light-dark() nor popovers.
  113: {
    name: '@sparticuz/chromium@113.0.1',
    integrity: 'sha512-m64Nc58YObfCYkPbc8EBsnhWCFaw02dbXhWNOmx+OYoIPtIRar+reGYyAeGC0HD9RUZfPEwMHHSZ8MFxdSWXZQ==',
  },
};

const cache = join(root, 'node_modules', '.cache', 'provision-embed-chromium');

/**
 * Installs a build unless it is installed, and returns Playwright's launch options for it.
 * @param {string} major  one of `builds`
 */
export function ensureOldChromium(major) {
  const build = builds[major];
  if (!build) throw new Error(`OLD_CHROMIUM: no build ${major}, only ${Object.keys(builds).join(', ')}`);
  const folder = join(cache, major);
  if (!existsSync(folder)) install(build, folder);
  return {
    executablePath: join(folder, 'chromium'),
    // Without a zygote there is no sandbox either: these builds have no helper for one.
    args: ['--no-sandbox', '--no-zygote', '--disable-gpu', '--font-render-hinting=none'],
    env: { ...process.env, LD_LIBRARY_PATH: `${join(folder, 'lib')}:${folder}` },
  };
}

/**
 * @param {{ name: string, integrity: string }} build
 * @param {string} folder
 */
function install(build, folder) {
  console.log(`Installing ${build.name} for the tests (npm, 60 MB)…`);
  mkdirSync(cache, { recursive: true });
  // Renamed last, so that an interrupted installation is never taken for a complete one.
  const unfinished = mkdtempSync(join(cache, 'unfinished-'));
  const archive = packNpm(build, unfinished);
  tar(['-xzf', archive, 'package/bin'], unfinished);
  rmSync(archive);
  const packed = join(unfinished, 'package', 'bin');
  for (const name of readdirSync(packed)) {
    const bytes = brotliDecompressSync(readFileSync(join(packed, name)));
    if (name.endsWith('.tar.br')) tar(['-xf', '-'], unfinished, bytes);
    else writeFileSync(join(unfinished, 'chromium'), bytes, { mode: 0o755 });
  }
  rmSync(join(unfinished, 'package'), { recursive: true });
  // Two test files may install it at the same time: the first one wins.
  if (existsSync(folder)) rmSync(unfinished, { recursive: true });
  else renameSync(unfinished, folder);
}

/**
 * @param {string[]} args
 * @param {string} cwd
 * @param {Uint8Array} [input]
 */
function tar(args, cwd, input) {
  const { status, error } = spawnSync('tar', args, {
    cwd,
    input,
    stdio: [input ? 'pipe' : 'ignore', 'inherit', 'inherit'],
  });
  if (status !== 0) throw error ?? new Error('tar failed');
}
