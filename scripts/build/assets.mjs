// @ts-check
/** Writes what stands beside the script: the JSON Schema of the feed, the themes, and the hashes of all files that a page may load. */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { runnerImport } from 'vite';
import us from '../../package.json' with { type: 'json' };
import { isMain, root } from '../run.mjs';

const dist = join(root, 'dist');

/**
 * Lists the files that a page may load of a release.
 * @param {string} folder  of the script
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

async function writeAssets() {
  /** @type {typeof import('../../src/feed/json-schema.js')} */
  const { feedJsonSchema } = await importSource('src/feed/json-schema.ts');
  writeJson('feed.schema.json', feedJsonSchema());

  /** @type {typeof import('../../src/themes/index.js')} */
  const { themes } = await importSource('src/themes/index.ts');
  for (const { name } of themes) {
    write(`themes/${name}.css`, withFallback(readFileSync(join(root, `src/themes/${name}.css`), 'utf8')));
  }
  // For pages that have no bundler.
  writeJson('themes/index.json', themes);

  const files = Object.fromEntries(loadedFiles(dist).map((file) => [file, integrityOf(file)]));
  writeJson('integrity.json', { version: us.version, files });
}

/** @param {string} file  a TypeScript module */
async function importSource(file) {
  const { module } = await runnerImport(join(root, file), { root, configFile: false, logLevel: 'warn' });
  return /** @type {any} */ (module);
}

/**
 * Adds a rule with a preset's light colours for browsers before `light-dark()`. Such a browser drops every declaration that uses a token with
 * `light-dark()` in it, and no CSS tells it whether the page is dark. Light text on a light ground must not happen.
 * @param {string} css  of a preset: one rule of custom properties
 */
function withFallback(css) {
  const [, selector = ''] = /^(\.[\w-]+) \{/m.exec(css) ?? [];
  const light = [...css.matchAll(/(--[\w-]+): light-dark\(([^,()]+), [^()]+\);/g)].map(
    ([, name, value]) => `    ${name}: ${value};\n`,
  );
  if (!selector || light.length !== (css.match(/light-dark\(/g) ?? []).length) {
    throw new Error('A preset is one rule, and its colours are light-dark(#…, #…).');
  }
  return `${css}\n@supports not (color: light-dark(#000, #000)) {\n  ${selector} {\n${light.join('')}  }\n}\n`;
}

/** @param {string} file */
const integrityOf = (file) =>
  `sha384-${createHash('sha384')
    .update(readFileSync(join(dist, file)))
    .digest('base64')}`;

/** @param {string} file  @param {unknown} value */
const writeJson = (file, value) => write(file, `${JSON.stringify(value, null, 2)}\n`);

/** @param {string} file  below `dist`  @param {string} text */
function write(file, text) {
  mkdirSync(dirname(join(dist, file)), { recursive: true });
  writeFileSync(join(dist, file), text);
}

if (isMain(import.meta.url)) await writeAssets();
