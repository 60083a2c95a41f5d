/**
 * Decodes a stored copy to text; undefined where it is no text, such as a PDF. The encoding comes from the same places
 * as in browsers (byte order mark, header, declaration in the first 1,024 bytes), but is never guessed: the default is
 * UTF-8, and one invalid byte makes the copy "no text".
 */
export function decodeSnapshot(bytes: Uint8Array<ArrayBuffer>, type: string): string | undefined {
  // Servers send octet-stream for unknown types.
  if (
    type &&
    !/^\s*(?:text\/|application\/(?:[^;\s]*\+)?(?:xml|json)\b|(?:application|binary)\/octet-stream\b)/i.test(type)
  ) {
    return undefined;
  }
  const mark = bytes.subarray(0, 3).join();
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 1024));
  const label = mark.startsWith('255,254')
    ? 'utf-16le'
    : mark.startsWith('254,255')
      ? 'utf-16be'
      : mark === '239,187,191'
        ? 'utf-8'
        : (/charset\s*=\s*["']?([^\s"';]+)/i.exec(type)?.[1] ??
          // The declaration was readable as ASCII, so the encoding cannot be UTF-16.
          /<(?:meta|\?xml)\s[^>]*?(?:charset|encoding)\s*=\s*["']?(?!utf-?16)([^\s"';/>?]+)/i.exec(start)?.[1] ??
          'utf-8');
  try {
    const text = new TextDecoder(label, { fatal: true }).decode(bytes);
    // Text has no U+0000; a binary file that happens to be valid UTF-8 does.
    return text.includes('\0') ? undefined : text;
  } catch {
    return undefined;
  }
}
