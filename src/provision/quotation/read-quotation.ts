/**
 * Reads a page's quotation as its reader sees it. The only reader of quotations: the card, the code that follows a record and
 * the upgrade of plain quotations all use it.
 */
import { hiddenAddress } from './hidden-address.js';
import { attributeOf, nameOf } from './markup-node.js';
import type { MarkupNode } from './markup-node.js';
import { isEmoji, isNotWords, protectedAddress } from './not-words.js';

/** A line of a quotation, as it is seen: a paragraph, a list item, a cell, or what a line break ends. */
export interface QuotationLine {
  readonly text: string;
  /** Whether a paragraph, a list or a table begins here, not only a line. */
  readonly startsBlock: boolean;
  /** A heading, or an attribution (`cite`, `footer`, a line that starts with a dash): often not the document's words. */
  readonly role: 'words' | 'heading' | 'attribution';
  /** Whether the line is a `<div>` of its own, as scripts insert them. */
  readonly isInsertion: boolean;
}

/** What a quotation holds. */
export interface QuotationReading {
  /** The quoted words, without the source line. */
  readonly lines: readonly QuotationLine[];
  /** The date of the source line's `<time>`, as it is written there. */
  readonly captured: string | undefined;
  /** Whether the quotation links to the record. */
  readonly linksToRecord: boolean;
  /** Address of the last link, where no word follows it: it says where the quotation is from. */
  readonly finalLink: string | undefined;
}

export interface ReadOptions {
  /** Whether an address is the record's own page, so that its line says where the quotation is from. */
  readonly isRecord?: ((href: string) => boolean) | undefined;
  /** What a source line names: the record's title, its document. A short last line with one of them is no quoted words. */
  readonly labels?: readonly (string | undefined)[] | undefined;
  /** Whether the page's style hides an element. Without it only attributes and well-known class names count. */
  readonly isHidden?: ((node: MarkupNode) => boolean) | undefined;
}

const blocks = new Set(
  'address article blockquote center dd details div dl fieldset footer h1 h2 h3 h4 h5 h6 header hgroup hr main ol p pre section summary table ul'.split(
    ' ',
  ),
);
/** Boundaries that the same paragraph, list or table goes on after. */
const lineBreaks = new Set('br li dt dd tr td th caption'.split(' '));
/** Words before the link of a source line, such as “Analysis by Observatory”. */
const attributionWords = 8;
/** Characters of a source line: title, ratings, analyst, document and date. */
const longestSource = 300;
/** A line that only separates says that something was left out. */
const separator = /^[\s*·•.…—–_~=-]{3,}$/u;

interface Line {
  text: string;
  startsBlock: boolean;
  role: QuotationLine['role'];
  isInsertion: boolean;
  /** Where in `text` the link to the record begins. */
  recordLink: number | undefined;
  captured: string | undefined;
  boldLength: number;
}

/** Reads a quotation's words. Elements that are not words are left out; see `isNotWords`. */
export function readQuotation(
  root: MarkupNode,
  { isRecord, labels = [], isHidden }: ReadOptions = {},
): QuotationReading {
  const lines: Line[] = [];
  let line: Line | undefined;
  let startsBlock = true;
  let link: { readonly href: string; readonly line: number; readonly end: number } | undefined;

  const current = (): Line => {
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
  const addText = (text: string, { role, isBold, isInsertion }: Around): void => {
    // White space between two blocks is no line.
    if (!line && !/\S/.test(text)) return;
    const to = current();
    to.text += text;
    if (role !== 'words') to.role = role;
    if (isBold) to.boldLength += text.trim().length;
    to.isInsertion = isInsertion;
  };

  const walk = (node: MarkupNode, around: Around): void => {
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
    if (node !== root && address === undefined && (isNotWords(node) || (name && isHidden?.(node)))) {
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
  // Digits may be a footnote's number.
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

/** What an element says about the text inside it. */
interface Around {
  readonly role: QuotationLine['role'];
  readonly isBold: boolean;
  readonly isInsertion: boolean;
}

function insideOf(node: MarkupNode, name: string, around: Around): Around {
  const isHeading = /^(?:h[1-6]|header|hgroup|caption|summary)$/.test(name) || attributeOf(node, 'role') === 'heading';
  const role = isHeading ? 'heading' : /^(?:cite|footer|figcaption)$/.test(name) ? 'attribution' : around.role;
  return {
    role,
    isBold: around.isBold || name === 'b' || name === 'strong',
    isInsertion: name === 'div' ? true : blocks.has(name) ? false : around.isInsertion,
  };
}

/** The address of a link as the browser resolves it, where there is a browser. */
function hrefOf(node: MarkupNode): string {
  const { href } = node as { href?: unknown };
  return typeof href === 'string' ? href : attributeOf(node, 'href');
}

/** Takes away the source line, which is the last one with a link to the record, and all that follows it. */
function withoutSource(lines: readonly Line[], labels: readonly string[]): Omit<QuotationReading, 'finalLink'> {
  let source = lines.length - 1;
  while (source >= 0 && lines[source]?.recordLink === undefined) source--;
  const line = lines[source];
  const kept = line ? lines.slice(0, source) : [...lines];
  // A content system may have put the source on the last line of the words: before the record's title, or before the link.
  if (line) {
    const text = beforeSource(line, labels);
    const isShort = text.trim().split(/\s+|\p{Script=Han}{2}/u).length <= attributionWords;
    // A paragraph of its own is the source's, whatever title the record had then.
    const isSource = (isShort || line.startsBlock) && kept.some(hasWords);
    kept.push({ ...line, text, role: isSource ? 'attribution' : 'words' });
  }
  return {
    lines: kept.filter(hasWords).map((line, index, all) => finished(line, index, all.length, labels)),
    captured: line ? (line.captured ?? lines.slice(source).find(({ captured }) => captured)?.captured) : undefined,
    linksToRecord: !!line,
  };
}

function beforeSource({ text, recordLink }: Line, labels: readonly string[]): string {
  const before = text.slice(0, recordLink);
  const starts = labels.map((label) => before.lastIndexOf(label)).filter((at) => at >= 0);
  return before.slice(0, starts.length ? Math.min(...starts) : undefined);
}

const hasWords = ({ text }: { readonly text: string }) => /[\p{L}\p{N}…]/u.test(text) || separator.test(text.trim());

function finished(
  { text, startsBlock, role, isInsertion, boldLength }: Line,
  index: number,
  length: number,
  labels: readonly string[],
): QuotationLine {
  const said = text.replace(/\s+/g, ' ').trim();
  const isLast = index > 0 && index === length - 1 && said.length < longestSource;
  const isSource =
    isLast && (/^[—–-]\s*\p{Lu}/u.test(said) || (startsBlock && labels.some((label) => said.includes(label))));
  // A line that is bold from end to end is a heading without the element for it.
  const isBold = boldLength > 0 && boldLength >= said.length - 1;
  return {
    text: separator.test(said) ? '…' : said,
    startsBlock,
    role: role !== 'words' ? role : isSource ? ('attribution' as const) : isBold ? ('heading' as const) : role,
    isInsertion,
  };
}

/** The words of a reading as one text: an empty line between blocks, a line break between lines. */
export function readingText(lines: readonly Pick<QuotationLine, 'text' | 'startsBlock'>[]): string {
  return lines
    .map(({ text, startsBlock }, index) => (index ? (startsBlock ? '\n\n' : '\n') : '') + text)
    .join('')
    .replaceAll(hiddenAddress, '[email protected]');
}
