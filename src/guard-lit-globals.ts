/**
 * Protects Lit from elements of the page. `<div id="litHtmlVersions">` makes `window.litHtmlVersions` an element, and Lit, which calls `push` on
 * what it finds there, would throw and stop this script. Imported first by `embed.ts`, because Lit reads these globals when it is evaluated.
 */

const page = globalThis as unknown as Record<string, unknown>;

const isFunction = (value: unknown) => typeof value === 'function';
/** An element's name is a property of the window's prototype. The check reads no member, because a frame of another origin allows none. */
const isOwnObject = (value: unknown, name: string) => typeof value === 'object' && Object.hasOwn(page, name);

/** The globals that Lit reads, each with the check that a real value of it passes. */
const globals: Readonly<Record<string, (value: unknown, name: string) => boolean>> = {
  litHtmlVersions: Array.isArray,
  litElementVersions: Array.isArray,
  reactiveElementVersions: Array.isArray,
  litPropertyMetadata: (value) => value instanceof WeakMap,
  litHtmlPolyfillSupport: isFunction,
  litElementPolyfillSupport: isFunction,
  litElementHydrateSupport: isFunction,
  reactiveElementPolyfillSupport: isFunction,
  // Lit writes `<style>` elements, which a Content-Security-Policy may block, where this polyfill seems to be in use.
  ShadyCSS: isOwnObject,
  // Firefox before 148 and Safari before 26 have no Trusted Types, so an element may have the name.
  trustedTypes: isOwnObject,
};

for (const name of Object.keys(globals)) {
  const value = page[name];
  // The assignment makes an own property, which hides the element from Lit and leaves the element alone.
  if (value !== undefined && !globals[name]?.(value, name)) page[name] = undefined;
}
