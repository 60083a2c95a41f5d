/** The text of a page, in the encoding in which a browser would read it. */
import { decodeText } from '../import/index.js';
import { PageError } from './page-node.js';

/** Bytes of a page in which its own word for its encoding counts. */
const prescan = 1024;
/** Labels that the Encoding Standard takes for Windows-1252. */
const western = /^(?:windows-1252|x-cp1252|cp1252|iso-?8859-?1|latin-?1|l1|us-ascii|ascii|ansi_x3\.4-1968)$/i;

/**
 * Decodes a page by its byte order mark, its Content-Type, or its `<meta charset>`; else by what its bytes are. A page that is valid UTF-8
 * is read as that whatever it says of itself in the western encodings, because CMSs change the encoding and forget the label.
 *
 * @param type the Content-Type with which it was sent
 */
export function decodePage(bytes: Uint8Array, type = ''): string {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, prescan));
  const label =
    /charset\s*=\s*["']?([^\s"';]+)/i.exec(type)?.[1] ??
    /<meta\s[^>]*?charset\s*=\s*["']?([^\s"';/>]+)/i.exec(start)?.[1] ??
    /^<\?xml\s[^>]*?encoding\s*=\s*["']([^"']+)/i.exec(start)?.[1];
  const hasMark = /^(?:\xff\xfe|\xfe\xff|\xef\xbb\xbf)/.test(start);
  if (hasMark || label === undefined || western.test(label) || /^utf-?8$/i.test(label)) return decodeText(bytes).text;
  try {
    return new TextDecoder(label).decode(bytes);
  } catch {
    throw new PageError(`Its encoding is not known: "${label}"`);
  }
}

/** Throws where a text is no page, and says what it is instead. */
export function assertPage(text: string): void {
  if (/[\0\x01-\x08]/.test(text.slice(0, 4096))) throw new PageError('It is not HTML but a file of another kind');
  if (/^\s*[[{]/.test(text)) throw new PageError('It is not HTML but JSON');
  if (!/<[a-z!]/i.test(text)) throw new PageError('It is not HTML: there is no element in it');
}
