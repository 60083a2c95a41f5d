/**
 * Names of records in file names and URLs. An id can be any text: a number, a URL, a sentence in Arabic, "../..", "CON". A name depends
 * on its id alone, so that a server can compute it without the other records. Two ids have different names, even on a file system that
 * ignores case.
 *
 * - A record number in capitals is unchanged: `CW-0001`, `CA-P-011793`.
 * - Lower-case letters and digits with single hyphens or underscores are unchanged, unless the text in capitals is a record number:
 *   `1password-data-deletion`.
 * - Any other id becomes its readable part, two hyphens, and 16 hex digits of the id's SHA-256:
 *   `privacyspy-wise-history--0f1e2d3c4b5a6978`. The other two kinds never have two hyphens in a row.
 *
 * Names are ASCII, at most 80 characters, without dots, and never a reserved Windows device name (`con`, `com1`).
 */
import { sha256Hex } from '../provision/hash.js';
import { EmbedError } from './error.js';

const recordNumber = /^[A-Z]{1,6}(?:-[A-Z]{1,6}){0,2}-?\d{1,12}$/;
const plain = /^[a-z\d]+(?:[-_][a-z\d]+)*$/;
const device = /^(?:con|prn|aux|nul|(?:com|lpt)\d)$/i;
const maxLength = 80;
const hashLength = 16;

/**
 * Returns the name of a record in file names and URLs. Rejects with an `EmbedError` when the name needs SHA-256 and it is not available
 * (on a page without https).
 */
export async function recordName(id: string): Promise<string> {
  if (isValidName(id)) return id;
  const hash = await sha256Hex(id);
  if (hash === undefined)
    throw new EmbedError(`The id "${id}" needs SHA-256 for its address, which is available with https: only`);
  const readable = id
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z\d]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, maxLength - hashLength - 2)
    .replace(/-$/, '');
  return `${readable || 'record'}--${hash.slice(0, hashLength)}`;
}

function isValidName(id: string): boolean {
  if (id.length > maxLength || device.test(id)) return false;
  return recordNumber.test(id) || (plain.test(id) && !recordNumber.test(id.toUpperCase()));
}
