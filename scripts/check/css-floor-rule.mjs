// @ts-check
/**
 * Lint rule: the CSS in `css` templates works in the browsers of package.json's `browserslist`, by MDN's browser-compat-data. An `@supports` or
 * `@container` block may have newer CSS, because an older browser skips the block, and so may a declaration after another one of the same property.
 * Any other newer feature has to be in `enhancements`, with what older browsers show.
 */
import data from '@mdn/browser-compat-data' with { type: 'json' };
import { tooOldFor } from './floor.mjs';

/** Untyped, because its types make every step of a path optional. @type {any} */
const bcd = data;

/** Features that an older browser may ignore, with what its readers see instead. */
const enhancements = new Map([
  ['properties.text-wrap', 'the last line of a heading may be one word'],
  ['properties.content-visibility', 'long lists are laid out whole'],
  ['properties.contain-intrinsic-size', 'as content-visibility'],
  ['properties.container-type', 'the layout of a wide or of a narrow column, whichever stands outside @container'],
  ['selectors.has', 'sections stand below one another'],
  ['selectors.highlight', 'what was searched for is not marked'],
  ['selectors.dir', 'the picture of a right-to-left language runs from left to right'],
  ['properties.text-size-adjust', 'the prefixed one stands beside it'],
  ['properties.forced-color-adjust', 'a mark has the system’s colour, as all else has'],
  ['properties.overflow-clip-margin', 'the outline of a focused row is cut at its edge'],
  ['properties.mask-image', 'the prefixed one stands beside it'],
  ['properties.box-decoration-break', 'the prefixed one stands beside it'],
  ['properties.user-select', 'the prefixed one stands beside it'],
]);

/**
 * Lists the features of a style sheet that the oldest browsers lack.
 * @param {string} css
 * @returns {{ index: number, message: string }[]}
 */
export function newerThanFloor(css) {
  /** @type {{ index: number, message: string }[]} */
  const found = [];
  const types = bcd.css.types;
  const replaced = new Set(
    [...css.matchAll(/@supports not[^{]*\{\s*[^{}]*\{([^{}]*)\}/g)].flatMap(
      ([, rule = '']) => rule.match(/--[\w-]+(?=\s*:)/g) ?? [],
    ),
  );
  /** @param {string} key @param {any} feature @param {number} index */
  const check = (key, feature, index) => {
    const old = tooOldFor(feature);
    if (old.length && !enhancements.has(key)) found.push({ index, message: `${key} is newer than ${old.join(', ')}` });
  };
  // Comments and guarded blocks become spaces, so that positions stay the same.
  const blank = (/** @type {string} */ text) => text.replace(/[^\n]/g, ' ');
  const plain = withoutBlocks(css.replace(/\/\*.*?\*\//gs, blank), blank);
  for (const { 0: rule, index: start } of plain.matchAll(/\{[^{}]*\}/g)) {
    /** @type {Set<string>} */
    const before = new Set();
    for (const { 1: name = '', 2: value = '', index: at } of rule.matchAll(/([\w-]+)\s*:\s*([^;{}]+)/g)) {
      const index = start + at;
      if (!name.startsWith('-') && before.has(name)) continue;
      before.add(name);
      if (!name.startsWith('-')) check(`properties.${name}`, bcd.css.properties[name], index);
      // A custom property is dropped where it is used, so that no older value can stand before it: one in `@supports not` replaces it, and
      // `var(--_plain…, …)` takes the place of a value that would be dropped.
      if (replaced.has(name)) continue;
      const bare = value.replace(/var\(--_plain[\w-]*,[^;]*/g, '');
      for (const { 1: call = '' } of bare.matchAll(/([a-z-]+)\(/g)) {
        for (const [kind, feature] of [
          [`types.color.${call}`, types.color?.[call]],
          [`types.${call}`, types[call]],
        ])
          check(String(kind), feature, index);
      }
      for (const { 1: unit = '' } of bare.matchAll(/(?<![\w#])[\d.]+([a-z]+)\b/g))
        check(`types.length.${unit}`, types.length?.[unit], index);
      if (/^content$/.test(name) && bare.includes('/'))
        check('properties.content.alt_text', bcd.css.properties['content']?.['alt_text'], index);
    }
  }
  for (const { 1: selector = '', index } of plain.matchAll(/(?<![\w-])::?([a-z-]+)(?=[^;{}]*\{)/g)) {
    check(`selectors.${selector}`, bcd.css.selectors[selector], index);
  }
  return found;
}

/** @param {string} css @param {(text: string) => string} blank */
function withoutBlocks(css, blank) {
  let kept = css;
  for (const { index } of css.matchAll(/@(?:supports|container)\b/g)) {
    let depth = 0;
    let end = css.indexOf('{', index);
    do {
      if (css[end] === '{') depth++;
      if (css[end] === '}') depth--;
      end++;
    } while (depth > 0 && end < css.length);
    kept = kept.slice(0, index) + blank(kept.slice(index, end)) + kept.slice(end);
  }
  return kept;
}

/** @type {import('eslint').Rule.RuleModule} */
export const cssFloorRule = {
  meta: { type: 'problem', schema: [], docs: { description: 'CSS templates work in the browsers of package.json' } },
  create: (context) => ({
    TaggedTemplateExpression(node) {
      if (node.tag.type !== 'Identifier' || node.tag.name !== 'css') return;
      for (const { value, range } of node.quasi.quasis) {
        for (const { index, message } of newerThanFloor(value.raw)) {
          const loc = context.sourceCode.getLocFromIndex((range?.[0] ?? 0) + 1 + index);
          context.report({ loc, message });
        }
      }
    },
  }),
};
