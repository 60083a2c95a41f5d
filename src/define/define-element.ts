/**
 * Registers an element unless its name is taken: silently by the same version, with one warning by another, never with
 * an exception. The first one on the page stays.
 */
export function define(tag: string, element: CustomElementConstructor & { readonly version: string }): void {
  const taken = customElements.get(tag) as { readonly version?: unknown } | undefined;
  if (!taken) {
    customElements.define(tag, element);
  } else if (taken.version !== element.version) {
    console.warn(`[provision-embed] <${tag}> stays at ${String(taken.version)}; ${element.version} came second`);
  }
}
