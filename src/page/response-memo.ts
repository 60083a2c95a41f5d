import type { ParseResult } from '../feed/parser.js';

/** Characters that are kept, of all feeds together; with more, the one that was asked for longest ago gives way. */
const mostKept = 8 * 1024 * 1024;

/**
 * Has a reader remember what each feed said last, to the letter. An answer that is the same then costs a comparison of two strings:
 * it is not parsed again, and the elements that show it see by the object that nothing has changed. A feed of 4 MB is a tenth of a
 * second of a slow phone, at every look.
 */
export function memoizeResponses(reader: { read: (text: string, src: string) => ParseResult }): void {
  const lasts = new Map<string, { readonly text: string; readonly result: ParseResult }>();
  const { read } = reader;
  reader.read = (text, src) => {
    const known = lasts.get(src);
    const result = known?.text === text ? known.result : read(text, src);
    // Anew, so that it is the youngest.
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
