/**
 * Links to a clause in its document by a text directive (WICG, URL Fragment Text Directives):
 * `#:~:text=[prefix-,]start[,end][,-suffix]`. A browser without support, or without a match, opens the document as
 * usual.
 */
import type { Clause } from '../feed/types.js';

/**
 * Most words of a quotation that the link contains completely. A longer one is given by its first and last words,
 * because links are sent by mail.
 */
const maxWholeWords = 16;
/**
 * Words at both ends of a longer quotation, and words of context before and after it. More words make a match in
 * another place less likely.
 */
const endWords = 6;
const contextWords = 4;
/** Fewest words of a line to search for: "Note" and "1." occur in many places. */
const minLineWords = 3;
/** Fewest characters of a text to search for. */
const minLength = 4;
/** Characters that are read at both ends of a text. */
const maxCharacters = 1000;

/** Start and end of a word in its line. */
type WordRange = readonly [start: number, end: number];
type FindWords = (line: string) => readonly WordRange[];

/** A line from its first word to its last, and the text around them: quotation marks, a list marker, the full stop. */
interface FragmentLine {
  readonly text: string;
  readonly before: string;
  readonly after: string;
  readonly words: readonly WordRange[];
}

/**
 * Returns a function that finds the words of a line. Browsers match complete words only, so that a page cannot be
 * probed letter by letter: by UAX #29, and by dictionaries in languages without spaces. Intl.Segmenter has similar
 * rules. Throws without it: Firefox before 125, which does not support text directives either.
 */
function wordFinder(language: string | undefined): FindWords {
  // eslint-disable-next-line compat/compat -- the caller catches what it throws
  const segmenter = new Intl.Segmenter(language, { granularity: 'word' });
  return (line) =>
    Array.from(segmenter.segment(line), ({ segment, index, isWordLike }): WordRange | undefined =>
      isWordLike ? [index, index + segment.length] : undefined,
    ).filter((word) => word !== undefined);
}

/**
 * Whether a space or a mark stands before word `index` (or after the one before it). A text is cut only there, because
 * the dictionaries of Chromium and Firefox differ where Japanese or Thai words touch (observed in Firefox 153).
 */
function apart(words: readonly WordRange[], index: number): boolean {
  return words[index - 1]?.[1] !== words[index]?.[0];
}

/** Returns the end of the first few words. */
function headEnd(words: readonly WordRange[]): number {
  return words.find((_, index) => index >= endWords - 1 && apart(words, index + 1))?.[1] ?? words.at(-1)?.[1] ?? 0;
}

/** Returns the start of the last few words. */
function tailStart(words: readonly WordRange[]): number {
  for (let index = words.length - endWords; index >= 0; index--) {
    if (apart(words, index)) return words[index]?.[0] ?? 0;
  }
  return words[0]?.[0] ?? 0;
}

/**
 * Splits a text into lines, and at ellipses. A quotation may start in one block and end in another, but its start and
 * its end must each be inside one block; and the words of an omission are not in the text.
 */
function linesOf(text: string): readonly string[] {
  return text
    .replace(/[\xad\u200b\u2060\ufeff]/g, '')
    .split(/[\n\r\u2028\u2029]+|[[(]?(?:…|\.(?: ?\.){2,})[\])]?/)
    .map((line) => line.replace(/\s+/g, ' '));
}

function readLine(line: string, findWords: FindWords): FragmentLine | undefined {
  // Browsers generate the number of a list item, so that the document's text does not contain it.
  const marker = /^[^\p{L}\p{N}]*\d{1,3}[.)] /u.exec(line)?.[0].length ?? 0;
  const words = findWords(line).filter(([start]) => start >= marker);
  const [start] = words[0] ?? [];
  const end = words.at(-1)?.[1];
  return start === undefined || end === undefined
    ? undefined
    : {
        text: line.slice(start, end),
        before: line.slice(0, start),
        after: line.slice(end),
        words: words.map(([from, to]) => [from - start, to - start]),
      };
}

/**
 * Returns the last words of the context before. Drops the very first word, because annotation tools cut by characters
 * and may split it.
 */
function prefixOf(text: string, findWords: FindWords): string {
  const line = linesOf(text.slice(-maxCharacters).trimEnd()).at(-1)?.trim() ?? '';
  const words = findWords(line);
  const completeWords = words.length > 1 ? words.filter((_, index) => index > 0 && apart(words, index)) : words;
  const [start] = completeWords.at(-contextWords) ?? completeWords[0] ?? [];
  return start === undefined ? '' : line.slice(start);
}

/** Returns the first words of the context after; likewise. */
function suffixOf(text: string, findWords: FindWords): string {
  const line = linesOf(text.slice(0, maxCharacters).trimStart())[0]?.trim() ?? '';
  const words = findWords(line);
  const completeWords =
    words.length > 1 ? words.filter((_, index) => index + 1 < words.length && apart(words, index + 1)) : words;
  return line.slice(0, (completeWords[contextWords - 1] ?? completeWords.at(-1))?.[1] ?? 0);
}

/** Percent-encodes a text, including the directive's own "-" "," "&". Throws on a lone surrogate. */
const encode = (text: string) => encodeURIComponent(text).replace(/-/g, '%2D');

/** Returns the directive for a clause; undefined where the text is not usable. */
function directive({ text, language, selector }: Clause): string | undefined {
  const findWords = wordFinder(language);
  const quote = selector?.find(({ type, exact }) => type === 'TextQuoteSelector' && exact !== undefined);
  const exact = quote?.exact ?? text;
  const ends =
    exact.length > 2 * maxCharacters ? `${exact.slice(0, maxCharacters)}…${exact.slice(-maxCharacters)}` : exact;
  const all = linesOf(ends).map((line) => readLine(line, findWords));
  const lines = all.filter((line) => line !== undefined);
  const distinctive = lines.filter(({ words }) => words.length >= minLineWords);
  const chosen = distinctive.length ? distinctive : lines;
  const first = chosen[0];
  const last = chosen.at(-1);
  if (!first || !last || first.text.length < minLength) return undefined;

  const [from, to] = [tailStart(last.words), headEnd(first.words)];
  const parts =
    first === last && (first.words.length <= maxWholeWords || to > from)
      ? [first.text]
      : [first.text.slice(0, to), last.text.slice(from)];
  // The context has to touch the quotation, so it includes the marks between the two.
  const prefix =
    quote?.prefix !== undefined && first === all[0] ? prefixOf(quote.prefix + first.before, findWords) : '';
  const suffix =
    quote?.suffix !== undefined && last === all.at(-1) ? suffixOf(last.after + quote.suffix, findWords) : '';
  return [
    ...(prefix ? [`${encode(prefix)}-`] : []),
    ...parts.map(encode),
    ...(suffix ? [`-${encode(suffix)}`] : []),
  ].join(',');
}

/**
 * Returns the address of a clause in its document: `url` with a text directive after its fragment. The text is the
 * clause's TextQuoteSelector, else the clause itself. Returns the plain `url` where the text is too short or malformed,
 * where words cannot be separated, and where `url` already has a directive.
 */
export function documentLink(url: string, clause: Clause): string {
  // "#:~" would join with the appended directive to a delimiter.
  if (/:~(?::|$)/.test(url)) return url;
  try {
    const text = directive(clause);
    return text === undefined ? url : `${url}${url.includes('#') ? '' : '#'}:~:text=${text}`;
  } catch {
    return url;
  }
}
