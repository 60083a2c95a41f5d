import type { ShownRecord } from '../../page/shown-record.js';
import { emptyObject } from '../../feed/reading.js';
import type { Feed, Provision } from '../../feed/types.js';
import { completeRecord } from '../../feed/complete-record.js';
import { enChanges } from '../../i18n/locales/en-changes.js';
import type { Difference, Published } from '../../provision/changes/difference.js';

/**
 * Returns the current record with the wording that the article quoted. If only the page's text is evidence of that wording, the
 * heading calls it a quotation of this article, because nothing proves that the document had it.
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
    clauses: [
      withoutUndefined({ text: from.text, language: language ?? clause?.language, attribution: clause?.attribution }),
    ],
    document: document && withoutUndefined({ ...document, last_updated: undefined }),
    // The source is the same, but the capture and its archived copy are not. A date from the history may belong to another
    // capture of the same wording.
    provenance: withoutUndefined({
      source_url: provenance?.source_url,
      methodology_url: provenance?.methodology_url,
      captured: captured ?? (difference?.isDatedByHistory ? undefined : from.captured),
      archive_url: from.archive,
    }),
  };
  const copy = withoutUndefined({ ...provision, _provision: withoutUndefined(quoted) }) as Provision;
  // The feed must contain the copy, because a comparison excludes the record itself by identity; two items may share an id.
  const items = feed.items.map((item) => (item === provision || item === shown.provision ? copy : item));
  return {
    ...shown,
    feed: withoutUndefined({ ...feed, items }) as Feed,
    provision: copy,
    ...(difference?.isQuotation && { clauseHeading: (words) => words.say('changes', enChanges).quotedHere }),
  };
}

/**
 * Creates an object like the parser's: without undefined members, and without members that a page added to `Object.prototype`.
 */
function withoutUndefined(members: object): object {
  return Object.assign(
    emptyObject(),
    Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)),
  );
}
