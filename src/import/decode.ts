/** Decodes text files in the encodings that spreadsheet programs and editors write. */

/** Windows-1252 from 0x80 to 0x9f, by the Encoding Standard. */
const windows = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

/** A text with the encoding that was used to decode it. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';
}

/**
 * Decodes bytes by their byte order mark. Without one: UTF-16 by the positions of zero bytes, else UTF-8, else Windows-1252, which
 * accepts all bytes. The result excludes the mark.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const encoding = encodingOf(bytes);
  const text = new TextDecoder(encoding).decode(bytes);
  return {
    // Node 20 decodes Windows-1252 as Latin-1, which has control characters instead of quotation marks.
    text:
      encoding === 'windows-1252' ? text.replace(/[\x80-\x9f]/g, (c) => windows.charAt(c.charCodeAt(0) - 0x80)) : text,
    encoding,
  };
}

function encodingOf(bytes: Uint8Array): DecodedText['encoding'] {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  // A workbook or an archive: zero bytes do not mean UTF-16 here, so keep each byte as one character.
  if ((first === 0x50 && second === 0x4b) || (first === 0xd0 && second === 0xcf)) return 'windows-1252';
  const start = bytes.subarray(0, 2048);
  let [even, odd] = [0, 0];
  start.forEach((byte, index) => {
    if (byte !== 0) return;
    if (index % 2) odd++;
    else even++;
  });
  // In UTF-16 every ASCII letter has a zero byte. Spreadsheets have many, because URLs are ASCII.
  if (even + odd > start.length / 8) return odd > even ? 'utf-16le' : 'utf-16be';
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return 'utf-8';
  } catch {
    return 'windows-1252';
  }
}

const byteOf = (character: string) => {
  const at = windows.indexOf(character);
  return at < 0 ? character.charCodeAt(0) : at + 0x80;
};

const continuation = `[\\x80-\\xbf${windows}]`;
const mojibake = new RegExp(
  `(?:[\\xc2-\\xdf]${continuation}|[\\xe0-\\xef]${continuation}{2}|[\\xf0-\\xf4]${continuation}{3})+`,
  'g',
);

/**
 * Repairs UTF-8 that was decoded as Windows-1252 ("â€™" for "’") and escapes of single bytes ("\x92"). Only sequences that are valid
 * UTF-8 change, because "Ã" before a consonant is a letter of Portuguese.
 */
export function repairMojibake(text: string): string {
  // Two cheap tests, because most texts need no repair.
  const escaped = text.includes('\\x')
    ? text.replace(/\\x([89][\da-f])/gi, (_, hex: string) => windows.charAt(parseInt(hex, 16) - 0x80))
    : text;
  if (!/[\xc2-\xf4]/.test(escaped)) return escaped;
  return escaped.replace(mojibake, (garbled) => {
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(garbled, byteOf));
    } catch {
      return garbled;
    }
  });
}
