/** Links to the places of a record's clauses in their document: a lazy chunk, loaded when a reader comes near one. */
import type { ShownRecord } from '../../page/shown-record.js';
import { completeRecord } from '../../feed/complete-record.js';
import { documentLink } from '../../provision/text-fragment.js';

/** `url` with a text directive for the clause at `index`, by the clause's selectors; the plain `url` where none can be made. */
export function clauseLink(shown: ShownRecord, url: string, index: number): string {
  const clause = completeRecord(shown).provision._provision.clauses?.[index];
  return clause ? documentLink(url, clause) : url;
}
