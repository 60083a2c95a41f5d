const name = 'provision-compare';

/** Key of the record itself among the rows that it is compared with. No row's key starts with this character. */
export const ownKey = '~';

/**
 * Returns the fragment of a URL that opens two platforms side by side: the record and the keys of the rows, as in
 * `#provision-compare--CW-1--bow--fiddle`. It has letters, digits, `-` and `_` only, because page themes pass the
 * fragment to `querySelector`, which throws on an invalid selector.
 */
export function sidesHash(record: string, keys: readonly string[]): string {
  return `#${[name, record, ...keys].map(encodeForSelector).join('--')}`;
}

/** Encodes a text for an id selector: every other UTF-16 code unit becomes `_`, its hexadecimal number and `_`. */
const encodeForSelector = (text: string) =>
  text.replace(/[^a-z\d]/gi, (unit, at: number) =>
    unit === '-' && text[at - 1] !== '-' && text[at + 1] !== '-' && at > 0 && at < text.length - 1
      ? unit
      : `_${unit.charCodeAt(0).toString(16)}_`,
  );

/** Decodes a text that `encodeForSelector` encoded. */
const decodeFromSelector = (text: string) =>
  text.replace(/_([\da-f]{1,4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));

/** Returns the keys in a fragment for a record; undefined where the fragment is about something else. */
export function sidesOfHash(hash: string, record: string): readonly string[] | undefined {
  const prefix = `#${name}--`;
  if (hash.startsWith(prefix)) {
    const [of, ...keys] = hash.slice(prefix.length).split('--').map(decodeFromSelector);
    return of === record ? keys.slice(0, 2) : undefined;
  }
  // The first format of these links, which readers may have saved.
  const old = `#${name}=`;
  if (!hash.startsWith(old)) return undefined;
  try {
    const [of, ...keys] = hash.slice(old.length).split('/').map(decodeURIComponent);
    return of === record ? keys.slice(0, 2) : undefined;
  } catch {
    // An incomplete percent escape, because the address was cut off.
    return undefined;
  }
}
