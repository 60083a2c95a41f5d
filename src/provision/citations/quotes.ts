/** `text` in quotation marks, `mark` inside them. The marks that it has itself change to those of the next level. */
export function inQuotes(text: string, mark: '.' | ','): string {
  const nested = nestQuotes(text, 1);
  return `“${endWith(mark, nested.text, nested.closed)}”`;
}

/** `text` with typographic quotation marks of its own, ended with `mark` if there is one. */
export function curlQuotes(text: string, mark?: '.' | ','): string {
  const nested = nestQuotes(text, 0);
  return mark === undefined ? nested.text : endWith(mark, nested.text, nested.closed);
}

/**
 * Ends a text with a full stop or a comma. A full stop does not follow another end, a comma does: "Ready?," (CMOS 6.125).
 * Where the text is `closed` by a quotation mark, the end goes inside it, as the Americans do.
 */
export function endWith(mark: '.' | ',', text: string, closed = false): string {
  let inner = text.length;
  while (closed && inner && /[’”]/.test(text.charAt(inner - 1))) inner--;
  const words = text.slice(0, inner);
  return (mark === '.' ? /[.?!:;,]$/ : /,$/).test(words) ? text : words + mark + text.slice(inner);
}

interface Nested {
  readonly text: string;
  /** Whether the last character closes a quotation: it may as well be an apostrophe. */
  readonly closed: boolean;
}

/**
 * Typographic quotation marks. Pairs become double and single by turns, with double first at level 0 and single first at
 * level 1; at level 0, pairs that are typographic already stay. A mark without a partner stays (a 15" screen) or is an
 * apostrophe. A title that is quoted in another language's manner („so“) is not ours to set.
 */
function nestQuotes(text: string, level: 0 | 1): Nested {
  if (/[„‚‟‛]/.test(text)) return { text, closed: false };
  const marks = Array.from(text);
  const pairs = pairQuotes(marks);
  const ends: number[] = [];
  for (const [at, mark] of marks.entries()) {
    const end = pairs.get(at);
    if (end !== undefined) {
      while ((ends.at(-1) ?? at) < at) ends.pop();
      const single = level === 0 && /[“‘]/.test(mark) ? mark === '‘' : (ends.length + level) % 2 === 1;
      marks[at] = single ? '‘' : '“';
      marks[end] = single ? '’' : '”';
      ends.push(end);
    } else if (mark === "'") {
      marks[at] = '’';
    }
  }
  return { text: marks.join(''), closed: [...pairs.values()].includes(marks.length - 1) };
}

/** Where quotations open, and where each closes. */
function pairQuotes(marks: readonly string[]): ReadonlyMap<number, number> {
  const pairs = new Map<number, number>();
  const open: { readonly at: number; readonly closing: string }[] = [];
  // How many are open by their closing mark, so that a text of nothing but marks is not searched through at each.
  const waiting = new Map<string, number>();
  const count = (closing: string, by: 1 | -1) => waiting.set(closing, (waiting.get(closing) ?? 0) + by);

  for (const [at, mark] of marks.entries()) {
    if (!/["“”'‘’]/.test(mark)) continue;
    const [before, after] = [marks[at - 1] ?? ' ', marks[at + 1] ?? ' '];
    const ends = !/\s/.test(before) && !/[\p{L}\p{N}]/u.test(after);
    if (ends && waiting.get(mark)) {
      for (let last = open.pop(); last; last = open.pop()) {
        count(last.closing, -1);
        if (last.closing !== mark) continue;
        pairs.set(last.at, at);
        break;
      }
    } else if (/[“‘]/.test(mark) || (/["']/.test(mark) && /[\s([{“‘"'—–/-]/.test(before) && /\S/.test(after))) {
      const closing = mark === '“' ? '”' : mark === '‘' ? '’' : mark;
      open.push({ at, closing });
      count(closing, 1);
    }
  }
  return pairs;
}
