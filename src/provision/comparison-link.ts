const name = 'provision-compare';

/** Key of the record itself among the rows that it is compared with: no row's name begins so. */
export const ownKey = '~';

/**
 * The fragment of an address that opens the wording of two platforms side by side: which record's comparison, and the
 * keys of the rows. The page's own script sees a fragment that is no element's id; nothing else about the page changes.
 */
export function sidesHash(record: string, keys: readonly string[]): string {
  return `#${name}=${[record, ...keys].map(encodeURIComponent).join('/')}`;
}

/** The keys that a fragment names for a record, or undefined where it is about something else. */
export function sidesOfHash(hash: string, record: string): readonly string[] | undefined {
  const prefix = `#${name}=`;
  if (!hash.startsWith(prefix)) return undefined;
  try {
    const [of, ...keys] = hash.slice(prefix.length).split('/').map(decodeURIComponent);
    return of === record ? keys.slice(0, 2) : undefined;
  } catch {
    // Half a percent sign: somebody has cut the address.
    return undefined;
  }
}
