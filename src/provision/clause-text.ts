/**
 * Compares clauses without their typography. WordPress' texturize, TinyMCE, Word's autocorrection and plugins for
 * French spacing change the typography of a text on its way into an article; this is no change of the clause.
 *
 * Most of it relies on Unicode: Default_Ignorable_Code_Point (soft hyphen, zero-width, BOM, bidi controls, variation
 * selectors), Quotation_Mark and Dash of the Unicode Character Database, and the NFKC form of UAX #15. No look-behind,
 * because Safari before 16.4 cannot parse it and would reject the whole file.
 */

/**
 * Returns a clause without its typography, for comparing only: the result is never shown, copied or hashed. Letters,
 * case, digits, negations and all other punctuation stay. Single and double quotation marks become equal, because an
 * editor who quotes a clause changes its double marks to single ones.
 */
export function foldClause(text: string): string {
  return (
    text
      .replace(/\p{DI}/gu, '')
      // Separates the digits, because NFKC would turn "10²" into 102 and "1½" into 11/2.
      .replace(/\d(?=[²³¹¼-¾⁰-₉⅐-⅟↉])|[²³¹¼-¾⁰-₉⅐-⅟↉](?=\d)/g, '$& ')
      // Word replaces these by symbols, also in a list of (a), (b), (c).
      .replace(/™/g, '(tm)')
      .normalize('NFKC')
      .replace(/©/g, '(c)')
      .replace(/®/g, '(r)')
      .replace(/\((?:c|r|tm)\)/gi, (mark) => mark.toLowerCase())
      .replace(/⁄/g, '/')
      // JavaScript does not count NEL as white space. After this step there is at most one space in a row.
      .replace(/[\s\x85]+/g, ' ')
      // Includes the accents and primes that are typed as quotation marks (NFKC turns "´" into a space and an accent),
      // and the spaces that French sets inside quotation marks. For dashes, includes the spaces around them.
      .replace(/(?: ?[\p{QMark}`ʹ-ʽˈˊˋ׳״′-‷]| [\u0301\u0313])+ ?/gu, "'")
      .replace(/(?: ?\p{Dash})+ ?/gu, '-')
      .replace(/ ?\.(?: ?\.){2,} ?/g, '...')
      .replace(/ ([;:!?]|[.,](?=['\s)]|$))/g, '$1')
      .replace(/(\d[.,]* ?)×(?= ?\d)/g, '$1x')
      .trim()
  );
}

/** The result of comparing two wordings of a clause. */
export type ClauseComparison = 'same' | 'same-after-folding' | 'different';

/** Compares two wordings, exactly first. */
export function sameClause(a: string, b: string): ClauseComparison {
  return a === b ? 'same' : foldClause(a) === foldClause(b) ? 'same-after-folding' : 'different';
}

/**
 * Whether a document's text contains a clause, and in which way. A clause that is empty after folding is never
 * contained, because every text contains the empty text.
 */
export function findClause(document: string, clause: string): 'as-it-stands' | 'after-folding' | undefined {
  const folded = foldClause(clause);
  return !folded
    ? undefined
    : document.includes(clause)
      ? 'as-it-stands'
      : foldClause(document).includes(folded)
        ? 'after-folding'
        : undefined;
}
