/** Source texts as the plain text that the feed asks for. */
import { htmlText } from '../provision/html-text.js';
import { repairMojibake } from './decode.js';

/** An end of a block, which is a line of its own in plain text. */
const blockEnd = /<\/?(?:p|div|li|ul|ol|br|hr|h[1-6]|tr|table|section|article|blockquote|dd|dt|dl)\b[^>]*>/gi;
const tag = /<\/?[a-z][^<>]*>|<!--/i;
/** Tags that dumps hold encoded. Others, as `<script>`, may be what a text is about. */
const encodedTag = /<\/?(?:p|li|ul|ol|br|div|span|strong|em|b|i|u|a|h[1-6]|table|tr|td)(?:\s[^<>]*)?\/?>/i;
const entity = /&(?:#\d+|#x[\da-f]+|[a-z][a-z\d]*);/i;

/** Whether a text that should be plain holds tags of a web page, or entities. */
export const hasMarkup = (text: string): boolean => encodedTag.test(text) || entity.test(text);

/** Entities that have lost their semicolon, or have a full stop in its place, as old dumps have them. */
const broken = /&(amp|lt|gt|quot|nbsp)(?:\.(?=\s)|(?=[\s,)\]"']|$))/g;

/** Composed, with line feeds only, without a space at the end of a line and without more than one empty line. */
function tidy(text: string): string {
  return (
    text
      .replace(/\r\n?/g, '\n')
      // Characters that no page shows and XML cannot write.
      .replace(/[\0-\x08\v\f\x0e-\x1f\x7f\ufffe\uffff]/g, '')
      // Invisible characters at which a line may break or not: they differ from one download to the next.
      .replace(/[\u200b\u2060\ufeff\xad]/g, '')
      .replace(/[^\S\n\xa0]+/g, ' ')
      .replace(/ *\n */g, '\n')
      .replace(/\n{3,}/g, '\n\n')
      // `&eacute;` becomes an e and an accent; a feed should have the one letter that it is on the page.
      .normalize('NFC')
      .trim()
  );
}

/** A text that is plain already: characters are repaired, white space is tidied. */
export function plainText(text: string): string {
  return tidy(repairMojibake(text)).replace(/\p{Surrogate}/gu, '\ufffd');
}

/**
 * The text of an HTML fragment, block by block on lines of their own. A fragment may begin or end within a tag's text,
 * and may have no tag at all. Mark-up that was encoded, once or twice, is decoded as often, because sources hold all three.
 */
export function textOfHtml(html: string, rounds = 3): string {
  const written = html.replace(broken, (_, name: string) => `&${name};`);
  if (!tag.test(written) && !entity.test(written)) return plainText(written);
  // Line feeds of the source are white space in HTML; ours, at block ends, must survive that.
  const blocks = written.replace(/\s+/g, ' ').replace(blockEnd, '\n');
  // "<" before anything that is no tag is a character, and so is a tag that is never closed at the fragment's end.
  const once = htmlText(blocks.replace(/<(?=[^<>]*$)/, '&lt;'));
  // Mark-up that was encoded twice: a quotation of a contract has no tags of its own.
  if (rounds > 1 && (encodedTag.test(once) || entity.test(once))) return textOfHtml(once, rounds - 1);
  return plainText(once);
}

/** Text of an HTML fragment whose lines were broken anywhere: only an empty line, or a block, begins a line. */
export function textOfWrappedHtml(html: string): string {
  return textOfHtml(html.replace(/\r\n?/g, '\n').replace(/[^\S\n]*(?<!\n)\n(?!\s*\n)[^\S\n]*/g, ' '));
}

/** Text of one line or a paragraph of Markdown: links keep their text, marks of emphasis and code go, escapes are undone. */
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

/** Notes of people who wrote Markdown: links keep their address too, because a note is often only a pointer. */
export function textOfNote(markdown: string): string {
  const linked = markdown.replace(/\[([^[\]]*)\]\((https?:\/\/[^()\s]+)\)/g, '$1 ($2)');
  return textOfMarkdown(linked);
}
