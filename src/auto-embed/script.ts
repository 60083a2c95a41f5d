/** Script tags that say how quotations are known by their link alone. `data-feed` is a usual name, hence the address. */
export const settingScripts = 'script[data-permalinks],script[data-feed][src*=provision-embed]';

/**
 * The `data-` attributes of the script tag that is running: an attribute set after the tag came into the page is found this way. To be called
 * while the script runs, because later there is no current script. A module has none at all, and a page may have a form of that name; the
 * other script tags, `watchPage` finds by itself.
 */
export function settingsOfScript(): DOMStringMap | undefined {
  const { currentScript } = document;
  return currentScript instanceof HTMLScriptElement ? currentScript.dataset : undefined;
}
