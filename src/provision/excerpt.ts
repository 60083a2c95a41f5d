/**
 * Ends an excerpt that the feed marks as truncated: removes an incomplete last word and adds "…". A word that ends in
 * punctuation is complete. A text without spaces near its end (Japanese, a long address) is cut where it ends.
 */
export function cutExcerpt(text: string): string {
  return `${text.replace(/(\s(\S{0,39}[^\s.,;:!?)\]”"])?|\.{3}|…)$/, '').trimEnd()}…`;
}

/**
 * Returns the first `length` code points of a text, and whether that truncates it, in the format of a comparison's
 * rows.
 */
export function excerptOf(text: string, length: number): { readonly excerpt: string; readonly truncated?: true } {
  const characters = Array.from(text);
  return characters.length > length
    ? { excerpt: characters.slice(0, length).join(''), truncated: true }
    : { excerpt: text };
}
