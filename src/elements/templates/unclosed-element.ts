/** Lazy, because few elements contain more than a quotation. */

/**
 * Whether an element contains the rest of the article. This happens after `<provision-… />`, because HTML does not close such a
 * tag. Warns in the console.
 */
export function containsArticle(element: Element): boolean {
  // A published page has the whole record in the element as its fallback.
  if (element.querySelector('.record')) return false;
  const hasMore =
    !!element.querySelector(
      ':scope > * ~ :is(h1,h2,h3,h4,h5,h6,section,article,figure,aside,footer),:scope > p ~ p ~ p',
    ) ||
    [...element.querySelectorAll(':not(blockquote) > *')].some(({ localName }) => localName.startsWith('provision-'));
  if (hasMore)
    console.warn(
      '[provision-embed] An element contains the rest of the article. Close it with',
      `</${element.localName}>`,
      element,
    );
  return hasMore;
}
