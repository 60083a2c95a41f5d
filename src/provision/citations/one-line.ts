/**
 * Text on one line: a run of white space and control characters becomes a space. The embeddings, overrides and isolates of
 * the bidirectional algorithm go too: left open in a title, they would turn around the URL that follows it.
 */
export function oneLine(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const line = value
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  return line || undefined;
}
