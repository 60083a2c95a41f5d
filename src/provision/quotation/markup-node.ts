/**
 * The part of a DOM node that reading a quotation needs. Browsers' nodes have this shape, and so do the trees of parsers for
 * Node, so that a card and a command read a quotation by the same rules.
 */
export interface MarkupNode {
  /** 1 for an element, 3 for a text. */
  readonly nodeType: number;
  /** Of an element its name, in any case. */
  readonly nodeName: string;
  /** Of a text its characters. */
  readonly nodeValue: string | null;
  readonly childNodes: ArrayLike<MarkupNode>;
  /** Elements only. */
  getAttribute?(name: string): string | null;
}

/** Name of an element in lower case; '' for every other node. */
export function nameOf(node: MarkupNode): string {
  return node.nodeType === 1 ? node.nodeName.toLowerCase() : '';
}

/** An attribute of an element; '' where it has none. */
export function attributeOf(node: MarkupNode, name: string): string {
  return node.getAttribute?.(name) ?? '';
}

/** All text in a node, whatever element it is in. */
export function textIn(node: MarkupNode): string {
  return node.nodeType === 3 ? (node.nodeValue ?? '') : Array.from(node.childNodes, textIn).join('');
}
