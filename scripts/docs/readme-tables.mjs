// @ts-check
/** `npm run docs`: writes the tables of docs/reference from the build. A test fails where they are out of date. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { elementSize, sizesOf } from '../../test/package/sizes.mjs';
import { elementsOfManifest, isSwitch, oneLine, tokensOfManifest, typesOf, valuesOf } from '../build/manifest.mjs';
import { isMain, root, runScript } from '../run.mjs';

/** The page that has a table, between its comments. @param {string} name */
export const pageOf = (name) => join(root, 'docs/reference', `${name}.md`);

/** Matches the text between the comments of a table, `<!-- name -->` and `<!-- /name -->`. @param {string} name */
export const tableIn = (name) => new RegExp(`(<!-- ${name} -->\\n)(.*?)(<!-- /${name} -->)`, 's');

/** Generates the tables, by name. @returns {Promise<Record<'attributes' | 'cms' | 'sizes' | 'tokens', string>>} */
export async function tables() {
  return { attributes: attributes(), cms: await cms(), sizes: await sizes(), tokens: tokens() };
}

function attributes() {
  const elements = elementsOfManifest();
  /** @type {Map<string, { tags: string[], values: string, description: string }>} */
  const rows = new Map();
  for (const { tag, declaration } of elements) {
    for (const attribute of declaration.attributes ?? []) {
      const row = rows.get(attribute.name) ?? {
        tags: [],
        values: valueText(attribute),
        description: oneLine(attribute.description),
      };
      row.tags.push(tag);
      rows.set(attribute.name, row);
    }
  }
  const order = [...rows].sort(([, one], [, other]) => other.tags.length - one.tags.length);
  return table(
    ['attribute', 'of', 'values', ''],
    order.map(([name, { tags, values, description }]) => [
      `\`${name}\``,
      tags.length === elements.length ? 'all' : tags.map((tag) => tag.replace('provision-', '')).join(', '),
      values,
      description,
    ]),
  );
}

/** @param {import('custom-elements-manifest/schema.d.ts').Attribute} attribute */
function valueText(attribute) {
  if (isSwitch(attribute)) return 'there or not';
  const values = valuesOf(attribute);
  return values.length > 0
    ? values.map((value) => `\`${value}\``).join(' ')
    : typesOf(attribute).at(-1) === 'number'
      ? 'number'
      : 'text';
}

function tokens() {
  return table(
    ['token', 'default', ''],
    [...tokensOfManifest()]
      .sort((one, other) => (one.name < other.name ? -1 : 1))
      .map(({ name, default: value = '', description }) => [
        `\`${name}\``,
        /^mixed/.test(value) ? value : `\`${value}\``,
        oneLine(description),
      ]),
  );
}

async function sizes() {
  const rows = [];
  for (const { tag } of elementsOfManifest())
    rows.push([`\`provision-embed/define/${tag}\``, kB(await elementSize(tag))]);
  return table(
    ['', 'kB (brotli)'],
    [...rows, ['the script tag’s file, with all of them', kB(sizesOf('provision-embed.js').brotli)]],
  );
}

/** @param {number} bytes */
const kB = (bytes) => (bytes / 1000).toFixed(1);

async function cms() {
  /** @type {typeof import('../../src/snippets/index.js')} */
  const { cmsAdvice, cmsNames } = await import(pathToFileURL(join(root, 'dist/snippets/index.js')).href);
  const script = { snippet: 'with it', template: 'once, in the site’s template', none: 'none' };
  return table(
    ['where', 'form', 'script tag', '`--cms`'],
    cmsNames.map((name) => {
      const advice = cmsAdvice[name];
      return [advice.label, `\`${advice.form}\``, script[advice.script], `\`${name}\``];
    }),
  );
}

/**
 * @param {readonly string[]} head
 * @param {readonly (readonly string[])[]} rows
 */
function table(head, rows) {
  const written = (/** @type {readonly string[]} */ cells) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |\n`;
  return [head, head.map(() => '---'), ...rows].map(written).join('');
}

if (isMain(import.meta.url)) {
  runScript('build');
  for (const [name, content] of Object.entries(await tables())) {
    const text = readFileSync(pageOf(name), 'utf8');
    writeFileSync(
      pageOf(name),
      text.replace(tableIn(name), (_, start, __, end) => `${start}${content}${end}`),
    );
  }
}
