/**
 * An excerpt that the feed says is cut: back to the last whole word, and "…". A word that ends in punctuation is whole;
 * a text without spaces near its end (Japanese, a long address) is cut where it stands.
 */
export function cutExcerpt(text: string): string {
  return `${text.replace(/(\s(\S{0,39}[^\s.,;:!?)\]”"])?|\.{3}|…)$/, '').trimEnd()}…`;
}

/** The first `length` characters (code points) of a text, and whether that cuts it, as rows of a comparison have it. */
export function excerptOf(text: string, length: number): { readonly excerpt: string; readonly truncated?: true } {
  const characters = Array.from(text);
  return characters.length > length
    ? { excerpt: characters.slice(0, length).join(''), truncated: true }
    : { excerpt: text };
}
