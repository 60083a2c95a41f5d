/**
 * Reads a page's quotation as the page renders it. Cards, the code that follows a record and the upgrade of plain
 * quotations all use this reader.
 */
import { hiddenAddress } from './hidden-address.js';
import { attributeOf, nameOf } from './markup-node.js';
import type { MarkupNode } from './markup-node.js';
import { withoutSource } from './source-line.js';
import type { LineDraft, QuotationLine, QuotationReading } from './source-line.js';
import { isEmoji, isExcluded, protectedAddress } from './excluded-elements.js';

export interface ReadOptions {
  /** Whether an address is the record's page, which marks the source line. */
  readonly isRecord?: ((href: string) => boolean) | undefined;
  /** Texts of a source line: the record's title, its document. A short last line with one of them is not quoted. */
  readonly labels?: readonly (string | undefined)[] | undefined;
  /** Whether the page's style hides an element. Without it only attributes and common class names count. */
  readonly isHidden?: ((node: MarkupNode) => boolean) | undefined;
}

const blocks = new Set(
  'address article blockquote center dd details div dl fieldset footer h1 h2 h3 h4 h5 h6 header hgroup hr main ol p pre section summary table ul'.split(
    ' ',
  ),
);
/** Elements that end a line inside the same paragraph, list or table. */
const lineBreaks = new Set('br li dt dd tr td th caption'.split(' '));
/** Reads a quotation's words. Leaves out excluded elements; see `isExcluded`. */
export function readQuotation(
  root: MarkupNode,
  { isRecord, labels = [], isHidden }: ReadOptions = {},
): QuotationReading {
  const lines: LineDraft[] = [];
  let line: LineDraft | undefined;
  let startsBlock = true;
  let link: { readonly href: string; readonly line: number; readonly end: number } | undefined;

  const current = (): LineDraft => {
    if (!line) {
      line = {
        text: '',
        startsBlock,
        role: 'words',
        isInsertion: false,
        recordLink: undefined,
        captured: undefined,
        boldLength: 0,
      };
      lines.push(line);
      startsBlock = false;
    }
    return line;
  };
  const endLine = (isBlock: boolean): void => {
    line = undefined;
    startsBlock ||= isBlock;
  };
  const addText = (text: string, { role, isBold, isInsertion }: TextContext): void => {
    // White space between two blocks is no line.
    if (!line && !/\S/.test(text)) return;
    const to = current();
    to.text += text;
    if (role !== 'words') to.role = role;
    if (isBold) to.boldLength += text.trim().length;
    to.isInsertion = isInsertion;
  };

  const walk = (node: MarkupNode, around: TextContext): void => {
    if (node.nodeType === 3) {
      addText(node.nodeValue ?? '', around);
      return;
    }
    const name = nameOf(node);
    if (name === 'hr') {
      endLine(true);
      addText('…', around);
      endLine(true);
      return;
    }
    const isBlock = blocks.has(name);
    const address = name ? protectedAddress(node) : undefined;
    if (node !== root && address === undefined && (isExcluded(node) || (name && isHidden?.(node)))) {
      if (isBlock) endLine(true);
      return;
    }
    if (address !== undefined) {
      addText(address, around);
      return;
    }
    if (isEmoji(node)) {
      addText(attributeOf(node, 'alt'), around);
      return;
    }
    const isBreak = lineBreaks.has(name);
    if (node !== root && (isBlock || isBreak)) endLine(isBlock && !isBreak);
    if (name === 'a' && attributeOf(node, 'href') && isRecord?.(hrefOf(node))) {
      const to = current();
      to.recordLink ??= to.text.length;
    }
    if (name === 'time' && line) line.captured ??= attributeOf(node, 'datetime') || undefined;
    const inside = insideOf(node, name, around);
    for (const child of Array.from(node.childNodes)) walk(child, inside);
    if (name === 'a' && attributeOf(node, 'href') && line) {
      link = { href: hrefOf(node), line: lines.length - 1, end: line.text.length };
    }
    if (node !== root && (isBlock || isBreak)) endLine(isBlock && !isBreak);
  };

  walk(root, { role: 'words', isBold: false, isInsertion: false });
  // Digits may be a footnote mark.
  const isFinal =
    link &&
    !/\p{L}/u.test(
      [lines[link.line]?.text.slice(link.end), ...lines.slice(link.line + 1).map(({ text }) => text)].join(),
    );
  return {
    ...withoutSource(lines, labels.filter((label) => label !== undefined && label.length > 3) as string[]),
    finalLink: isFinal ? link?.href : undefined,
  };
}

/** The properties that text inherits from its elements. */
interface TextContext {
  readonly role: QuotationLine['role'];
  readonly isBold: boolean;
  readonly isInsertion: boolean;
}

function insideOf(node: MarkupNode, name: string, around: TextContext): TextContext {
  const isHeading = /^(?:h[1-6]|header|hgroup|caption|summary)$/.test(name) || attributeOf(node, 'role') === 'heading';
  const role = isHeading ? 'heading' : /^(?:cite|footer|figcaption)$/.test(name) ? 'attribution' : around.role;
  return {
    role,
    isBold: around.isBold || name === 'b' || name === 'strong',
    isInsertion: name === 'div' ? true : blocks.has(name) ? false : around.isInsertion,
  };
}

/** The address of a link, resolved by the browser; as written outside of browsers. */
function hrefOf(node: MarkupNode): string {
  const { href } = node as { href?: unknown };
  return typeof href === 'string' ? href : attributeOf(node, 'href');
}

/** Joins the lines of a reading: an empty line between blocks, a line break between lines. */
export function readingText(lines: readonly Pick<QuotationLine, 'text' | 'startsBlock'>[]): string {
  return lines
    .map(({ text, startsBlock }, index) => (index ? (startsBlock ? '\n\n' : '\n') : '') + text)
    .join('')
    .replaceAll(hiddenAddress, '[email protected]');
}
