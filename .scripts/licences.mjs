// @ts-check
/** Vite plugin that puts our licence at the head of each file, with what engines want to read there, and writes the licences of what the script holds beside it. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * The script holds what the first card needs: V8 (Chromium 136) then compiles its functions while the script comes, in another thread,
 * not one after the other when they are called. A tenth of the page's work for one card.
 */
const compileHint = '\n//# allFunctionsCalledOnLoad';

/**
 * @param {{ name: string, version: string, license: string }} us
 * @returns {import('vite').Plugin}
 */
export function licences(us) {
  return {
    name: 'licences',
    apply: 'build',
    // Added after minification, which takes comments out.
    outputOptions: (options) => ({
      ...options,
      postBanner: ({ isEntry }) =>
        `/*! ${us.name} ${us.version} | ${us.license} | others' licences: LICENSES.txt */${isEntry ? compileHint : ''}`,
    }),
    generateBundle(_options, bundle) {
      const chunks = Object.values(bundle).filter((output) => output.type === 'chunk');
      const folders = new Set(chunks.flatMap(({ moduleIds }) => moduleIds.flatMap(packageFolder)));
      this.emitFile({ type: 'asset', fileName: 'LICENSES.txt', source: [...folders].sort().map(licenceOf).join('\n') });
    },
  };
}

/** @param {string} id */
function packageFolder(id) {
  if (!id.includes('/node_modules/')) return [];
  let folder = dirname(id);
  // Some packages hold more package.json files, without a name.
  while (!(existsSync(join(folder, 'package.json')) && readPackage(folder).version)) folder = dirname(folder);
  return [folder];
}

/** @param {string} folder */
function licenceOf(folder) {
  const { name, version, license } = readPackage(folder);
  return `${name} ${version} (${license})\n\n${readFileSync(join(folder, 'LICENSE'), 'utf8')}`;
}

/**
 * @param {string} folder
 * @returns {{ name: string, version: string, license: string }}
 */
const readPackage = (folder) => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
