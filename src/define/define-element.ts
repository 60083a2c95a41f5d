/**
 * Registers an element unless its name is taken. A second registration is silent if the version is the same, and warns once if
 * it differs; it never throws. The first registration stays.
 */
export function define(tag: string, element: CustomElementConstructor & { readonly version: string }): void {
  const taken = customElements.get(tag) as { readonly version?: unknown } | undefined;
  if (!taken) {
    customElements.define(tag, element);
  } else if (taken.version !== element.version) {
    console.warn(
      `[provision-embed] <${tag}> stays at version ${String(taken.version)}; version ${element.version} is ignored`,
    );
  }
}
