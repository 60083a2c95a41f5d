/**
 * Names of records in file names and addresses. An id may be anything: a number, a URL, a sentence in Arabic, "../..",
 * "CON". A name is made of its id alone, so that a server can tell it without knowing the other records, and two ids
 * have two names even where the file system takes A for a.
 *
 * - A record number in capitals stays as it is: `CW-0001`, `CA-P-011793`.
 * - So do lower-case letters, digits and single hyphens or underscores, where no record number is written the same but for
 *   its case: `1password-data-deletion`.
 * - Everything else is its readable part, two hyphens, and 16 hex digits of the id's SHA-256:
 *   `privacyspy-wise-history--0f1e2d3c4b5a6978`. Neither of the others has two hyphens in a row.
 *
 * Names are ASCII, at most 80 characters, have no dot, and none is a device of Windows (`con`, `com1`).
 */
import { sha256Hex } from '../provision/hash.js';
import { EmbedError } from './error.js';

const recordNumber = /^[A-Z]{1,6}(?:-[A-Z]{1,6}){0,2}-?\d{1,12}$/;
const plain = /^[a-z\d]+(?:[-_][a-z\d]+)*$/;
const device = /^(?:con|prn|aux|nul|(?:com|lpt)\d)$/i;
const longest = 80;
const hashLength = 16;

/** The name of a record in file names and addresses. Rejects with an `EmbedError` where there is no SHA-256 to be had (a page without https). */
export async function recordName(id: string): Promise<string> {
  if (staysAsItIs(id)) return id;
  const hash = await sha256Hex(id);
  if (hash === undefined) throw new EmbedError(`No address can be made of the id "${id}": there is no SHA-256 here`);
  const readable = id
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z\d]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, longest - hashLength - 2)
    .replace(/-$/, '');
  return `${readable || 'record'}--${hash.slice(0, hashLength)}`;
}

function staysAsItIs(id: string): boolean {
  if (id.length > longest || device.test(id)) return false;
  return recordNumber.test(id) || (plain.test(id) && !recordNumber.test(id.toUpperCase()));
}
