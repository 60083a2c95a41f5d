import axe from 'axe-core';

/**
 * The accessibility tree of an element, from axe's flat tree: through shadow roots and slots, without hidden parts. Uses the
 * format of Playwright's aria snapshots, which Vitest 4.1 lacks.
 */
interface VirtualNode {
  readonly actualNode: Node;
  readonly children: readonly VirtualNode[];
}

interface Commons {
  readonly aria: { getRole: (node: VirtualNode) => string | null };
  readonly text: { accessibleTextVirtual: (node: VirtualNode) => string };
  readonly dom: { isVisibleToScreenReaders: (node: VirtualNode) => boolean };
}

const { aria, text, dom } = axe.commons as unknown as Commons;

/** Roles that are named by their content: one line each. */
const named = new Set(['heading', 'link', 'button', 'img']);
/** Roles without a meaning for screen readers. */
const silent = new Set(['none', 'presentation', 'generic']);
/** Roles that axe does not report, because they cannot be wrong. */
const untold = new Map([
  ['p', 'paragraph'],
  ['blockquote', 'blockquote'],
]);
const states = ['level', 'expanded'];

const squeeze = (words: string) => words.replace(/\s+/g, ' ').trim();

type Line = string | { readonly head: string; readonly lines: readonly Line[] };

/** Joins adjacent pieces of text. */
function joined(lines: readonly Line[]): readonly Line[] {
  const result: Line[] = [];
  let words = '';
  const flush = () => {
    if (squeeze(words)) result.push(`text: ${squeeze(words)}`);
    words = '';
  };
  for (const line of lines) {
    if (typeof line === 'string' && line.startsWith('\0')) {
      words += line.slice(1);
    } else {
      flush();
      result.push(line);
    }
  }
  flush();
  return result;
}

function linesOf(node: VirtualNode): readonly Line[] {
  const { actualNode } = node;
  if (actualNode instanceof Text) return [`\0${actualNode.data}`];
  if (!(actualNode instanceof Element) || !dom.isVisibleToScreenReaders(node)) return [];
  const role = untold.get(actualNode.localName) ?? aria.getRole(node);
  const below = node.children.flatMap(linesOf);
  if (role === null || silent.has(role)) return below;
  const said = states.flatMap((state) => {
    const value = actualNode.getAttribute(`aria-${state}`);
    return value === null || value === 'false' ? [] : [value === 'true' ? ` [${state}]` : ` [${state}=${value}]`];
  });
  const leaf = named.has(role);
  const label = leaf || actualNode.matches('[aria-label], [aria-labelledby]') ? text.accessibleTextVirtual(node) : '';
  const head = role + (label && ` "${squeeze(label)}"`) + said.join('');
  const inner = joined(below);
  if (leaf || !inner.length) return [head];
  const [only] = inner;
  return inner.length === 1 && typeof only === 'string' && only.startsWith('text: ')
    ? [`${head}: ${only.slice(6)}`]
    : [{ head, lines: inner }];
}

function written(lines: readonly Line[], indent = ''): string {
  return lines
    .map((line) =>
      typeof line === 'string'
        ? `${indent}- ${line}`
        : `${indent}- ${line.head}:\n${written(line.lines, `${indent}  `)}`,
    )
    .join('\n');
}

/** axe has one tree at a time. */
function withTree<T>(element: Element, use: (node: VirtualNode) => T): T {
  axe.teardown();
  const root = axe.setup(document.documentElement) as unknown as VirtualNode;
  const find = (node: VirtualNode): VirtualNode | undefined => {
    if (node.actualNode === element) return node;
    for (const child of node.children) {
      const found = find(child);
      if (found) return found;
    }
    return undefined;
  };
  try {
    const node = find(root);
    if (!node) throw new Error(`<${element.localName}> is not on the page`);
    return use(node);
  } finally {
    axe.teardown();
  }
}

/** Returns the outline of an element: one line per node with role, name and state. */
export function outline(element: Element): string {
  return withTree(element, (node) => written(joined(linesOf(node))));
}

/** Returns all words that a screen reader reads in an element, in order. */
export function heard(element: Element): string {
  const words = (node: VirtualNode): string => {
    const { actualNode } = node;
    if (actualNode instanceof Text) return actualNode.data;
    if (!(actualNode instanceof Element) || !dom.isVisibleToScreenReaders(node)) return '';
    const inside = node.children.map(words).join('');
    return getComputedStyle(actualNode).display.startsWith('inline') ? inside : ` ${inside} `;
  };
  return withTree(element, (node) => squeeze(words(node)));
}

/** White space as in `heard`. */
export const asHeard = squeeze;

/** Returns axe's violations in an element and its shadow root, each with its places. */
export async function violations(element: Element): Promise<readonly string[]> {
  // Pass a node, because a selector that does not reach into the shadow root passes without a check.
  const { violations: found, passes } = await axe.run(element, { resultTypes: ['violations', 'passes'] });
  const looked = passes.some(({ nodes }) => nodes.some(({ target }) => Array.isArray(target[0])));
  if (!looked) throw new Error('axe has not looked into the shadow root');
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => JSON.stringify(target)).join(', ')}`);
}
