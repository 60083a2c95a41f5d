// @ts-check
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './scripts/run.mjs';
import { tokensOf } from './scripts/build/token-docs.mjs';

/** @import { ClassMember, CustomElement, JavaScriptModule, Package } from 'custom-elements-manifest/schema.d.ts' */

/** The manifest is about the published files: `dist/elements/x/x.js`. */
const publishedPath = (/** @type {string} */ path) => path.replace(/^\/?src\//, 'dist/').replace(/\.ts$/, '.js');

const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => readFileSync(join(root, 'src', file), 'utf8'))
  .join('\n');

/**
 * A type that is named after a list, `(typeof cardLayouts)[number]`, as the values of the list: what may be written says more to
 * who reads the docs than a name does, and a control can offer it.
 * @param {string} type
 */
function spelledOut(type) {
  return type.replace(/\b[A-Z]\w+/g, (name) => {
    const [, list] = new RegExp(`export type ${name} = \\(typeof (\\w+)\\)\\[number\\];`).exec(sources) ?? [];
    const [, values] = new RegExp(`const ${list} = \\[([^\\]]*)\\] as const`).exec(sources) ?? [];
    return (list && values?.match(/'[^']*'/g)?.join(' | ')) ?? name;
  });
}

const isPublic = (/** @type {ClassMember} */ member) =>
  (member.privacy ?? 'public') === 'public' && !member.static && !/^[#_]|^render$/.test(member.name);

/**
 * @param {CustomElement} element
 * @param {string} tagName
 * @param {JavaScriptModule} module
 */
function describeElement(element, tagName, module) {
  element.tagName = tagName;
  element.customElement = true;
  element.members = (element.members ?? []).filter(isPublic);
  const names = new Set(element.members.map(({ name }) => name));
  element.attributes = (element.attributes ?? []).filter(({ fieldName }) => !fieldName || names.has(fieldName));
  for (const described of [...element.members, ...element.attributes]) {
    if ('type' in described && described.type) described.type.text = spelledOut(described.type.text);
  }
  element.cssProperties = tokensOf(tagName, readFileSync(join(root, module.path), 'utf8'));
  // Where an event is an instance of its own class, the analyzer guesses at its name; the doc comment has it.
  element.events = (element.events ?? []).filter(({ description }) => description);
  (module.exports ??= []).push({
    kind: 'custom-element-definition',
    name: tagName,
    declaration: { name: element.name, module: module.path },
  });
}

const elementsOnly = {
  name: 'elements-only',
  /** @param {{ customElementsManifest: Package }} context */
  packageLinkPhase({ customElementsManifest: manifest }) {
    manifest.modules = manifest.modules.filter((module) => {
      // The class file does not register, so the analyzer cannot know the tag: it is the name of the folder and the file.
      const tagName = /elements\/(provision-[^/]+)\/\1\.ts$/.exec(module.path)?.[1];
      if (tagName === undefined) return false;
      const element = module.declarations?.find(({ kind }) => kind === 'class');
      if (element === undefined) throw new Error(`There is no class in ${module.path}`);
      module.declarations = [element];
      describeElement(/** @type {CustomElement} */ (element), tagName, module);
      return true;
    });
    const published = JSON.stringify(manifest, (key, value) =>
      (key === 'path' || key === 'module') && typeof value === 'string' ? publishedPath(value) : value,
    );
    Object.assign(manifest, JSON.parse(published));
  },
};

export default {
  globs: ['src/elements/**/*.ts'],
  outdir: 'dist',
  litelement: true,
  packagejson: false,
  plugins: [elementsOnly],
};
