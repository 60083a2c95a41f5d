import type { ShownRecord } from '../../page/shown-record.js';
import { emptyObject } from '../../feed/reading.js';
import type { Feed, Provision } from '../../feed/types.js';
import { completeRecord } from '../../feed/complete-record.js';
import { enChanges } from '../../i18n/locales/en-changes.js';
import type { Difference, Published } from '../../provision/changes/difference.js';

/**
 * The record as it is now, with the wording that the article carried. Where that is known from the page's words only, the clause is
 * headed as a quotation of this article, because nobody can say that the document had it so.
 */
export function quotedRecord(
  shown: ShownRecord,
  { language, captured }: Published,
  differences: readonly Difference[],
): ShownRecord {
  const { provision, feed } = completeRecord(shown);
  const { clauses: [clause] = [], provenance, document, ...details } = provision._provision;
  const difference = differences.find(({ from, kind }) => from && kind !== 'severity' && kind !== 'document');
  const from = difference?.from;
  if (from?.text === undefined) return shown;
  const quoted = {
    ...details,
    clauses: [given({ text: from.text, language: language ?? clause?.language, attribution: clause?.attribution })],
    document: document && given({ ...document, last_updated: undefined }),
    // The source is the same; the capture and its copy are others. A date of the history may be another capture of the same wording.
    provenance: given({
      source_url: provenance?.source_url,
      methodology_url: provenance?.methodology_url,
      captured: captured ?? (difference?.isDatedByHistory ? undefined : from.captured),
      archive_url: from.archive,
    }),
  };
  const copy = given({ ...provision, _provision: given(quoted) }) as Provision;
  // The copy stands in the feed as well, because a comparison leaves out the record itself by identity: two items may share an id.
  const items = feed.items.map((item) => (item === provision || item === shown.provision ? copy : item));
  return {
    ...shown,
    feed: given({ ...feed, items }) as Feed,
    provision: copy,
    ...(difference?.isQuotation && { clauseHeading: (words) => words.say('changes', enChanges).quotedHere }),
  };
}

/** As the parser makes objects: without missing members, and without what a page may have added to all objects. */
function given(members: object): object {
  return Object.assign(
    emptyObject(),
    Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)),
  );
}
