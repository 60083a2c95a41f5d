/** Reads values that ordinary JSON Feeds hold in other members than our format. */
import { own } from './reading.js';
import { text } from './scalars.js';

/** What is filled in of an item or of a feed's head; it is read-only for everybody else. */
interface Filled {
  content_text?: string;
  authors?: readonly { readonly name: string }[];
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ' };

/** The text of HTML, roughly: it is shown as text, never as HTML. Decoded last, so that a `<` that was written as text stays. */
function plain(html: string): string {
  return html
    .replace(
      /<(script|style)\b[^]*?<\/\1\s*>|<!--[^]*?-->|<\/?(?:a|b|i|em|q|strong|span|code|u|s|sup|sub)\b[^<>]*>/gi,
      '',
    )
    .replace(/<[^<>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/&(#?)(\w{1,8});/g, (all, number: string, name: string) =>
      number
        ? Number(`0${name}`) < 0x110000
          ? String.fromCodePoint(Number(`0${name}`))
          : all
        : (entities[name] ?? all),
    )
    .trim();
}

/** The summary of an item without `content_text`: JSON Feed's `summary`, else `content_html` as text. */
function usualText(item: object): string | undefined {
  const summary = text(own(item, 'summary'));
  if (summary?.trim()) return summary;
  return text(plain(text(own(item, 'content_html')) ?? '')) || undefined;
}

/** JSON Feed 1's `author`, as the list that 1.1 made of it. */
function usualAuthors(source: object): readonly { readonly name: string }[] | undefined {
  const name = text(own(Object(own(source, 'author')) as object, 'name'));
  return name?.trim() ? [{ name }] : undefined;
}

/** Gives an item what its source has in other members than the format's. */
export function fillItem(item: object, source: object): void {
  const filled = item as Filled;
  const summary = filled.content_text === undefined ? usualText(source) : undefined;
  if (summary !== undefined) filled.content_text = summary;
  fillAuthors(item, source);
}

/** Gives an item, or the head of a feed, the author of its source. */
export function fillAuthors(kept: object, source: object): void {
  const filled = kept as Filled;
  const authors = filled.authors ? undefined : usualAuthors(source);
  if (authors) filled.authors = authors;
}
