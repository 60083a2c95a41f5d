/** Parses an article's HTML into nodes that `readQuotation` takes, each with its place in the source. */
import { defaultTreeAdapter, parse } from 'parse5';
import type { DefaultTreeAdapterTypes as Tree, TreeAdapter } from 'parse5';
import type { MarkupNode } from '../provision/quotation/markup-node.js';

/** Elements inside elements. Chromium flattens a page at 512; parse5 would take minutes for a hostile page of 100,000. */
const maxDepth = 2000;

/** The page cannot be audited; the message says why. */
export class PageError extends Error {
  override readonly name = 'PageError';
}

/** A node of a parsed page. */
export class PageNode implements MarkupNode {
  readonly childNodes: PageNode[] = [];
  parent: PageNode | undefined;
  /** Place of the start tag in the source, from 1; 0 where the parser added the element. */
  line = 0;
  column = 0;
  /** Against which `href` is resolved; undefined for an article without an address. */
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

  /** The address of a link, as a browser resolves it; as it is written where there is nothing to resolve it against. */
  get href(): string | undefined {
    const written = this.attributes.get('href');
    return written === undefined ? undefined : (resolved(written, this.base) ?? written);
  }

  append(child: PageNode): void {
    child.parent = this;
    this.childNodes.push(child);
  }

  /** The node and all below it, in the order of the source. */
  *all(): Generator<PageNode> {
    const open: PageNode[] = [this];
    for (let node = open.pop(); node; node = open.pop()) {
      yield node;
      for (let at = node.childNodes.length - 1; at >= 0; at--) open.push(node.childNodes[at] as PageNode);
    }
  }

  /** The nearest of the node's ancestors that a test accepts. */
  ancestor(test: (node: PageNode) => boolean): PageNode | undefined {
    for (let node = this.parent; node; node = node.parent) if (test(node)) return node;
    return undefined;
  }

  /** The element beside this one, without the text between them. */
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

/** Nodes as one quotation. The page keeps its own parents. */
export function joined(nodes: readonly PageNode[]): PageNode {
  const quotation = new PageNode(1, 'blockquote');
  quotation.childNodes.push(...nodes);
  return quotation;
}

/** An address made absolute; undefined where that is not possible. */
export function resolved(address: string, base: string | undefined): string | undefined {
  try {
    return new URL(address, base).href;
  } catch {
    return undefined;
  }
}

/** Attributes of the standard that are read; editors write blanks and curly quotation marks around values. */
export const attributeValue = (node: PageNode, name: string): string | undefined =>
  node
    .getAttribute(name)
    ?.replace(/^[\s“”„]+|[\s“”]+$/g, '')
    .trim() || undefined;

/**
 * Parses a page.
 *
 * @param address of the page; links are resolved against it, or against its `<base>`
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

/** Counts open elements, because the depth is known only while the page is parsed. */
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

/** Where the start tag of an element ends in the source. */
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

/** `<provision-card … />`: HTML takes the rest of the article for its content. */
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
