/**
 * The subset of a DOM node for reading a quotation. Nodes of browsers and of parsers for Node both have it, so that a
 * card and a command read a quotation by the same rules.
 */
export interface MarkupNode {
  /** 1 for an element, 3 for a text node. */
  readonly nodeType: number;
  /** Name of an element, in any case. */
  readonly nodeName: string;
  /** Characters of a text node. */
  readonly nodeValue: string | null;
  readonly childNodes: ArrayLike<MarkupNode>;
  /** Elements only. */
  getAttribute?(name: string): string | null;
}

/** Name of an element in lower case; '' for every other node. */
export function nameOf(node: MarkupNode): string {
  return node.nodeType === 1 ? node.nodeName.toLowerCase() : '';
}

/** An attribute of an element; '' without one. */
export function attributeOf(node: MarkupNode, name: string): string {
  return node.getAttribute?.(name) ?? '';
}

/** All text in a node and its descendants, including excluded elements. */
export function textIn(node: MarkupNode): string {
  return node.nodeType === 3 ? (node.nodeValue ?? '') : Array.from(node.childNodes, textIn).join('');
}
