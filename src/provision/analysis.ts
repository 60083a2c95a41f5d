import type { ProvisionDetails, Rating } from '../feed/types.js';

export type InstitutionalAnalysis = NonNullable<ProvisionDetails['institutional_analysis']>;

/** A part of an institutional analysis. */
export interface AnalysisSection {
  readonly number?: number | undefined;
  readonly heading?: string | undefined;
  /** Only as the feed gives it: a "Medium-High." in the text stays text. */
  readonly rating?: Rating | undefined;
  readonly text: string;
  /** The part as it stands in the one string, with number, heading and white space: joined, the parts are the string. */
  readonly raw: string;
}

/**
 * A sentence's start (the text's, a line's, or after an end mark), a number, capitals and a colon. Each repetition is
 * bounded or takes in what the next cannot, so that no text makes it slow.
 */
const heading =
  /(?:^\s*|\n[ \t]*|[.!?…。]["'”’»)\]]{0,4}\s{1,9})((?:\((\d{1,4})\)|(\d{1,4})[.)])?[ \t]{0,9}(\p{Lu}[\p{Lu}\p{M}\p{N} ,&/()'’–-]{2,120})[:：])/gu;

/** "ALL-CAPS words", two or more: "GDPR 9" is one word and a number, "A B" are initials. */
function isHeading(capitals: string): boolean {
  const words = capitals.match(/[\p{Lu}\p{M}\p{N}]*\p{Lu}[\p{Lu}\p{M}\p{N}]*/gu) ?? [];
  return words.length > 1 && words.some((word) => word.length > 1);
}

/** Splits by headings; the one part that a text without any is has no heading. */
function split(text: string): readonly AnalysisSection[] {
  const starts: { at: number; end: number; number: number | undefined; heading: string | undefined }[] = [];
  const bare = { at: 0, end: 0, number: undefined, heading: undefined };
  for (const match of text.matchAll(heading)) {
    const [whole, marked = '', inBrackets, plain, capitals = ''] = match;
    if (!isHeading(capitals)) continue;
    const number = inBrackets ?? plain;
    const end = match.index + whole.length;
    const at = end - marked.length;
    const last = starts.at(-1);
    // A heading over nothing would be an empty section: it stays a sentence of the text before it.
    if (last && !text.slice(last.end, at).trim()) starts.pop();
    starts.push({ at, end, number: number === undefined ? undefined : Number(number), heading: capitals.trim() });
  }
  if (starts.length && !text.slice(starts.at(-1)?.end).trim()) starts.pop();
  const [first] = starts;
  // White space before the first heading is the first part's, anything else a part of its own.
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
 * The parts of an institutional analysis: the feed's own `sections` where it gives them (`raw` is then their text);
 * else `text`, split where two or more ALL-CAPS words and a colon start a sentence, numbered "(1)" or not (feed.md);
 * else that text as one part. Nothing is invented, nothing is lost.
 */
export function analysisSections(analysis: InstitutionalAnalysis | undefined): readonly AnalysisSection[] {
  const { sections, text } = analysis ?? {};
  return sections?.map((section) => ({ ...section, raw: section.text })) ?? (text === undefined ? [] : split(text));
}
