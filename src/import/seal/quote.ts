/** Locates a clause in the text of its document and makes a text-quote selector for that place. */

/** Minimum number of context characters on each side of a quotation. */
const minContext = 32;
/** Maximum number of context characters. Beyond that, the document repeats itself and the places count as equal. */
const maxContext = 1024;

/** TextQuoteSelector of the W3C Web Annotation Data Model. */
export interface QuoteSelector {
  readonly type: 'TextQuoteSelector';
  readonly exact: string;
  readonly prefix?: string;
  readonly suffix?: string;
}

/** Folds typographic variants. Each replacement keeps its length, so that offsets stay valid. */
const folded = (text: string) =>
  text
    .replace(/[‘’‚‛′]/g, "'")
    .replace(/[“”„‟″«»]/g, '"')
    .replace(/[‐-―−]/g, '-')
    .toLowerCase();

/** Collapses white space to single spaces, as in selectors. */
export const spaced = (text: string) => text.replace(/[\s\u200b\ufeff\xad]+/g, ' ').trim();

function* places(text: string, part: string): Generator<number> {
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) yield at;
}

/** Returns whether `part` occurs exactly once in `text`. */
function isUnique(text: string, part: string): boolean {
  const first = text.indexOf(part);
  return first >= 0 && !text.includes(part, first + 1);
}

/**
 * Makes the selector of a clause in a document, with enough context to be unique. The quoted text is the document's, which may differ
 * from the clause in quotation marks and dashes.
 *
 * @param documentText plain text with single spaces (`spaced`)
 * @returns undefined when the document does not contain the clause; `isUnique` is false when the document repeats the passage at length,
 *   and the first occurrence is used
 */
export function quoteSelector(
  clause: string,
  documentText: string,
): { readonly selector: QuoteSelector; readonly isUnique: boolean } | undefined {
  const part = spaced(clause);
  if (!part) return undefined;
  const exactly = documentText.indexOf(part);
  // Lower case can change the length of a text (İ), which would make offsets wrong.
  const text = folded(documentText);
  const at = exactly >= 0 ? exactly : text.length === documentText.length ? text.indexOf(folded(part)) : -1;
  if (at < 0) return undefined;
  const exact = documentText.slice(at, at + part.length);
  for (let context = minContext; ; context *= 2) {
    const prefix = wholeStart(documentText, at - context, at);
    const suffix = wholeEnd(documentText, at + exact.length, at + exact.length + context);
    const unique = isUnique(documentText, prefix + exact + suffix);
    if (unique || context >= maxContext) {
      return {
        selector: { type: 'TextQuoteSelector', exact, ...(prefix && { prefix }), ...(suffix && { suffix }) },
        isUnique: unique,
      };
    }
  }
}

/** Do not start a context within a surrogate pair. */
function wholeStart(text: string, from: number, to: number): string {
  const start = Math.max(0, from);
  return text.slice(/[\udc00-\udfff]/.test(text.charAt(start)) ? start + 1 : start, to);
}

function wholeEnd(text: string, from: number, to: number): string {
  return text.slice(from, /[\ud800-\udbff]/.test(text.charAt(to - 1)) ? to - 1 : to);
}

/** Returns whether an existing selector matches exactly one place of the document. */
export function matchesOnce(
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
