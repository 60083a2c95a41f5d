// @ts-check
/** Removes indentation and comments from html`` and css`` literals: in the script's build, and in the npm modules that `tsc` has written. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import remapping from '@jridgewell/remapping';
import { minifyHTMLLiterals } from 'minify-literals';
import { isMain, root } from '../run.mjs';

// The rendering must stay the same: white space shrinks to one space and is never removed, and nothing with a meaning (`lang=""`, a default
// `type`, an entity) is dropped or rewritten.
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

/** Does the same to the modules of `dist`, with their source maps, because a newspaper's bundler leaves literals as they are. */
async function minifyModules() {
  const dist = join(root, 'dist');
  for (const name of readdirSync(dist, { recursive: true, encoding: 'utf8' })) {
    // Literals of other tags' libraries, as the publishing kit's own, are not for a browser's DOM.
    if (!name.endsWith('.js') || /^(?:chunks|storybook|release|provision-embed\.js)/.test(name)) continue;
    const file = join(dist, name);
    const code = readFileSync(file, 'utf8');
    if (!literal.test(code) || !/from 'lit'/.test(code)) continue;
    const minified = await minifyHTMLLiterals(code, { fileName: file, html });
    if (!minified?.map) continue;
    const map = remapping([JSON.stringify(minified.map), readFileSync(`${file}.map`, 'utf8')], () => null);
    writeFileSync(file, minified.code);
    writeFileSync(`${file}.map`, String(map));
  }
}

if (isMain(import.meta.url)) await minifyModules();
