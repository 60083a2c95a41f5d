import type { CitationName } from './types.js';

/** Returns "Jane Doe". An East Asian name keeps its order: 王小明. */
export function fullName(name: CitationName): string {
  if ('literal' in name) return name.literal;
  return isEastAsian(name.family) ? name.family + name.given : `${name.given} ${name.family}`;
}

/**
 * Returns "Doe, Jane", with `given` applied to "Jane". Names of organisations and names that start with the family name
 * stay.
 */
export function invertedName(name: CitationName, given = (names: string): string => names): string {
  return isInverted(name) ? `${name.family}, ${given(name.given)}` : fullName(name);
}

/** Whether `invertedName` changes the order of the name. */
export function isInverted(
  name: CitationName | undefined,
): name is { readonly family: string; readonly given: string } {
  return !!name && 'family' in name && !isEastAsian(name.family);
}

function isEastAsian(name: string): boolean {
  return /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(name);
}

/** Returns "A", "A and B", or "A, B, and C". `pairComma` puts a comma before the conjunction of two names too. */
export function nameList(names: readonly string[], conjunction: string, pairComma = false): string {
  const last = names.at(-1) ?? '';
  if (names.length < 2) return last;
  const comma = names.length > 2 || pairComma ? ',' : '';
  return `${names.slice(0, -1).join(', ')}${comma} ${conjunction} ${last}`;
}
