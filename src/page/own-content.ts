/** Whether the page gave an element content to show. Scripts, templates, styles and slotted children do not count. */
export function hasOwnContent(element: Element): boolean {
  return [...element.childNodes].some((node) =>
    node instanceof Element
      ? !node.matches('script, template, style, [slot]')
      : node instanceof Text && /\S/.test(node.data),
  );
}
