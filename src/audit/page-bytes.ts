/** Decodes the bytes of a page as a browser would. */
import { decodeText } from '../import/index.js';
import { PageError } from './page-node.js';

/** Bytes at the start of a page that are searched for a declared encoding. */
const prescan = 1024;
/** Labels that the Encoding Standard maps to Windows-1252. */
const western = /^(?:windows-1252|x-cp1252|cp1252|iso-?8859-?1|latin-?1|l1|us-ascii|ascii|ansi_x3\.4-1968)$/i;

/**
 * Decodes a page by its byte order mark, its Content-Type, or its `<meta charset>`, else by its bytes. Valid UTF-8 overrides a
 * Windows-1252 label, because CMSs change the encoding without the label.
 *
 * @param type value of the Content-Type header (default: empty)
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
    throw new PageError(`Its encoding is unknown: "${label}"`);
  }
}

/** Throws a `PageError` that describes the content when a text is not an HTML page. */
export function assertPage(text: string): void {
  if (/[\0\x01-\x08]/.test(text.slice(0, 4096))) throw new PageError('It is not HTML but a file of another kind');
  if (/^\s*[[{]/.test(text)) throw new PageError('It is not HTML but JSON');
  if (!/<[a-z!]/i.test(text)) throw new PageError('It is not HTML: it contains no element');
}
