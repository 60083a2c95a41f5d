/** Reads values that plain JSON Feeds have under other names than our format. */
import { own } from './reading.js';
import { text } from './scalars.js';

/** The members that are filled in. They are read-only for all other code. */
interface FillableMembers {
  content_text?: string;
  authors?: readonly { readonly name: string }[];
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ' };

/**
 * Returns the approximate text of HTML. It is rendered as text, never as HTML. Entities are decoded last, so that an
 * escaped `<` stays.
 */
function textOfHtml(html: string): string {
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

/** Returns the summary of an item without `content_text`: JSON Feed's `summary`, else the text of `content_html`. */
function plainSummary(item: object): string | undefined {
  const summary = text(own(item, 'summary'));
  if (summary?.trim()) return summary;
  return text(textOfHtml(text(own(item, 'content_html')) ?? '')) || undefined;
}

/** Returns JSON Feed 1.0's `author` as the `authors` list of 1.1. */
function plainAuthors(source: object): readonly { readonly name: string }[] | undefined {
  const name = text(own(Object(own(source, 'author')) as object, 'name'));
  return name?.trim() ? [{ name }] : undefined;
}

/** Fills in an item from the other members of its source. */
export function fillItem(item: object, source: object): void {
  const filled = item as FillableMembers;
  const summary = filled.content_text === undefined ? plainSummary(source) : undefined;
  if (summary !== undefined) filled.content_text = summary;
  fillAuthors(item, source);
}

/** Fills in the author of an item, or of a feed's head. */
export function fillAuthors(target: object, source: object): void {
  const filled = target as FillableMembers;
  const authors = filled.authors ? undefined : plainAuthors(source);
  if (authors) filled.authors = authors;
}
