// @ts-check
/** @import { ClassMember, CustomElement, JavaScriptModule, Package } from 'custom-elements-manifest/schema.d.ts' */

/** The manifest is about the published files: `dist/elements/x/x.js`. */
const publishedPath = (/** @type {string} */ path) => path.replace(/^\/?src\//, 'dist/').replace(/\.ts$/, '.js');

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
