// @ts-check
/**
 * `npm run release -- --out DIR --base URL`: lays the script's files out for a server of one's own: `vX.Y.Z/`, which never changes, and `vX/`, which the
 * next release of that major version changes. Nothing is ever taken away: a script that a browser or a proxy has kept asks for its own chunks.
 * `--base` is the address of DIR: a page that holds the script's text, not its address, has the chunks from `URL/vX.Y.Z/`. Left out: a public CDN.
 */
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import us from '../package.json' with { type: 'json' };
import { build, buildIfStale } from './build.mjs';
import { loadedFiles } from './integrity.mjs';
import { isMain, root } from './run.mjs';

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
    if (!same)
      throw new Error(
        `${fixed} is released, and this build differs from it: a release never changes. Raise the version.`,
      );
  }
  for (const folder of isReleased ? [moving] : [fixed, moving]) {
    for (const file of files) {
      // Of the moving folder, the hashes would be out of date for whoever has copied one.
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
  if (base === undefined) await buildIfStale();
  else {
    process.env.PROVISION_BASE = new URL(`v${us.version}/`, base.replace(/\/?$/, '/')).href;
    await build();
  }
  console.log(release(resolve(out)).join('\n'));
}
