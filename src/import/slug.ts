/** Derives ids for records without one from their content, so that the next import gives the same ids. */

/**
 * Returns the letters and digits of a text in lower-case ASCII with hyphens: `Émile & Co` becomes `emile-co`.
 *
 * @param longest maximum length (default: 60)
 */
export function slug(text: string | undefined, longest = 60): string {
  if (text === undefined) return '';
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z\d]+/g, '-')
    .replace(/^-/, '')
    .slice(0, longest)
    .replace(/-[^-]{0,3}$|-$/, (end) => (end.length > 1 && text.length <= longest ? end : ''));
}

/**
 * Returns a short digest (FNV-1a, 32 bits, 7 characters). It only distinguishes records and is no evidence; SHA-256 would be
 * asynchronous.
 */
export function digest(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return (hash >>> 0).toString(36).padStart(7, '0');
}

/** A record without an id: the base of its new id, and its content for the digest. */
export interface Nameless {
  readonly base: string;
  readonly content: string;
}

/**
 * Creates ids for records without one. When several records share a base, each gets a digest of its content, so that ids do not depend on
 * the order. Only records with equal content are numbered.
 *
 * @param taken ids in use; the new ids are added
 */
export function uniqueIds(records: readonly Nameless[], taken: Set<string>): string[] {
  const counts = new Map<string, number>();
  for (const { base } of records) counts.set(base, (counts.get(base) ?? 0) + 1);
  return records.map(({ base, content }) => {
    const named = base || 'record';
    const isShared = (counts.get(base) ?? 0) > 1 || taken.has(named) || base === '';
    const first = isShared ? `${named}-${digest(content)}` : named;
    let id = first;
    for (let number = 2; taken.has(id); number++) id = `${first}-${number}`;
    taken.add(id);
    return id;
  });
}
