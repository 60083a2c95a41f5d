/**
 * Links to the place of a clause in its document, by text directive (WICG, URL Fragment Text Directives):
 * `#:~:text=[prefix-,]start[,end][,-suffix]`. A browser that knows none, or finds nothing, opens the document as ever.
 */
import type { Clause } from '../feed/types.js';

/** Words of a quotation that is given whole. A longer one is given by its first and last words: links are sent by mail. */
const wholeWords = 16;
/** Words at either end of a longer one, and of what stands before and after. The more, the surer that no other place has them. */
const endWords = 6;
const contextWords = 4;
/** Words that a line must have to be looked for: "Note" and "1." stand everywhere. */
const lineWords = 3;
/** Characters below which a text says nothing about its place. */
const leastLength = 4;
/** Characters that are looked at, at either end of a text. */
const reach = 1000;

/** Where a word starts and ends in its line. */
type Word = readonly [start: number, end: number];
type FindWords = (line: string) => readonly Word[];

/** A line from its first word to its last, and what that leaves out: quotation marks, the mark of a list, the full stop. */
interface Line {
  readonly text: string;
  readonly before: string;
  readonly after: string;
  readonly words: readonly Word[];
}

/**
 * Browsers match whole words only, so that no page can be probed letter by letter: by UAX #29, and by dictionaries in
 * languages without spaces. Intl.Segmenter knows much the same ones. Throws where there is none: Firefox before 125, which
 * follows no text directive either.
 */
function wordFinder(language: string | undefined): FindWords {
  // eslint-disable-next-line compat/compat -- the caller catches what it throws
  const segmenter = new Intl.Segmenter(language, { granularity: 'word' });
  return (line) =>
    Array.from(segmenter.segment(line), ({ segment, index, isWordLike }): Word | undefined =>
      isWordLike ? [index, index + segment.length] : undefined,
    ).filter((word) => word !== undefined);
}

/**
 * Whether a space or a mark stands before word `index` (or after the one before it). Only there is a text cut: where
 * Japanese or Thai words touch, the dictionaries of Chromium and Firefox differ (seen in Firefox 153).
 */
function apart(words: readonly Word[], index: number): boolean {
  return words[index - 1]?.[1] !== words[index]?.[0];
}

/** Where the first few words end. */
function headEnd(words: readonly Word[]): number {
  return words.find((_, index) => index >= endWords - 1 && apart(words, index + 1))?.[1] ?? words.at(-1)?.[1] ?? 0;
}

/** Where the last few words start. */
function tailStart(words: readonly Word[]): number {
  for (let index = words.length - endWords; index >= 0; index--) {
    if (apart(words, index)) return words[index]?.[0] ?? 0;
  }
  return words[0]?.[0] ?? 0;
}

/**
 * The lines of a text, and its parts before and after an ellipsis. A quotation may begin in one block and end in
 * another, but neither its start nor its end may go over a block's edge; and what an ellipsis stands for is not there.
 */
function linesOf(text: string): readonly string[] {
  return text
    .replace(/[\xad\u200b\u2060\ufeff]/g, '')
    .split(/[\n\r\u2028\u2029]+|[[(]?(?:…|\.(?: ?\.){2,})[\])]?/)
    .map((line) => line.replace(/\s+/g, ' '));
}

function readLine(line: string, findWords: FindWords): Line | undefined {
  // The number of a list's item: browsers draw it, but the document's text does not have it.
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

/** The last words of what stands before. The very first may be half a word, as annotation tools cut by characters. */
function prefixOf(text: string, findWords: FindWords): string {
  const line = linesOf(text.slice(-reach).trimEnd()).at(-1)?.trim() ?? '';
  const words = findWords(line);
  const whole = words.length > 1 ? words.filter((_, index) => index > 0 && apart(words, index)) : words;
  const [start] = whole.at(-contextWords) ?? whole[0] ?? [];
  return start === undefined ? '' : line.slice(start);
}

/** The first words of what stands after; likewise. */
function suffixOf(text: string, findWords: FindWords): string {
  const line = linesOf(text.slice(0, reach).trimStart())[0]?.trim() ?? '';
  const words = findWords(line);
  const whole =
    words.length > 1 ? words.filter((_, index) => index + 1 < words.length && apart(words, index + 1)) : words;
  return line.slice(0, (whole[contextWords - 1] ?? whole.at(-1))?.[1] ?? 0);
}

/** Percent-encoded, with the directive's own "-" "," "&". Throws where the text has a lone surrogate. */
const encode = (text: string) => encodeURIComponent(text).replace(/-/g, '%2D');

/** The directive for a clause, or undefined where there is nothing usable. */
function directive({ text, language, selector }: Clause): string | undefined {
  const findWords = wordFinder(language);
  const quote = selector?.find(({ type, exact }) => type === 'TextQuoteSelector' && exact !== undefined);
  const exact = quote?.exact ?? text;
  const ends = exact.length > 2 * reach ? `${exact.slice(0, reach)}…${exact.slice(-reach)}` : exact;
  const all = linesOf(ends).map((line) => readLine(line, findWords));
  const lines = all.filter((line) => line !== undefined);
  const telling = lines.filter(({ words }) => words.length >= lineWords);
  const chosen = telling.length ? telling : lines;
  const first = chosen[0];
  const last = chosen.at(-1);
  if (!first || !last || first.text.length < leastLength) return undefined;

  const [from, to] = [tailStart(last.words), headEnd(first.words)];
  const parts =
    first === last && (first.words.length <= wholeWords || to > from)
      ? [first.text]
      : [first.text.slice(0, to), last.text.slice(from)];
  // Context has to touch the quotation, and so takes in what was left out between the two.
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
 * The address of a clause in its document: `url` with a text directive, after the fragment that it has. The clause's
 * TextQuoteSelector decides, else its text. It is the plain `url` where the text is too short or not well formed, where
 * words cannot be told apart, and where `url` has a directive already.
 */
export function documentLink(url: string, clause: Clause): string {
  // "#:~" would become the delimiter with what is put behind it.
  if (/:~(?::|$)/.test(url)) return url;
  try {
    const text = directive(clause);
    return text === undefined ? url : `${url}${url.includes('#') ? '' : '#'}:~:text=${text}`;
  } catch {
    return url;
  }
}
