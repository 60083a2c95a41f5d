const name = 'provision-compare';

/** Key of the record itself among the rows that it is compared with: no row's name begins so. */
export const ownKey = '~';

/**
 * The fragment of an address that opens the wording of two platforms side by side: which record's comparison, and the
 * keys of the rows: `#provision-compare--CW-1--bow--fiddle`. Themes hand the fragment to `querySelector`, which throws at what is no selector,
 * so that it is written with letters, digits, `-` and `_` alone.
 */
export function sidesHash(record: string, keys: readonly string[]): string {
  return `#${[name, record, ...keys].map(written).join('--')}`;
}

/** A text in characters that an id selector may have: every other UTF-16 code unit as `_` and its hexadecimal number and `_`. */
const written = (text: string) =>
  text.replace(/[^a-z\d]/gi, (unit, at: number) =>
    unit === '-' && text[at - 1] !== '-' && text[at + 1] !== '-' && at > 0 && at < text.length - 1
      ? unit
      : `_${unit.charCodeAt(0).toString(16)}_`,
  );

/** The text again. */
const read = (text: string) =>
  text.replace(/_([\da-f]{1,4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));

/** The keys that a fragment names for a record, or undefined where it is about something else. */
export function sidesOfHash(hash: string, record: string): readonly string[] | undefined {
  const prefix = `#${name}--`;
  if (hash.startsWith(prefix)) {
    const [of, ...keys] = hash.slice(prefix.length).split('--').map(read);
    return of === record ? keys.slice(0, 2) : undefined;
  }
  // As it was written at first; links of that form are out.
  const old = `#${name}=`;
  if (!hash.startsWith(old)) return undefined;
  try {
    const [of, ...keys] = hash.slice(old.length).split('/').map(decodeURIComponent);
    return of === record ? keys.slice(0, 2) : undefined;
  } catch {
    // Half a percent sign: somebody has cut the address.
    return undefined;
  }
}
