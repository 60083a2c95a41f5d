import { findClause, foldClause } from '../clause-text.js';
import { tokensOf } from './tokens.js';

/** An ellipsis, in brackets or not: what it stands for was left out. */
const leftOut = / ?[[(]?(?:…|\.(?: ?\.){2,})[\])]? ?/;
/** Characters of a quotation below which it says nothing about its place. */
const leastLength = 12;

/**
 * Whether a quotation is taken from a wording: as it is, or its pieces around each ellipsis, in order. Typography does not
 * count.
 */
export function matchesQuotation(quotation: string, wording: string): boolean {
  const pieces = quotation
    .split(leftOut)
    .map((piece) => piece.replace(/^[\s"'“”„«»‘’]+|[\s"'“”„«»‘’]+$/g, ''))
    .filter((piece) => /[\p{L}\p{N}]/u.test(piece));
  if (pieces.reduce((sum, piece) => sum + piece.length, 0) < leastLength) return false;
  let rest = foldClause(wording);
  return pieces.every((piece) => {
    const folded = foldClause(piece);
    const at = rest.indexOf(folded);
    if (at < 0 || !findClause(wording, piece)) return false;
    rest = rest.slice(at + folded.length);
    return true;
  });
}

const wordsOf = (text: string) => tokensOf(text).flatMap(({ isWord, key }) => (isWord ? key.toLowerCase() : []));

/** Whether two texts have so much in common that one may have been made of the other: two fifths of the shorter one's words. */
export function resembles(a: string, b: string): boolean {
  const [first, second] = [new Set(wordsOf(a)), new Set(wordsOf(b))];
  const common = [...first].filter((word) => second.has(word)).length;
  return common >= 0.4 * Math.min(first.size, second.size) && common > 3;
}
