/**
 * A clause's wording without its typography. On its way into an article a text passes WordPress' texturize, TinyMCE,
 * Word's autocorrection or a plugin for French spacing; what they change is no change of the clause.
 *
 * Unicode's own sets do most of the work: Default_Ignorable_Code_Point (soft hyphen, zero-width, BOM, bidi controls,
 * variation selectors), Quotation_Mark and Dash of the Unicode Character Database, and the NFKC form of UAX #15. No
 * look-behind: Safari before 16.4 cannot parse it, and would lose the whole file.
 */

/**
 * What is left of a clause when two wordings are compared. Only for comparing: it is never shown, copied or hashed.
 * Letters, case, digits, negations and all other punctuation stay. Single and double quotation marks are one, because
 * an editor who quotes a clause turns its own double ones into single ones.
 */
export function foldClause(text: string): string {
  return (
    text
      .replace(/\p{DI}/gu, '')
      // "10²" is not 102, and "1½" not 11/2, as NFKC would have it.
      .replace(/\d(?=[²³¹¼-¾⁰-₉⅐-⅟↉])|[²³¹¼-¾⁰-₉⅐-⅟↉](?=\d)/g, '$& ')
      // Word makes symbols of these, in a list of (a), (b), (c) too.
      .replace(/™/g, '(tm)')
      .normalize('NFKC')
      .replace(/©/g, '(c)')
      .replace(/®/g, '(r)')
      .replace(/\((?:c|r|tm)\)/gi, (mark) => mark.toLowerCase())
      .replace(/⁄/g, '/')
      // NEL is no white space to JavaScript. From here on there is no more than one space in a row.
      .replace(/[\s\x85]+/g, ' ')
      // With quotation marks go the accents and primes that stand for them (NFKC makes "´" a space and an accent), and
      // the spaces that French sets inside its own; with dashes the spaces that some houses set around them.
      .replace(/(?: ?[\p{QMark}`ʹ-ʽˈˊˋ׳״′-‷]| [\u0301\u0313])+ ?/gu, "'")
      .replace(/(?: ?\p{Dash})+ ?/gu, '-')
      .replace(/ ?\.(?: ?\.){2,} ?/g, '...')
      .replace(/ ([;:!?]|[.,](?=['\s)]|$))/g, '$1')
      .replace(/(\d[.,]* ?)×(?= ?\d)/g, '$1x')
      .trim()
  );
}

/** How two wordings of a clause compare. */
export type ClauseComparison = 'same' | 'same-after-folding' | 'different';

/** Compares two wordings, to the letter first. */
export function sameClause(a: string, b: string): ClauseComparison {
  return a === b ? 'same' : foldClause(a) === foldClause(b) ? 'same-after-folding' : 'different';
}

/**
 * Whether a clause stands in a document's text, and if so how. A clause of which folding leaves nothing stands nowhere,
 * or it would stand everywhere.
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
