/** Converts source texts to the plain text that the feed requires. */
import { htmlText } from '../provision/html-text.js';
import { repairMojibake } from './decode.js';

/** Tags that end a block; each block is a line in plain text. */
const blockEnd = /<\/?(?:p|div|li|ul|ol|br|hr|h[1-6]|tr|table|section|article|blockquote|dd|dt|dl)\b[^>]*>/gi;
const tag = /<\/?[a-z][^<>]*>|<!--/i;
/** Tags that data dumps hold in encoded form. Other encoded tags, such as `<script>`, may be the subject of the text. */
const encodedTag = /<\/?(?:p|li|ul|ol|br|div|span|strong|em|b|i|u|a|h[1-6]|table|tr|td)(?:\s[^<>]*)?\/?>/i;
const entity = /&(?:#\d+|#x[\da-f]+|[a-z][a-z\d]*);/i;

/** Returns whether a text contains HTML tags or entities. */
export const hasMarkup = (text: string): boolean => encodedTag.test(text) || entity.test(text);

/** Entities without a semicolon, or with a full stop in its place, as in old dumps. */
const broken = /&(amp|lt|gt|quot|nbsp)(?:\.(?=\s)|(?=[\s,)\]"']|$))/g;

/** Normalizes a text: NFC, line feeds only, no trailing spaces, at most one empty line. */
function tidy(text: string): string {
  return (
    text
      .replace(/\r\n?/g, '\n')
      // Characters that are invisible on a page and not valid in XML.
      .replace(/[\0-\x08\v\f\x0e-\x1f\x7f\ufffe\uffff]/g, '')
      // Invisible line break hints, which differ between downloads.
      .replace(/[\u200b\u2060\ufeff\xad]/g, '')
      .replace(/[^\S\n\xa0]+/g, ' ')
      .replace(/ *\n */g, '\n')
      .replace(/\n{3,}/g, '\n\n')
      // `e` with a combining accent becomes `é`, so that the feed has the same letter as the page.
      .normalize('NFC')
      .trim()
  );
}

/** Cleans up a text that is already plain: repairs characters and normalizes white space. */
export function plainText(text: string): string {
  return tidy(repairMojibake(text)).replace(/\p{Surrogate}/gu, '\ufffd');
}

/**
 * Returns the text of an HTML fragment, one block per line. The fragment may be cut within a tag or contain no tag. Markup that was
 * encoded once or twice is decoded, because sources hold all variants.
 *
 * @param rounds maximum number of decoding rounds (default: 3)
 */
export function textOfHtml(html: string, rounds = 3): string {
  const written = html.replace(broken, (_, name: string) => `&${name};`);
  if (!tag.test(written) && !entity.test(written)) return plainText(written);
  // Line feeds of the source are white space in HTML; those at block ends must stay.
  const blocks = written.replace(/\s+/g, ' ').replace(blockEnd, '\n');
  // Escape "<" without a tag after it, and a tag that the end of the fragment cuts off.
  const once = htmlText(blocks.replace(/<(?=[^<>]*$)/, '&lt;'));
  // Decode markup that was encoded twice. A contract's own text contains no tags.
  if (rounds > 1 && (encodedTag.test(once) || entity.test(once))) return textOfHtml(once, rounds - 1);
  return plainText(once);
}

/** Returns the text of an HTML fragment with arbitrary line breaks: only an empty line or a block starts a line. */
export function textOfWrappedHtml(html: string): string {
  return textOfHtml(html.replace(/\r\n?/g, '\n').replace(/[^\S\n]*(?<!\n)\n(?!\s*\n)[^\S\n]*/g, ' '));
}

/** Returns the text of a line or paragraph of Markdown: keeps link texts, removes emphasis and code marks, resolves escapes. */
export function textOfMarkdown(markdown: string): string {
  return plainText(
    markdown
      .replace(/!\[([^\]]*)\]\([^()\s]*(?:\([^()]*\)[^()\s]*)*(?:\s+"[^"]*")?\)/g, '$1')
      .replace(/\[((?:\\.|[^[\]\\])*)\]\([^()\s]*(?:\([^()]*\)[^()\s]*)*(?:\s+"[^"]*")?\)/g, '$1')
      .replace(/<(https?:\/\/[^<>\s]+)>/g, '$1')
      .replace(/(?<!\\)(\*\*|__)(?=\S)(.+?)(?<=\S)(?<!\\)\1/g, '$2')
      .replace(/(?<![\\\p{L}\p{N}*])([*_])(?=[^\s*_])([^\n]+?)(?<=[^\s\\])\1(?![\p{L}\p{N}*])/gu, '$2')
      .replace(/(?<!\\)`([^`\n]+)`/g, '$1')
      .replace(/\\([!-/:-@[-`{-~])/g, '$1'),
  );
}

/** Returns the text of a Markdown note. Links keep their URLs too, because a note is often only a reference. */
export function textOfNote(markdown: string): string {
  const linked = markdown.replace(/\[([^[\]]*)\]\((https?:\/\/[^()\s]+)\)/g, '$1 ($2)');
  return textOfMarkdown(linked);
}
