/** The article's properties as reactive state of Svelte. */
export function heldOf(wish) {
  const held = $state({ wish });
  return held;
}
