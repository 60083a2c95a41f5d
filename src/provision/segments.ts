/**
 * Boundaries of words, sentences and graphemes, with a fallback for Firefox before 125, which has no `Intl.Segmenter`.
 */

/** Approximations of UAX #29 for scripts with spaces. The matches of each, joined, are the text. */
const patterns = {
  grapheme: /\r\n|[^]\p{M}*(?:\u200d[^]\p{M}*)*/gu,
  word: /[\p{L}\p{N}\p{M}_]+(?:[.'’·:][\p{L}\p{N}]+)*|[^\S\n]+|[^]/gu,
  sentence: /(?:[^.!?…。！？\n]|[.!?](?=[\p{L}\p{N}]))*(?:[.!?…。！？]+["'”’)\]]*\s*|\n|$)/gu,
} as const;

/**
 * Returns the end offsets of a text's segments, in UTF-16 code units.
 *
 * @param language BCP 47 tag (default: the browser's language)
 */
export function endsOf(text: string, language: string | undefined, granularity: keyof typeof patterns): number[] {
  const { Segmenter } = Intl as { Segmenter?: typeof Intl.Segmenter };
  const pieces = Segmenter
    ? Array.from(new Segmenter(language, { granularity }).segment(text), ({ index, segment }) => index + segment.length)
    : Array.from(text.matchAll(patterns[granularity]), ({ 0: piece, index }) => index + piece.length);
  return pieces.filter((end, at) => end > (pieces[at - 1] ?? 0));
}
