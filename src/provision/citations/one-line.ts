/**
 * Puts a text on one line: a run of white space and control characters becomes a space. Bidirectional embeddings,
 * overrides and isolates are removed, because an open one in a title would reverse the URL after it.
 */
export function oneLine(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const line = value
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  return line || undefined;
}
