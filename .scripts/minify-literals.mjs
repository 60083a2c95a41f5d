// @ts-check
/** Takes the indentation and the comments out of our html`` and css`` literals: in the script's build, and in what `tsc` has made for npm. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import remapping from '@jridgewell/remapping';
import { minifyHTMLLiterals } from 'minify-literals';
import { root } from './run.mjs';

// A reader must not see a difference: white space shrinks to one space but never goes away, and nothing that carries
// meaning (`lang=""`, a default `type`, an entity) is dropped or rewritten.
const html = {
  conservativeCollapse: true,
  keepClosingSlash: true,
  decodeEntities: false,
  removeEmptyAttributes: false,
  removeDefaultTypeAttributes: false,
};
const literal = /\b(?:html|css|svg) ?`/;

/** @returns {import('vite').Plugin} */
export function minifyLiterals() {
  return {
    name: 'minify-literals',
    apply: 'build',
    transform: {
      filter: { id: { include: /\/src\/.*\.ts$/, exclude: /node_modules/ }, code: literal },
      handler: (code, id) => minifyHTMLLiterals(code, { fileName: id, html }),
    },
  };
}

/** The same in the modules of `dist` that pages load, with their source maps: a newspaper's bundler leaves literals as they are. */
export async function minifyModules() {
  for (const folder of ['auto-embed', 'controllers', 'elements', 'page', 'styles']) {
    const files = readdirSync(join(root, 'dist', folder), { recursive: true, encoding: 'utf8' });
    for (const name of files.filter((name) => name.endsWith('.js'))) {
      const file = join(root, 'dist', folder, name);
      const code = readFileSync(file, 'utf8');
      const minified = literal.test(code) ? await minifyHTMLLiterals(code, { fileName: file, html }) : null;
      if (!minified?.map) continue;
      const map = remapping([JSON.stringify(minified.map), readFileSync(`${file}.map`, 'utf8')], () => null);
      writeFileSync(file, minified.code);
      writeFileSync(`${file}.map`, String(map));
    }
  }
}
