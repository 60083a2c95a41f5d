// @ts-check
/**
 * The documentation of the tokens: what stands after `@cssprop` above a style sheet, with the default that its CSS has. A sheet is
 * an element's when the element's class lists it in `styles`; one that comes later says whose it is after `@usedby`.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './run.mjs';

/** @import { CssCustomProperty } from 'custom-elements-manifest/schema.d.ts' */

/** Tokens that a sheet has and an element of that sheet does not show: a badge in a sentence has neither small print nor labels. */
const unseen = new Map([['provision-severity', ['--provision-muted', '--provision-label-font']]]);

/**
 * @typedef {object} Sheet
 * @property {string} name  under which it is exported
 * @property {string} css
 * @property {readonly string[]} usedBy  elements that it comes to later
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
 * What `var(--provision-x, …)` falls back to, with its brackets in pairs.
 * @param {string} name
 */
function defaultOf(name) {
  const start = new RegExp(`var\\(\\s*${name}\\s*,`).exec(allCss)?.index;
  if (start === undefined) throw new Error(`${name} is documented, and no style sheet reads it`);
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
 * Ours are nobody's business: what they stand for is.
 * @param {string} value
 */
function resolved(value) {
  if (value === 'var(--_mixed-tint)') return 'mixed from the colour of the level';
  if (value === 'var(--_mixed-on)') return 'mixed from the colour of the level';
  // A private name stands for its fallback, at every depth.
  let spelled = value;
  while (/^var\(--_[\w-]+, .*\)$/.test(spelled)) spelled = spelled.replace(/^var\(--_[\w-]+, (.*)\)$/, '$1');
  return spelled;
}

/** @param {string} css  @param {string} name */
const reads = (css, name) => new RegExp(`var\\(\\s*${name}(?![\\w-])`).test(css);

/**
 * The tokens of an element.
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
      // One that is handed on under a name of ours counts where that name is read.
      const handedOn = new RegExp(`(--_[\\w-]+): var\\(${name}[,)]`).exec(tokens)?.[1];
      return reads(others, name) || (handedOn !== undefined && reads(others, handedOn));
    })
    .map(({ name, syntax, description }) => ({ name, syntax, default: defaultOf(name), description }));
}

/** Names of all public tokens that the style sheets read, and of all that are documented. */
export const publicTokens = {
  read: [...new Set([...allCss.matchAll(/var\(\s*(--provision-[\w-]+)/g)].map(([, name]) => name ?? ''))].sort(),
  documented: allDocs.map(({ name }) => name).sort(),
};
