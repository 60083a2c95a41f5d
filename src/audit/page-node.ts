/** Parses an article's HTML into nodes for `readQuotation`, each with its position in the source. */
import { defaultTreeAdapter, parse } from 'parse5';
import type { DefaultTreeAdapterTypes as Tree, TreeAdapter } from 'parse5';
import type { MarkupNode } from '../provision/quotation/markup-node.js';

/** Maximum depth of elements. Chromium flattens a page at 512; parse5 would take minutes for a hostile page with 100,000 levels. */
const maxDepth = 2000;

/** Reports that a page cannot be audited. */
export class PageError extends Error {
  override readonly name = 'PageError';
}

/** A node of a parsed page. */
export class PageNode implements MarkupNode {
  readonly childNodes: PageNode[] = [];
  parent: PageNode | undefined;
  /** Line of the start tag in the source, from 1; 0 when the parser added the element. */
  line = 0;
  column = 0;
  /** URL for resolving `href`; undefined for an article without a URL. */
  base: string | undefined;

  constructor(
    readonly nodeType: number,
    readonly nodeName: string,
    readonly nodeValue: string | null = null,
    readonly attributes: ReadonlyMap<string, string> = new Map(),
  ) {}

  getAttribute(name: string): string | null {
    return this.attributes.get(name) ?? null;
  }

  /** The URL of a link, resolved as in a browser. Without a base, the attribute's value. */
  get href(): string | undefined {
    const written = this.attributes.get('href');
    return written === undefined ? undefined : (resolved(written, this.base) ?? written);
  }

  append(child: PageNode): void {
    child.parent = this;
    this.childNodes.push(child);
  }

  /** Yields the node and its descendants in document order. */
  *all(): Generator<PageNode> {
    const open: PageNode[] = [this];
    for (let node = open.pop(); node; node = open.pop()) {
      yield node;
      for (let at = node.childNodes.length - 1; at >= 0; at--) open.push(node.childNodes[at] as PageNode);
    }
  }

  /** Returns the nearest ancestor that passes the test. */
  ancestor(test: (node: PageNode) => boolean): PageNode | undefined {
    for (let node = this.parent; node; node = node.parent) if (test(node)) return node;
    return undefined;
  }

  /** Returns the adjacent sibling element, ignoring text between them. */
  sibling(step: 1 | -1): PageNode | undefined {
    const siblings = this.parent?.childNodes ?? [];
    for (let at = siblings.indexOf(this) + step; siblings[at]; at += step) {
      const node = siblings[at];
      if (node?.nodeType === 1) return node;
      if (node?.nodeType === 3 && /\S/.test(node.nodeValue ?? '')) return undefined;
    }
    return undefined;
  }
}

/** Combines nodes into one quotation, without changing their parents in the page. */
export function joined(nodes: readonly PageNode[]): PageNode {
  const quotation = new PageNode(1, 'blockquote');
  quotation.childNodes.push(...nodes);
  return quotation;
}

/** Resolves a URL; undefined when that is not possible. */
export function resolved(address: string, base: string | undefined): string | undefined {
  try {
    return new URL(address, base).href;
  } catch {
    return undefined;
  }
}

/** Reads a standard attribute without the spaces and curly quotation marks that some editors put around its value. */
export const attributeValue = (node: PageNode, name: string): string | undefined =>
  node
    .getAttribute(name)
    ?.replace(/^[\s“”„]+|[\s“”]+$/g, '')
    .trim() || undefined;

/**
 * Parses a page.
 *
 * @param address URL of the page; links are resolved against it, or against the page's `<base>`
 */
export function parsePage(html: string, address: string | undefined): PageNode {
  const document = parse(html, {
    sourceCodeLocationInfo: true,
    treeAdapter: boundedAdapter(),
  });
  const root = new PageNode(9, '#document');
  const open: [source: Tree.ParentNode, target: PageNode][] = [[document, root]];
  for (let next = open.pop(); next; next = open.pop()) {
    const [source, target] = next;
    for (const child of source.childNodes) {
      const node = nodeOf(child);
      target.append(node);
      if ('childNodes' in child) open.push([child, node]);
    }
  }
  for (const node of [...root.all()]) if (isSelfClosed(node, html)) hoistChildren(node);
  setBase(root, address);
  return root;
}

/** Limits the depth during parsing, because parsing itself is slow for deep pages. */
function boundedAdapter(): TreeAdapter<Tree.DefaultTreeAdapterMap> {
  let depth = 0;
  return {
    ...defaultTreeAdapter,
    onItemPush() {
      if (++depth > maxDepth) throw new PageError(`Its elements are nested more than ${maxDepth} deep`);
    },
    onItemPop() {
      depth--;
    },
  };
}

/** Offset in the source where an element's start tag ends. */
const startTagEnds = new WeakMap<PageNode, number>();

function nodeOf(source: Tree.ChildNode): PageNode {
  if (source.nodeName === '#text') return placed(new PageNode(3, '#text', (source as Tree.TextNode).value), source);
  if (!('attrs' in source)) return new PageNode(8, source.nodeName);
  const attributes = new Map(source.attrs.map(({ name, value }) => [name, value]));
  const node = placed(new PageNode(1, source.nodeName, null, attributes), source);
  const end = source.sourceCodeLocation?.startTag?.endOffset;
  if (end !== undefined) startTagEnds.set(node, end);
  return node;
}

function placed(node: PageNode, { sourceCodeLocation: place }: Tree.ChildNode): PageNode {
  if (place) [node.line, node.column] = [place.startLine, place.startCol];
  return node;
}

/**
 * Returns whether an element is written as `<provision-card … />`. HTML ignores the slash, so the rest of the article becomes its
 * content.
 */
function isSelfClosed(node: PageNode, html: string): boolean {
  const end = startTagEnds.get(node);
  return end !== undefined && node.nodeName.startsWith('provision-') && html.slice(end - 2, end) === '/>';
}

function hoistChildren(node: PageNode): void {
  const siblings = node.parent?.childNodes;
  const children = node.childNodes.splice(0);
  for (const child of children) child.parent = node.parent;
  siblings?.splice(siblings.indexOf(node) + 1, 0, ...children);
}

function setBase(root: PageNode, address: string | undefined): void {
  const nodes = [...root.all()];
  const written = nodes.find(({ nodeName }) => nodeName === 'base')?.getAttribute('href');
  const base = written == null ? address : (resolved(written, address) ?? address);
  for (const node of nodes) node.base = base;
}
