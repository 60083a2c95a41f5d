let isOn: boolean | undefined;

/**
 * Returns whether the console reports wrong values: the script tag has `data-debug`, or the page runs Lit's development build, as a
 * project with the npm package does during development. Decided once, because the search covers the whole document.
 */
export function isDebugging(): boolean {
  return (isOn ??=
    'litIssuedWarnings' in globalThis || !!document.querySelector('script[data-debug][src*=provision-embed]'));
}
