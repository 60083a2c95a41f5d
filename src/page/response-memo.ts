import type { ParseResult } from '../feed/parser.js';

/** Characters of all cached responses. Above the limit the least recently used response is dropped. */
const mostKept = 8 * 1024 * 1024;

/**
 * Caches each feed's last response with its parsed result. An identical response then costs one string comparison instead of
 * parsing, and elements detect by object identity that nothing changed. Parsing a feed of 4 MB takes a tenth of a second on a
 * slow phone at every poll.
 */
export function memoizeResponses(reader: { read: (text: string, src: string) => ParseResult }): void {
  const lasts = new Map<string, { readonly text: string; readonly result: ParseResult }>();
  const { read } = reader;
  reader.read = (text, src) => {
    const known = lasts.get(src);
    const result = known?.text === text ? known.result : read(text, src);
    // Delete first, so that the entry moves to the end as the most recently used.
    lasts.delete(src);
    if (result.ok) lasts.set(src, { text, result });
    let kept = [...lasts.values()].reduce((sum, one) => sum + one.text.length, 0);
    for (const [oldest, one] of lasts) {
      if (kept <= mostKept) break;
      lasts.delete(oldest);
      kept -= one.text.length;
    }
    return result;
  };
}
