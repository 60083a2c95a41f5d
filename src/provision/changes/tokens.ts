import { foldClause } from '../clause-text.js';
import { endsOf } from '../segments.js';

/** A word, a space or a mark of a text. */
export interface Token {
  readonly text: string;
  /** What two tokens have in common that count as the same. */
  readonly key: string;
  /** Whether it has a letter or a digit. */
  readonly isWord: boolean;
  /** The last one of its sentence. */
  readonly endsSentence: boolean;
}

/** Marks of which one may be typed as several: "--", "...", "''". As folded. */
const repeated = /^[-.']+$/;

/**
 * The words, spaces and marks of a text, in order: joined they are the text. By UAX #29, and by dictionaries in languages
 * without spaces (Japanese, Thai). No token ends within a grapheme cluster: word boundaries alone would part an Arabic
 * sign from the number that it is written around.
 *
 * @param exact whether only the same characters count as the same; else what differs in typography only does, too
 */
export function tokensOf(text: string, language?: string, exact = false): readonly Token[] {
  const graphemes = new Set(endsOf(text, language, 'grapheme'));
  const sentences = new Set(endsOf(text, language, 'sentence'));
  const tokens: Token[] = [];
  let start = 0;
  for (const end of endsOf(text, language, 'word')) {
    if (!graphemes.has(end)) continue;
    const piece = text.slice(start, end);
    start = end;
    const key = exact ? piece : foldClause(piece) || (/\S/.test(piece) ? '' : ' ');
    const last = tokens.at(-1);
    const continues = last && !last.endsSentence && repeated.test(key) && last.key.startsWith(key.slice(0, 1));
    if (continues && !exact) tokens.pop();
    const whole = continues && !exact ? last.text + piece : piece;
    tokens.push({
      text: whole,
      key: whole === piece ? key : foldClause(whole),
      isWord: /[\p{L}\p{N}]/u.test(piece),
      endsSentence: sentences.has(end),
    });
  }
  return tokens;
}

/** The text of tokens. */
export function textOf(tokens: readonly Token[]): string {
  return tokens.map(({ text }) => text).join('');
}
