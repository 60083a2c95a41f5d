/**
 * An excerpt that the feed says is cut: back to the last whole word, and "…". A word that ends in punctuation is whole;
 * a text without spaces near its end (Japanese, a long address) is cut where it stands.
 */
export function cutExcerpt(text: string): string {
  return `${text.replace(/(\s(\S{0,39}[^\s.,;:!?)\]”"])?|\.{3}|…)$/, '').trimEnd()}…`;
}
