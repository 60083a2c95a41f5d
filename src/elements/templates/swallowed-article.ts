/** Lazy: few elements have more in them than a quotation. */

/**
 * Whether the rest of the article stands in an element, as after `<provision-… />`, because HTML has no such end of a tag. Says so in
 * the console.
 */
export function hasSwallowedArticle(element: Element): boolean {
  // A published page has all of the record in the element, as its fallback.
  if (element.querySelector('.record')) return false;
  const hasMore =
    !!element.querySelector(
      ':scope > * ~ :is(h1,h2,h3,h4,h5,h6,section,article,figure,aside,footer),:scope > p ~ p ~ p',
    ) ||
    [...element.querySelectorAll(':not(blockquote) > *')].some(({ localName }) => localName.startsWith('provision-'));
  if (hasMore)
    console.warn(
      '[provision-embed] The rest of the article stands inside an element: close it with',
      `</${element.localName}>`,
      element,
    );
  return hasMore;
}
