/** Finds the source line of a quotation, and separates it from the quoted words. */

/** A line of a quotation as rendered: a paragraph, a list item, a cell, or text before a line break. */
export interface QuotationLine {
  readonly text: string;
  /** Whether a paragraph, a list or a table starts here. */
  readonly startsBlock: boolean;
  /**
   * Headings and attributions (`cite`, `footer`, a line that starts with a dash) are often not the document's words.
   */
  readonly role: 'words' | 'heading' | 'attribution';
  /** Whether the line is a `<div>` of its own, which scripts insert. */
  readonly isInsertion: boolean;
}

/** The content of a quotation. */
export interface QuotationReading {
  /** The quoted words, without the source line. */
  readonly lines: readonly QuotationLine[];
  /** The date of the source line's `<time>`, as written. */
  readonly captured: string | undefined;
  /** Whether the quotation links to the record. */
  readonly linksToRecord: boolean;
  /** Address of the last link, where no word follows it: it names the source of the quotation. */
  readonly finalLink: string | undefined;
}

/** A line while it is read. */
export interface LineDraft {
  text: string;
  startsBlock: boolean;
  role: QuotationLine['role'];
  isInsertion: boolean;
  /** Offset in `text` where the link to the record starts. */
  recordLink: number | undefined;
  captured: string | undefined;
  boldLength: number;
}

/** Most words before the link of a source line, such as “Analysis by Observatory”. */
const maxAttributionWords = 8;
/** Most characters of a source line: title, ratings, analyst, document and date. */
const maxSourceLength = 300;
/** A separator line marks an omission. */
const separator = /^[\s*·•.…—–_~=-]{3,}$/u;

/** Removes the source line, which is the last one with a link to the record, and all lines after it. */
export function withoutSource(
  lines: readonly LineDraft[],
  labels: readonly string[],
): Omit<QuotationReading, 'finalLink'> {
  let source = lines.length - 1;
  while (source >= 0 && lines[source]?.recordLink === undefined) source--;
  const line = lines[source];
  const quotedLines = line ? lines.slice(0, source) : [...lines];
  // A content system may have joined the source to the last line of the words: before the record's title, or before the
  // link.
  if (line) {
    const text = beforeSource(line, labels);
    const isShort = text.trim().split(/\s+|\p{Script=Han}{2}/u).length <= maxAttributionWords;
    // A separate paragraph is the source line, even where the record had another title then.
    const isSource = (isShort || line.startsBlock) && quotedLines.some(hasWords);
    quotedLines.push({ ...line, text, role: isSource ? 'attribution' : 'words' });
  }
  return {
    lines: quotedLines.filter(hasWords).map((line, index, all) => finishedLine(line, index, all.length, labels)),
    captured: line ? (line.captured ?? lines.slice(source).find(({ captured }) => captured)?.captured) : undefined,
    linksToRecord: !!line,
  };
}

function beforeSource({ text, recordLink }: LineDraft, labels: readonly string[]): string {
  const before = text.slice(0, recordLink);
  const starts = labels.map((label) => before.lastIndexOf(label)).filter((at) => at >= 0);
  return before.slice(0, starts.length ? Math.min(...starts) : undefined);
}

const hasWords = ({ text }: { readonly text: string }) => /[\p{L}\p{N}…]/u.test(text) || separator.test(text.trim());

function finishedLine(
  { text, startsBlock, role, isInsertion, boldLength }: LineDraft,
  index: number,
  length: number,
  labels: readonly string[],
): QuotationLine {
  const normalized = text.replace(/\s+/g, ' ').trim();
  const isLast = index > 0 && index === length - 1 && normalized.length < maxSourceLength;
  const isSource =
    isLast &&
    (/^[—–-]\s*\p{Lu}/u.test(normalized) || (startsBlock && labels.some((label) => normalized.includes(label))));
  // A line in bold type from end to end is a heading without a heading element.
  const isBold = boldLength > 0 && boldLength >= normalized.length - 1;
  return {
    text: separator.test(normalized) ? '…' : normalized,
    startsBlock,
    role: role !== 'words' ? role : isSource ? ('attribution' as const) : isBold ? ('heading' as const) : role,
    isInsertion,
  };
}
