/** What feeds that nobody wrote for us hold in other places than the format has it. */
import { own } from './read.js';
import { text } from './scalars.js';

/** What HTML says in plain words, roughly: a summary that is shown as text, never as HTML. The last step takes named entities that text needs. */
function plain(html: string): string {
  return html
    .replace(/<(script|style|template)\b[^]*?<\/\1\s*>|<!--[^]*?-->/gi, '')
    .replace(/<(?:br|\/p|\/div|\/li|\/h\d|\/tr|\/blockquote)\b[^<>]*>/gi, '\n')
    .replace(/<\/?[a-z][^<>]*>/gi, '')
    .replace(
      /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(amp|lt|gt|quot|apos|nbsp));/gi,
      (all, dec?: string, hex?: string, name?: string) => {
        const code = dec ? Number(dec) : parseInt(hex ?? '', 16);
        return name
          ? ({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }[name.toLowerCase()] ?? ' ')
          : code > 0 && code < 0x110000
            ? String.fromCodePoint(code)
            : all;
      },
    )
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n\s*/g, '\n')
    .trim();
}

/** The summary of an item without `content_text`: JSON Feed's `summary`, else `content_html` as text. */
export function usualText(item: object): string | undefined {
  const summary = text(own(item, 'summary'));
  if (summary?.trim()) return summary;
  return text(plain(text(own(item, 'content_html')) ?? '')) || undefined;
}

/** JSON Feed 1's `author`, as the list that 1.1 made of it. */
export function usualAuthors(source: object): readonly { readonly name: string }[] | undefined {
  const name = text(own(Object(own(source, 'author')) as object, 'name'));
  return name?.trim() ? [{ name }] : undefined;
}
