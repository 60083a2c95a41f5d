/**
 * Script tags with settings for quotations that have only their link. `data-feed` is a common name, hence the check of the
 * address.
 */
export const settingScripts = 'script[data-permalinks],script[data-feed][src*=provision-embed]';

/**
 * Returns the `data-` attributes of the running script tag, including those set after the tag was inserted. Must be called
 * while the script runs, because `document.currentScript` is null later and in modules. A page may have a form named
 * `currentScript`, hence the `instanceof`. `upgradeQuotations` finds the other script tags itself.
 */
export function settingsOfScript(): DOMStringMap | undefined {
  const { currentScript } = document;
  return currentScript instanceof HTMLScriptElement ? currentScript.dataset : undefined;
}
