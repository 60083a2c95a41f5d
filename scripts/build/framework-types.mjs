// @ts-check
/**
 * Writes `dist/types`: the elements in the templates of frameworks. `elements.d.ts` is generated from the manifest. The files of
 * `framework-types/` map it to the names that each framework has for attributes, properties and events.
 */
import { cpSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isMain, root } from '../run.mjs';
import { elementsOfManifest, isSwitch, typesOf, valuesOf } from './manifest.mjs';

/** @import { Attribute } from 'custom-elements-manifest/schema.d.ts' */
/** @import { DescribedElement } from './manifest.mjs' */

const sources = join(root, 'scripts/build/framework-types');

export const frameworkNames = readdirSync(sources).map((file) => file.replace('.d.ts', ''));

function writeFrameworkTypes() {
  const folder = join(root, 'dist/types');
  mkdirSync(folder, { recursive: true });
  cpSync(sources, folder, { recursive: true });
  // For `import 'provision-embed/types/react'`, which imports the types for their effect alone.
  for (const name of frameworkNames) writeFileSync(join(folder, `${name}.js`), 'export {};\n');
  writeFileSync(join(folder, 'elements.d.ts'), elementTypes(elementsOfManifest()));
}

/** @param {readonly DescribedElement[]} elements */
function elementTypes(elements) {
  const events = new Set(elements.flatMap(({ declaration }) => (declaration.events ?? []).map(eventClass)));
  return `/* Generated from custom-elements.json. */
${elements.map(({ name, module }) => `import type { ${name} } from '../${module}';`).join('\n')}
import type { ${[...events].sort().join(', ')} } from '../index.js';

${elements.map(interfacesOf).join('\n')}
/** Each element with its attributes, properties and events, for the templates of frameworks. */
export interface ProvisionElements {
${elements
  .map(
    ({ tag, name }) =>
      `  '${tag}': { element: ${name}; attributes: ${name}Attributes; properties: ${name}Properties; events: ${name}Events };`,
  )
  .join('\n')}
}
`;
}

/** @param {DescribedElement} element */
function interfacesOf({ tag, name, declaration: { attributes = [], members = [], events = [] } }) {
  const properties = members.filter(
    (member) => member.kind === 'field' && !('attribute' in member) && !('readonly' in member),
  );
  return `/** Attributes of \`<${tag}>\`. */
export interface ${name}Attributes {
${attributes.map((one) => `${comment(one.description)}  '${one.name}'?: ${attributeType(one)} | undefined;`).join('\n')}
}

/** Properties of \`<${tag}>\` that no attribute has. */
export interface ${name}Properties {
${properties.map((one) => `${comment(one.description)}  ${one.name}?: ${name}['${one.name}'];`).join('\n')}
}

/** Events of \`<${tag}>\`. */
export interface ${name}Events {
${events.map((one) => `${comment(one.description)}  '${one.name}': ${eventClass(one)};`).join('\n')}
}
`;
}

/** @param {Attribute} attribute */
function attributeType(attribute) {
  if (isSwitch(attribute)) return "boolean | ''";
  const values = valuesOf(attribute);
  if (values.length === 0) return typesOf(attribute).join(' | ');
  return values.flatMap((value) => (/^\d+$/.test(value) ? [value, `'${value}'`] : [`'${value}'`])).join(' | ');
}

/** @param {{ type?: { text: string } }} event */
function eventClass({ type }) {
  if (!type) throw new Error('The manifest has an event without its class.');
  return type.text;
}

/** @param {string | undefined} text */
const comment = (text) => (text ? `  /** ${text.replace(/\s+/g, ' ')} */\n` : '');

if (isMain(import.meta.url)) writeFrameworkTypes();
