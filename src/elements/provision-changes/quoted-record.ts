import type { ShownRecord } from '../../controllers/record.js';
import { emptyObject } from '../../feed/read.js';
import type { Provision } from '../../feed/types.js';
import { wholeRecord } from '../../feed/whole.js';
import type { Difference, Published } from '../../provision/changes/compare.js';

/** The record as it is now with the wording that the article quotes. */
export function quotedRecord(
  shown: ShownRecord,
  { quotation, language, captured }: Published,
  differences: readonly Difference[],
): ShownRecord {
  const { provision, feed } = wholeRecord(shown);
  const { clauses: [clause] = [], provenance, document, ...details } = provision._provision;
  const from = differences.find((difference) => difference.from)?.from;
  const text = quotation ?? from?.text;
  if (text === undefined) return shown;
  const quoted = {
    ...details,
    clauses: [given({ text, language: language ?? clause?.language, attribution: clause?.attribution })],
    document: document && given({ ...document, last_updated: undefined }),
    // The source is the same; when it was captured, and where that copy is, is another thing.
    provenance: given({
      source_url: provenance?.source_url,
      methodology_url: provenance?.methodology_url,
      captured: captured ?? from?.captured,
      archive_url: from?.archive,
    }),
  };
  return { ...shown, feed, provision: given({ ...provision, _provision: given(quoted) }) as Provision };
}

/** As the parser makes objects: without what is missing, and without what a page may have added to all objects. */
function given(members: object): object {
  return Object.assign(
    emptyObject(),
    Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)),
  );
}
