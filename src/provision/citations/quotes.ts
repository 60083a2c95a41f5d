/**
 * Puts `text` into quotation marks, with `mark` inside them. The text's own quotation marks change to those of the next
 * level.
 */
export function inQuotes(text: string, mark: '.' | ','): string {
  const nested = setQuotes(text, 1);
  return `“${endWith(mark, nested.text, nested.closed)}”`;
}

/** Gives `text` typographic quotation marks, and ends it with `mark` if there is one. */
export function curlQuotes(text: string, mark?: '.' | ','): string {
  const nested = setQuotes(text, 0);
  return mark === undefined ? nested.text : endWith(mark, nested.text, nested.closed);
}

/**
 * Ends a text with a full stop or a comma. A full stop does not follow another end mark; a comma does: "Ready?," (CMOS
 * 6.125). Where a quotation mark closes the text (`closed`), the mark goes inside it, by American style.
 */
export function endWith(mark: '.' | ',', text: string, closed = false): string {
  let inner = text.length;
  while (closed && inner && /[’”]/.test(text.charAt(inner - 1))) inner--;
  const words = text.slice(0, inner);
  return (mark === '.' ? /[.?!:;,]$/ : /,$/).test(words) ? text : words + mark + text.slice(inner);
}

interface Nested {
  readonly text: string;
  /** Whether the last character closes a quotation. Otherwise it may be an apostrophe. */
  readonly closed: boolean;
}

/**
 * Replaces quotation marks by typographic ones. Pairs alternate between double and single: level 0 starts with double,
 * level 1 with single. At level 0, typographic pairs stay. A mark without a partner stays (a 15" screen) or is an
 * apostrophe. A title with the quotation marks of another language („so“) stays as it is.
 */
function setQuotes(text: string, level: 0 | 1): Nested {
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

/** Finds pairs of quotation marks: the index of each opening mark, with the index of its closing one. */
function pairQuotes(marks: readonly string[]): ReadonlyMap<number, number> {
  const pairs = new Map<number, number>();
  const open: { readonly at: number; readonly closing: string }[] = [];
  // Counts open quotations by their closing mark, because searching the stack at each mark would take quadratic time.
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
