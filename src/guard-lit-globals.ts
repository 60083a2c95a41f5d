/**
 * Protects Lit from elements of the page. `<div id="litHtmlVersions">` makes `window.litHtmlVersions` an element, and Lit, which calls `push` on
 * what it finds there, would throw and stop this script. Also lets Lit parse its templates in an XHTML document. Imported first by `embed.ts`,
 * because Lit reads these globals when it is evaluated.
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

/** The member of Lit's template class that makes the `<template>` of a template literal. */
interface LitTemplate {
  createElement: (markup: string) => HTMLTemplateElement;
}
type Support = (template: LitTemplate, ...others: unknown[]) => void;

// Lit parses with an element of the page's document, and that of an XHTML document parses XML. Lit passes its template class to this hook.
if (typeof document === 'object' && document.contentType !== 'text/html') {
  const given = page['litHtmlPolyfillSupport'] as Support | undefined;
  page['litHtmlPolyfillSupport'] = ((template, ...others) => {
    const parser = document.implementation.createHTMLDocument('');
    template.createElement = (markup) => {
      const element = parser.createElement('template');
      // eslint-disable-next-line no-restricted-syntax -- the literal of a template; Lit puts marks in place of its values
      element.innerHTML = markup;
      return element;
    };
    given?.(template, ...others);
  }) satisfies Support;
}
