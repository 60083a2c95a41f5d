// @ts-check
/** The custom elements manifest as the build has written it: what everything that is generated about the elements is generated from. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './run.mjs';

/** @import { Attribute, ClassField, CustomElement, Package } from 'custom-elements-manifest/schema.d.ts' */

/**
 * @typedef {object} DescribedElement
 * @property {string} tag
 * @property {string} name  of its class
 * @property {string} module  of its class, below `dist`
 * @property {CustomElement} declaration
 */

/** @returns {readonly DescribedElement[]} in the order of their names */
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
 * The types that an attribute may have, without those that mean that it is not there.
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
 * The values that may be written for an attribute, where they can be listed.
 * @param {Attribute} attribute
 * @returns {readonly string[]}
 */
export function valuesOf(attribute) {
  return typesOf(attribute).flatMap((type) => (/^'[^']*'$|^\d+$/.test(type) ? [type.replaceAll("'", '')] : []));
}

/**
 * Whether an attribute is there or not, and has no value.
 * @param {Attribute} attribute
 */
export const isSwitch = (attribute) => typesOf(attribute).includes('boolean');
