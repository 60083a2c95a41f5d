// @ts-check
/**
 * Reads the documentation of the tokens: `@cssprop` in the doc comment of a style sheet, with the default from its CSS. A sheet belongs to an
 * element when the element's class lists it in `styles`; a sheet that is loaded later names its elements after `@usedby`.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../run.mjs';

/** @import { CssCustomProperty } from 'custom-elements-manifest/schema.d.ts' */

/** Tokens of a shared sheet that an element does not use: a badge in a sentence has neither small print nor labels. */
const unseen = new Map([['provision-severity', ['--provision-muted', '--provision-label-font']]]);

/**
 * @typedef {object} Sheet
 * @property {string} name  of its export
 * @property {string} css
 * @property {readonly string[]} usedBy  elements that load it later
 * @property {readonly Doc[]} docs
 */

/** @typedef {{ name: string, syntax: string, description: string }} Doc */

/** @type {readonly Sheet[]} */
const sheets = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.styles.ts'))
  .sort()
  .map((file) => readSheet(readFileSync(join(root, 'src', file), 'utf8')));

const allCss = sheets.map(({ css }) => css).join('\n');
const levels = [...allCss.matchAll(/\.level-([\w-]+) \{/g)].map(([, level]) => level ?? '');
const allDocs = sheets.flatMap(({ docs }) => docs).flatMap(forEachLevel);

/** @param {string} source @returns {Sheet} */
function readSheet(source) {
  const [, comment = '', name = '', css = ''] =
    /(?:\/\*\*((?:(?!\*\/).)*)\*\/\s*)?export const (\w+) = css`(.*)`;/s.exec(source) ?? [];
  const text = comment.replace(/\s*\n \* ?/g, '\n').replace(/\n(?![@\n])/g, ' ');
  return {
    name,
    css: css.replace(/\/\*.*?\*\//gs, ''),
    usedBy: /^@usedby (.+)$/m.exec(text)?.[1]?.trim().split(/\s+/) ?? [],
    docs: [...text.matchAll(/^@cssprop \{(.+?)\} (--\S+) - (.+)$/gm)].map(
      ([, syntax = '', token = '', words = '']) => ({
        name: token,
        syntax,
        description: words.trim(),
      }),
    ),
  };
}

/** @param {Doc} doc @returns {readonly Doc[]} */
function forEachLevel(doc) {
  if (!doc.name.includes('LEVEL')) return [doc];
  return levels.map((level) => ({ ...doc, name: doc.name.replace('LEVEL', level) }));
}

/**
 * Returns the fallback of `var(--provision-x, …)`, up to the bracket that closes it.
 * @param {string} name
 */
function defaultOf(name) {
  const start = new RegExp(`var\\(\\s*${name}\\s*,`).exec(allCss)?.index;
  if (start === undefined) throw new Error(`${name} is documented, but no style sheet reads it.`);
  let depth = 0;
  let at = start;
  do {
    if (allCss[at] === '(') depth++;
    if (allCss[at] === ')') depth--;
    at++;
  } while (depth > 0 || allCss[at - 1] !== ')');
  const value = allCss
    .slice(allCss.indexOf(',', start) + 1, at - 1)
    .replace(/\s+/g, ' ')
    .trim();
  return resolved(value);
}

/**
 * Replaces private names with their fallbacks, because readers of the documentation cannot use them.
 * @param {string} value
 */
function resolved(value) {
  if (/^var\(--_mixed-(?:tint|on)\)$/.test(value)) return 'mixed from the colour of the level';
  let spelled = value;
  while (/^var\(--_[\w-]+, .*\)$/.test(spelled)) spelled = spelled.replace(/^var\(--_[\w-]+, (.*)\)$/, '$1');
  return spelled;
}

/** @param {string} css  @param {string} name */
const reads = (css, name) => new RegExp(`var\\(\\s*${name}(?![\\w-])`).test(css);

/**
 * Returns the tokens of an element.
 * @param {string} tag
 * @param {string} source  of its class
 * @returns {CssCustomProperty[]}
 */
export function tokensOf(tag, source) {
  /** @type {readonly string[]} */
  const listed = /static override readonly styles = \[([^\]]*)\]/.exec(source)?.[1]?.match(/\w+/g) ?? [];
  const own = sheets.filter(({ name, usedBy }) => listed.includes(name) || usedBy.includes(tag));
  const others = own
    .filter(({ name }) => name !== 'tokens')
    .map(({ css }) => css)
    .join('\n');
  const tokens = sheets.find(({ name }) => name === 'tokens')?.css ?? '';
  return allDocs
    .filter(({ name }) => {
      if (unseen.get(tag)?.includes(name)) return false;
      // A token that `tokens` passes on under a private name counts where that name is read.
      const handedOn = new RegExp(`(--_[\\w-]+): var\\(${name}[,)]`).exec(tokens)?.[1];
      return reads(others, name) || (handedOn !== undefined && reads(others, handedOn));
    })
    .map(({ name, syntax, description }) => ({ name, syntax, default: defaultOf(name), description }));
}

/** The names of all public tokens that the style sheets read, and of all that are documented. */
export const publicTokens = {
  read: [...new Set([...allCss.matchAll(/var\(\s*(--provision-[\w-]+)/g)].map(([, name]) => name ?? ''))].sort(),
  documented: allDocs.map(({ name }) => name).sort(),
};
