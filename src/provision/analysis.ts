import type { ProvisionDetails, Rating } from '../feed/types.js';

export type InstitutionalAnalysis = NonNullable<ProvisionDetails['institutional_analysis']>;

/** A section of an institutional analysis. */
export interface AnalysisSection {
  readonly number?: number | undefined;
  readonly heading?: string | undefined;
  /** The feed's rating of the section. A "Medium-High." in the text stays text. */
  readonly rating?: Rating | undefined;
  readonly text: string;
  /**
   * The section as the feed wrote it, with number, heading and white space. The `raw` values joined are the whole text.
   */
  readonly raw: string;
}

/**
 * A heading: the start of a sentence (of the text, of a line, or after an end mark), an optional number, capitals and a
 * colon. Each repetition is bounded, or matches characters that the next part cannot match, so that matching takes
 * linear time.
 */
const heading =
  /(?:^\s*|\n[ \t]*|[.!?…。]["'”’»)\]]{0,4}\s{1,9})((?:\((\d{1,4})\)|(\d{1,4})[.)])?[ \t]{0,9}(\p{Lu}[\p{Lu}\p{M}\p{N} ,&/()'’–-]{2,120})[:：])/gu;

/** Whether the capitals are two or more words: "GDPR 9" is one word and a number, "A B" are initials. */
function isHeading(capitals: string): boolean {
  const words = capitals.match(/[\p{Lu}\p{M}\p{N}]*\p{Lu}[\p{Lu}\p{M}\p{N}]*/gu) ?? [];
  return words.length > 1 && words.some((word) => word.length > 1);
}

/** Splits a text by its headings. A text without headings becomes one section without a heading. */
function split(text: string): readonly AnalysisSection[] {
  const starts: { at: number; end: number; number: number | undefined; heading: string | undefined }[] = [];
  const bare = { at: 0, end: 0, number: undefined, heading: undefined };
  for (const match of text.matchAll(heading)) {
    const [fullMatch, marked = '', inBrackets, plain, capitals = ''] = match;
    if (!isHeading(capitals)) continue;
    const number = inBrackets ?? plain;
    const end = match.index + fullMatch.length;
    const at = end - marked.length;
    const last = starts.at(-1);
    // A heading without text below it would be an empty section, so it stays a sentence of the text before it.
    if (last && !text.slice(last.end, at).trim()) starts.pop();
    starts.push({ at, end, number: number === undefined ? undefined : Number(number), heading: capitals.trim() });
  }
  if (starts.length && !text.slice(starts.at(-1)?.end).trim()) starts.pop();
  const [first] = starts;
  // White space before the first heading belongs to the first section; other text becomes a section of its own.
  if (!first || text.slice(0, first.at).trim()) starts.unshift(bare);
  else first.at = 0;
  return starts.map((start, index) => {
    const next = starts[index + 1]?.at;
    return {
      number: start.number,
      heading: start.heading,
      text: text.slice(start.end, next).trim(),
      raw: text.slice(start.at, next),
    };
  });
}

/**
 * Returns the sections of an institutional analysis: the feed's own `sections`, else the `text`, split where two or
 * more words in capitals and a colon start a sentence, with or without a number (docs/feed-format.md). A text without such headings
 * is one section. The function adds no words and drops none.
 */
export function analysisSections(analysis: InstitutionalAnalysis | undefined): readonly AnalysisSection[] {
  const { sections, text } = analysis ?? {};
  return sections?.map((section) => ({ ...section, raw: section.text })) ?? (text === undefined ? [] : split(text));
}
