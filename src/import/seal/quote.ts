/** Where a clause stands in the text of its document, and a text-quote selector that names that one place. */

/** Characters before and after a quotation that are always given. */
const leastContext = 32;
/** Characters beyond which two places are taken for the same: a document that repeats this much repeats everything. */
const mostContext = 1024;

/** Web Annotation's TextQuoteSelector. */
export interface QuoteSelector {
  readonly type: 'TextQuoteSelector';
  readonly exact: string;
  readonly prefix?: string;
  readonly suffix?: string;
}

/** One typing for many: each replacement has the length of what it replaces, so that places stay the same. */
const folded = (text: string) =>
  text
    .replace(/[‘’‚‛′]/g, "'")
    .replace(/[“”„‟″«»]/g, '"')
    .replace(/[‐-―−]/g, '-')
    .toLowerCase();

/** The text with single spaces, as selectors have it. */
export const spaced = (text: string) => text.replace(/[\s\u200b\ufeff\xad]+/g, ' ').trim();

function* places(text: string, part: string): Generator<number> {
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) yield at;
}

/** Whether `part` stands in `text` exactly once. */
function isUnique(text: string, part: string): boolean {
  const first = text.indexOf(part);
  return first >= 0 && !text.includes(part, first + 1);
}

/**
 * The selector of a clause in a document, with as much before and after it as makes the place unique. The exact wording is the
 * document's, whose quotation marks and dashes may be others than the clause's.
 *
 * @param documentText plain text with single spaces (`spaced`)
 * @returns undefined where the clause does not stand there; `isUnique` is false where the document says the same several
 * times at length, and the first place is taken
 */
export function quoteSelector(
  clause: string,
  documentText: string,
): { readonly selector: QuoteSelector; readonly isUnique: boolean } | undefined {
  const part = spaced(clause);
  if (!part) return undefined;
  const exactly = documentText.indexOf(part);
  // Lower case may change the length of a text (İ), and then places would be wrong.
  const text = folded(documentText);
  const at = exactly >= 0 ? exactly : text.length === documentText.length ? text.indexOf(folded(part)) : -1;
  if (at < 0) return undefined;
  const exact = documentText.slice(at, at + part.length);
  for (let context = leastContext; ; context *= 2) {
    const prefix = wholeStart(documentText, at - context, at);
    const suffix = wholeEnd(documentText, at + exact.length, at + exact.length + context);
    const unique = isUnique(documentText, prefix + exact + suffix);
    if (unique || context >= mostContext) {
      return {
        selector: { type: 'TextQuoteSelector', exact, ...(prefix && { prefix }), ...(suffix && { suffix }) },
        isUnique: unique,
      };
    }
  }
}

/** A context must not begin within a surrogate pair. */
function wholeStart(text: string, from: number, to: number): string {
  const start = Math.max(0, from);
  return text.slice(/[\udc00-\udfff]/.test(text.charAt(start)) ? start + 1 : start, to);
}

function wholeEnd(text: string, from: number, to: number): string {
  return text.slice(from, /[\ud800-\udbff]/.test(text.charAt(to - 1)) ? to - 1 : to);
}

/** Whether a selector that a feed has names exactly one place of the document. */
export function isTrueSelector(
  {
    exact,
    prefix = '',
    suffix = '',
  }: { readonly exact?: unknown; readonly prefix?: unknown; readonly suffix?: unknown },
  documentText: string,
): boolean {
  if (typeof exact !== 'string' || typeof prefix !== 'string' || typeof suffix !== 'string') return false;
  const part = (prefix + exact + suffix).replace(/[\s\u200b\ufeff\xad]+/g, ' ');
  const [first, second] = [...takeTwo(places(documentText, part.trim()))];
  return first !== undefined && second === undefined;
}

function* takeTwo(numbers: Iterable<number>): Generator<number> {
  let count = 0;
  for (const number of numbers) {
    yield number;
    if (++count === 2) return;
  }
}
