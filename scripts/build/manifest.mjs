// @ts-check
/** Reads the custom elements manifest of the build, `dist/custom-elements.json`. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../run.mjs';

/** @import { Attribute, ClassField, CssCustomProperty, CustomElement, Package } from 'custom-elements-manifest/schema.d.ts' */

/**
 * @typedef {object} DescribedElement
 * @property {string} tag
 * @property {string} name  of its class
 * @property {string} module  of its class, below `dist`
 * @property {CustomElement} declaration
 */

/**
 * Returns the elements in the order of their names.
 * @returns {readonly DescribedElement[]}
 */
export function elementsOfManifest() {
  /** @type {Package} */
  const manifest = JSON.parse(readFileSync(join(root, 'dist/custom-elements.json'), 'utf8'));
  return manifest.modules
    .flatMap(({ path, declarations = [] }) =>
      declarations.map((declaration) => ({
        tag: /** @type {CustomElement} */ (declaration).tagName ?? '',
        name: declaration.name,
        module: path.replace(/^dist\//, ''),
        declaration: /** @type {CustomElement} */ (declaration),
      })),
    )
    .sort((one, other) => (one.tag < other.tag ? -1 : 1));
}

/**
 * Returns the public tokens of all elements, each once.
 * @returns {readonly CssCustomProperty[]}
 */
export function tokensOfManifest() {
  const tokens = elementsOfManifest().flatMap(({ declaration }) => declaration.cssProperties ?? []);
  return [...new Map(tokens.map((token) => [token.name, token])).values()];
}

/**
 * Returns the types of an attribute, without `null` and `undefined`.
 * @param {Attribute | ClassField} described
 * @returns {readonly string[]}
 */
export function typesOf({ type }) {
  return (type?.text ?? 'string')
    .split('|')
    .map((one) => one.trim())
    .filter((one) => one !== 'null' && one !== 'undefined' && one !== '');
}

/**
 * Returns the values of an attribute whose type is a list of them.
 * @param {Attribute} attribute
 * @returns {readonly string[]}
 */
export function valuesOf(attribute) {
  return typesOf(attribute).flatMap((type) => (/^'[^']*'$|^\d+$/.test(type) ? [type.replaceAll("'", '')] : []));
}

/**
 * Whether an attribute has no value: it is present or absent.
 * @param {Attribute} attribute
 */
export const isSwitch = (attribute) => typesOf(attribute).includes('boolean');

/** @param {string | undefined} text  of a doc comment, with its line breaks */
export const oneLine = (text = '') => text.replace(/\s+/g, ' ').trim();
