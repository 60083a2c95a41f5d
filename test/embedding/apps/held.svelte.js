/** What the page shows, as Svelte watches it. */
export function heldOf(wish) {
  const held = $state({ wish });
  return held;
}
