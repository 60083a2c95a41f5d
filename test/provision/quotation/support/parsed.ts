import { parseFragment } from 'parse5';
import type { DefaultTreeAdapterTypes } from 'parse5';
import type { MarkupNode } from '../../../../src/provision/quotation/markup-node.js';

/** Parses HTML with another parser to the nodes of `readQuotation`. */
export function parsed(html: string): MarkupNode {
  return adapted(parseFragment(html));
}

function adapted(node: DefaultTreeAdapterTypes.Node): MarkupNode {
  const isElement = 'attrs' in node;
  const isText = node.nodeName === '#text';
  return {
    nodeType: isElement ? 1 : isText ? 3 : node.nodeName === '#comment' ? 8 : 11,
    nodeName: node.nodeName,
    nodeValue: isText ? (node as DefaultTreeAdapterTypes.TextNode).value : null,
    childNodes: 'childNodes' in node ? node.childNodes.map(adapted) : [],
    ...(isElement && {
      getAttribute: (name: string) => node.attrs.find((attribute) => attribute.name === name)?.value ?? null,
    }),
  };
}
