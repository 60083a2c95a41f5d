/** A version of a document as its paragraphs, in plain text. */
import { textOfHtml, textOfMarkdown } from '../plain-text.js';

/** A paragraph, a list with its opening line, a table, or a heading. */
export interface Block {
  /** Plain text, one line for each item of a list. */
  readonly text: string;
  /** The text as it is compared: without case, marks and white space. */
  readonly folded: string;
  /** 1 to 6 for a heading. */
  readonly heading?: number;
}

/** All blocks of a version, and where each text stands among them. */
export interface Blocks {
  readonly list: readonly Block[];
  /** Index of the first block of a folded text. */
  readonly byText: ReadonlyMap<string, number>;
}

/** What two typings of one wording share: letters and digits. A text without any keeps its marks. */
export function fold(text: string): string {
  const letters = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
  return letters || text.trim();
}

/** A line drawn across the page. */
const rule = /^\s*(?:[*_-]\s*){3,}$/;
const listItem = /^\s*(?:[*+-]|\d{1,3}\\?[.)])\s+/;

/**
 * The blocks of a version's Markdown. Addresses of links are no part of them: they hold tokens that change every day.
 *
 * @param known blocks by their Markdown. Versions of one document should share it, because most of their blocks are the same.
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

/** Lines between empty lines. A list stays with the line that opens it, because neither says anything alone. */
function chunksOf(markdown: string): string[][] {
  const chunks: string[][] = [];
  let current: string[] = [];
  const lines = markdown.replace(/^\ufeff/, '').split(/\r\n|\r|\n/);
  for (const line of lines) {
    if (line.trim()) {
      // A heading needs no empty line around it.
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
