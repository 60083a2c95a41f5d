/** Where words, sentences and characters end, in Firefox before 125 too, which has no `Intl.Segmenter`. */

/** Rough stand-ins for UAX #29 in scripts with spaces; the pieces of each, joined, are the text. */
const patterns = {
  grapheme: /\r\n|[^]\p{M}*(?:\u200d[^]\p{M}*)*/gu,
  word: /[\p{L}\p{N}\p{M}_]+(?:[.'’·:][\p{L}\p{N}]+)*|[^\S\n]+|[^]/gu,
  sentence: /(?:[^.!?…。！？\n]|[.!?](?=[\p{L}\p{N}]))*(?:[.!?…。！？]+["'”’)\]]*\s*|\n|$)/gu,
} as const;

/**
 * Where the pieces of a text end, in UTF-16 code units.
 *
 * @param language BCP 47 tag; left out: the browser's
 */
export function endsOf(text: string, language: string | undefined, granularity: keyof typeof patterns): number[] {
  const { Segmenter } = Intl as { Segmenter?: typeof Intl.Segmenter };
  const pieces = Segmenter
    ? Array.from(new Segmenter(language, { granularity }).segment(text), ({ index, segment }) => index + segment.length)
    : Array.from(text.matchAll(patterns[granularity]), ({ 0: piece, index }) => index + piece.length);
  return pieces.filter((end, at) => end > (pieces[at - 1] ?? 0));
}
