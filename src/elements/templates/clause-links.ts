/** Builds links to the places of clauses in their document. A lazy chunk, loaded when the reader reaches such a link. */
import type { ShownRecord } from '../../page/shown-record.js';
import { completeRecord } from '../../feed/complete-record.js';
import { documentLink } from '../../provision/text-fragment.js';

/**
 * Returns `url` with a text directive for the clause at `index`, made from the clause's selectors, or the plain `url` if none
 * can be made.
 */
export function clauseLink(shown: ShownRecord, url: string, index: number): string {
  const clause = completeRecord(shown).provision._provision.clauses?.[index];
  return clause ? documentLink(url, clause) : url;
}
