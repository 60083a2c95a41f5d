import { foldClause } from '../clause-text.js';
import { endsOf } from '../segments.js';

/** A word, a space or a punctuation mark of a text. */
export interface Token {
  readonly text: string;
  /** Tokens with equal keys count as the same. */
  readonly key: string;
  /** Whether it contains a letter or a digit. */
  readonly isWord: boolean;
  /** Whether it is the last token of its sentence. */
  readonly endsSentence: boolean;
}

/** Folded marks that are typed several times for one mark: "--", "...", "''". */
const repeated = /^[-.']+$/;

/**
 * Splits a text into words, spaces and marks. Joined, the tokens are the text. Word boundaries follow UAX #29, and
 * dictionaries in languages without spaces (Japanese, Thai). No token ends inside a grapheme cluster, because word
 * boundaries alone would separate an Arabic number sign from its digits.
 *
 * @param exact whether only identical characters are the same; otherwise differences of typography are ignored
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
    const tokenText = continues && !exact ? last.text + piece : piece;
    tokens.push({
      text: tokenText,
      key: tokenText === piece ? key : foldClause(tokenText),
      isWord: /[\p{L}\p{N}]/u.test(piece),
      endsSentence: sentences.has(end),
    });
  }
  return tokens;
}

/** Joins the text of tokens. */
export function textOf(tokens: readonly Token[]): string {
  return tokens.map(({ text }) => text).join('');
}
