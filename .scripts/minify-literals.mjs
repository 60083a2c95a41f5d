// @ts-check
/** Vite plugin that takes the indentation and the comments out of our html`` and css`` literals. */
import { minifyHTMLLiterals } from 'minify-literals';

// A reader must not see a difference: white space shrinks to one space but never goes away, and nothing that carries
// meaning (`lang=""`, a default `type`, an entity) is dropped or rewritten.
const html = {
  conservativeCollapse: true,
  keepClosingSlash: true,
  decodeEntities: false,
  removeEmptyAttributes: false,
  removeDefaultTypeAttributes: false,
};

/** @returns {import('vite').Plugin} */
export function minifyLiterals() {
  return {
    name: 'minify-literals',
    apply: 'build',
    transform: {
      filter: { id: { include: /\/src\/.*\.ts$/, exclude: /node_modules/ }, code: /(?:html|css|svg)`/ },
      handler: (code, id) => minifyHTMLLiterals(code, { fileName: id, html }),
    },
  };
}
