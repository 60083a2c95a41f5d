/** Splits a version of a document into paragraphs of plain text. */
import { textOfHtml, textOfMarkdown } from '../plain-text.js';

/** A paragraph, a list with its introductory line, a table, or a heading. */
export interface Block {
  /** Plain text, with one line per list item. */
  readonly text: string;
  /** The text for comparison: without case, punctuation and white space. */
  readonly folded: string;
  /** Heading level, 1 to 6. */
  readonly heading?: number;
}

/** All blocks of a version, with an index by text. */
export interface Blocks {
  readonly list: readonly Block[];
  /** Index of the first block with a folded text. */
  readonly byText: ReadonlyMap<string, number>;
}

/** Reduces a text to letters and digits, so that typographic variants compare equal. A text without any keeps its punctuation. */
export function fold(text: string): string {
  const letters = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
  return letters || text.trim();
}

/** A thematic break. */
const rule = /^\s*(?:[*_-]\s*){3,}$/;
const listItem = /^\s*(?:[*+-]|\d{1,3}\\?[.)])\s+/;

/**
 * Splits Markdown into blocks. Link URLs are dropped, because they contain tokens that change daily.
 *
 * @param known cache of blocks by Markdown. Share it between versions of a document, because most of their blocks are equal.
 */
export function blocksOf(markdown: string, known = new Map<string, Block | undefined>()): Blocks {
  const list: Block[] = [];
  for (const chunk of chunksOf(markdown)) {
    const key = chunk.join('\n');
    if (!known.has(key)) known.set(key, blockOf(chunk));
    const block = known.get(key);
    if (block) list.push(block);
  }
  const byText = new Map<string, number>();
  list.forEach(({ folded }, index) => {
    if (!byText.has(folded)) byText.set(folded, index);
  });
  return { list, byText };
}

function blockOf(chunk: readonly string[]): Block | undefined {
  const heading = headingOf(chunk);
  const text = heading
    ? plain(heading.text)
    : chunk
        .filter((line) => !rule.test(line))
        .map((line) => plain(line.replace(/^\s*[*+-]\s+/, '• ').replace(/^\s*>\s?/, '')))
        .filter((line) => line && line !== '•')
        .join('\n');
  if (!text || /^[\s|:*_-]*$/.test(text)) return undefined;
  return { text, folded: fold(text), ...(heading && { heading: heading.level }) };
}

const plain = (markdown: string) => textOfMarkdown(/[<&]/.test(markdown) ? textOfHtml(markdown) : markdown);

/** Splits at empty lines. A list stays with its introductory line, because neither is complete alone. */
function chunksOf(markdown: string): string[][] {
  const chunks: string[][] = [];
  let current: string[] = [];
  const lines = markdown.replace(/^\ufeff/, '').split(/\r\n|\r|\n/);
  for (const line of lines) {
    if (line.trim()) {
      // A heading needs no empty line before it.
      if (/^#{1,6}\s/.test(line) && current.length) {
        chunks.push(current);
        current = [];
      }
      current.push(line);
    } else if (current.length) {
      chunks.push(current);
      current = [];
    }
  }
  if (current.length) chunks.push(current);
  const joined: string[][] = [];
  for (const chunk of chunks) {
    const before = joined.at(-1);
    const isList = listItem.test(chunk[0] ?? '') || /^\s{2,}\S/.test(chunk[0] ?? '');
    const opens =
      before !== undefined &&
      !headingOf(before) &&
      (/[:：]\W*$/.test(before.at(-1) ?? '') || listItem.test(before[0] ?? ''));
    if (before && isList && opens) before.push(...chunk);
    else joined.push([...chunk]);
  }
  return joined;
}

function headingOf(chunk: readonly string[]): { readonly level: number; readonly text: string } | undefined {
  const [first = '', second = ''] = chunk;
  const [, marks, text] = /^(#{1,6})\s+(.*?)\s*#*\s*$/.exec(first) ?? [];
  if (marks !== undefined && chunk.length === 1) return { level: marks.length, text: text ?? '' };
  if (chunk.length === 2 && /^=+\s*$/.test(second)) return { level: 1, text: first };
  if (chunk.length === 2 && /^-{2,}\s*$/.test(second)) return { level: 2, text: first };
  return undefined;
}
