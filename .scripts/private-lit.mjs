// @ts-check
/**
 * Vite plugin that keeps Lit off the page's globals.
 *
 * Lit leaves its versions on `window`, and calls what it finds there under the names of its polyfills. In the script tag's
 * file the one is a name on somebody else's page, and the other a way for that page's `<div id="litHtmlVersions">` to stop us.
 */
const id = '\0lit-globals';

/** @returns {import('vite').Plugin} */
export function privateLit() {
  return {
    name: 'private-lit',
    apply: 'build',
    resolveId: { filter: { id: /^virtual:lit-globals$/ }, handler: () => id },
    load: {
      filter: { id: new RegExp(`^${id}$`) },
      // All that is left of what Lit reads there (`trim-lit.mjs`).
      handler: () => 'export const $litGlobal = { trustedTypes: globalThis.trustedTypes };',
    },
    transform: {
      filter: {
        id: /\/node_modules\/(?:lit|lit-html|lit-element|@lit\/[^/]+|@lit-labs\/[^/]+)\//,
        code: /\bglobalThis\b/,
      },
      // A name of the same length, and the import at the end: every position stays where Lit's source map has it.
      handler: (code) => ({
        code: `${code.replaceAll('globalThis', '$litGlobal')}\nimport { $litGlobal } from 'virtual:lit-globals';`,
        map: null,
      }),
    },
  };
}
