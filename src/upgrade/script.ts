/**
 * The `data-` attributes of the script tag that is running. `data-permalinks` and `data-feed` let quotations be known by their
 * link alone. To be called while the script runs: later there is no current script. A module has none at all, and a page may
 * have a form of that name; then it is the first script that says where permalinks are.
 */
export function settingsOfScript(): DOMStringMap | undefined {
  const { currentScript } = document;
  return (
    currentScript instanceof HTMLScriptElement
      ? currentScript
      : document.querySelector<HTMLScriptElement>('script[data-permalinks],script[data-feed][src*=provision-embed]')
  )?.dataset;
}
