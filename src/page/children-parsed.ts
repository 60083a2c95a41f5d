/** Whether the HTML parser has passed the end of an element: something follows it, or one of its ancestors or hosts. */
function isParsed(element: Element): boolean {
  if (document.readyState !== 'loading') return true;
  for (let at: Node | null | undefined = element; at; at = at.parentNode ?? (at as ShadowRoot).host) {
    if (at.nextSibling) return true;
  }
  return false;
}

/**
 * Resolves when the parser has passed the end of an element, so that all children are present. A script in `<head>` upgrades
 * elements at their start tag, before the data or the quotation inside them is parsed.
 */
export function childrenParsed(element: Element): Promise<void> {
  return new Promise((resolve) => {
    if (isParsed(element)) {
      resolve();
      return;
    }
    const check = () => {
      if (!isParsed(element)) return;
      observer.disconnect();
      document.removeEventListener('readystatechange', check);
      resolve();
    };
    const observer = new MutationObserver(check);
    observer.observe(document, { childList: true, subtree: true });
    document.addEventListener('readystatechange', check);
  });
}
