/** Ids of records that have none, made of their content so that the next import gives the same. */

/** Letters and digits of a text in ASCII, in lower case, with hyphens between: `Émile & Co` is `emile-co`. */
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

/** A short digest (FNV-1a, 32 bits, 7 characters). It tells two records apart; it is no evidence, and SHA-256 would be asynchronous. */
export function digest(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return (hash >>> 0).toString(36).padStart(7, '0');
}

/** A record that needs an id: what its id is made of, and all its content, which tells it apart from its namesakes. */
export interface Nameless {
  readonly base: string;
  readonly content: string;
}

/**
 * Ids for records without one. A base that several records share gets a digest of the content, so that an id does not
 * depend on the order of the records; only records of equal content are numbered.
 *
 * @param taken ids that are in use already; the new ones are added
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
