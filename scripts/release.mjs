// @ts-check
/**
 * `npm run release -- --out DIR --base URL`: lays out the script's files for another server: `vX.Y.Z/`, which never changes, and `vX/`, which the
 * next release of that major version changes. Nothing is removed, because a cached script loads its own chunks.
 * `--base` is the address of DIR: a page that contains the script's text has no address of it, and loads the chunks from `URL/vX.Y.Z/`. The
 * default is a public CDN.
 */
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import us from '../package.json' with { type: 'json' };
import { loadedFiles } from './build/assets.mjs';
import { isMain, root, runScript } from './run.mjs';

/**
 * @param {string} out
 * @param {string} [dist]
 * @returns {string[]} the two folders
 */
export function release(out, dist = join(root, 'dist')) {
  /** @type {{ version: string }} */
  const { version } = JSON.parse(readFileSync(join(dist, 'integrity.json'), 'utf8'));
  const names = [`v${version}`, `v${version.split('.', 1)}`];
  const [fixed = '', moving = ''] = names.map((name) => join(out, name));
  const maps = loadedFiles(dist).flatMap((file) => (existsSync(join(dist, `${file}.map`)) ? [`${file}.map`] : []));
  const files = [...loadedFiles(dist), ...maps, 'LICENSES.txt', 'integrity.json', 'themes/index.json'];
  const isReleased = existsSync(fixed);
  if (isReleased) {
    const there = readdirSync(fixed, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    const same =
      there.length === files.length &&
      files.every((file) => existsSync(join(fixed, file)) && sameBytes(join(fixed, file), join(dist, file)));
    if (!same) {
      throw new Error(
        `${fixed} is released, and this build differs from it: a release never changes. Raise the version.`,
      );
    }
  }
  for (const folder of isReleased ? [moving] : [fixed, moving]) {
    for (const file of files) {
      // A hash of the moving folder would be wrong after the next release.
      if (folder === moving && file === 'integrity.json') continue;
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      cpSync(join(dist, file), join(folder, file));
    }
  }
  return [fixed, moving];
}

/** @param {string} one @param {string} other */
const sameBytes = (one, other) => readFileSync(one).equals(readFileSync(other));

if (isMain(import.meta.url)) {
  const { out, base } = parseArgs({
    options: { out: { type: 'string', default: 'dist/release' }, base: { type: 'string' } },
  }).values;
  runScript('build', base ? { PROVISION_BASE: new URL(`v${us.version}/`, base.replace(/\/?$/, '/')).href } : {});
  console.log(release(resolve(out)).join('\n'));
}
