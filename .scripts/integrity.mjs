// @ts-check
/** The hashes by which a browser knows the files of the script tag: `dist/integrity.json`. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './run.mjs';

/**
 * What a page may load of a release, below the folder of the script.
 * @param {string} folder
 * @returns {string[]}
 */
export function loadedFiles(folder) {
  const below = (/** @type {string} */ name, /** @type {string} */ ending) =>
    readdirSync(join(folder, name))
      .filter((file) => file.endsWith(ending))
      .sort()
      .map((file) => `${name}/${file}`);
  return ['provision-embed.js', ...below('chunks', '.js'), ...below('themes', '.css')];
}

/** @param {string} file */
export const integrityOf = (file) => `sha384-${createHash('sha384').update(readFileSync(file)).digest('base64')}`;

/** Writes them. */
export function writeIntegrity() {
  const dist = join(root, 'dist');
  /** @type {{ version: string }} */
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const files = Object.fromEntries(loadedFiles(dist).map((file) => [file, integrityOf(join(dist, file))]));
  writeFileSync(join(dist, 'integrity.json'), `${JSON.stringify({ version, files }, null, 2)}\n`);
}
