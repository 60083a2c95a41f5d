import { readFile } from 'node:fs/promises';
import { join, resolve, sep } from 'node:path';
import { UsageError } from '../errors.js';

/** A URL prefix that is read from a folder instead of the network: `https://host/feeds/=./feeds`. */
export interface AddressMapping {
  readonly prefix: string;
  readonly folder: string;
}

/** Parses the value of `--map`. */
export function addressMapping(given: string): AddressMapping {
  const [, prefix, folder] = /^(https?:\/\/[^=]+)=(.+)$/.exec(given) ?? [];
  if (prefix === undefined || folder === undefined)
    throw new UsageError(`--map "${given}": URL=FOLDER is expected, as https://host.example/feeds/=./feeds`);
  return { prefix: prefix.endsWith('/') ? prefix : `${prefix}/`, folder: resolve(folder) };
}

/** Reads the file for a mapped URL. Returns undefined when the file is missing, and `unmapped` when no mapping applies. */
export async function readMapped(
  address: string,
  mappings: readonly AddressMapping[],
): Promise<Buffer | 'unmapped' | undefined> {
  const bare = address.replace(/[?#].*$/, '');
  const mapping = mappings.find(({ prefix }) => bare.startsWith(prefix));
  if (!mapping) return 'unmapped';
  const rest = decodeURIComponent(bare.slice(mapping.prefix.length)) || 'index.html';
  const path = join(mapping.folder, rest.endsWith('/') ? `${rest}index.html` : rest);
  // Refuse paths outside the folder, because a URL may hold `..%2f..%2fetc%2fpasswd`.
  if (!path.startsWith(mapping.folder + sep)) return undefined;
  try {
    return await readFile(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'EISDIR' || code === 'ENOTDIR') return undefined;
    throw error;
  }
}
