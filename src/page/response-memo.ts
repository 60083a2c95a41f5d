import type { ParseResult } from '../feed/parser.js';

/** Characters of all cached responses. Above the limit the least recently used response is dropped. */
const maxCharacters = 8 * 1024 * 1024;

/**
 * Caches each feed's last response with its parsed result. An identical response then costs one string comparison instead of
 * parsing, and elements detect by object identity that nothing changed. Parsing a feed of 4 MB takes a tenth of a second on a
 * slow phone at every poll.
 */
export function memoizeResponses(reader: { read: (text: string, src: string) => ParseResult }): void {
  const responses = new Map<string, { readonly text: string; readonly result: ParseResult }>();
  const { read } = reader;
  reader.read = (text, src) => {
    const cached = responses.get(src);
    const result = cached?.text === text ? cached.result : read(text, src);
    // Delete first, so that the entry moves to the end as the most recently used.
    responses.delete(src);
    if (result.ok) responses.set(src, { text, result });
    let characters = [...responses.values()].reduce((sum, entry) => sum + entry.text.length, 0);
    for (const [oldest, entry] of responses) {
      if (characters <= maxCharacters) break;
      responses.delete(oldest);
      characters -= entry.text.length;
    }
    return result;
  };
}
