import { formatDate } from '../dates.js';
import type { CitationData } from './types.js';

/**
 * What the record rests on, in a line, for the forms that have no place of their own for it: whose clause is analysed,
 * and the capture of the document that it stands in. Undefined where nothing of it is known.
 */
export function evidenceNote(data: CitationData): string | undefined {
  const { subject, documentId, recordId, captured, sha256, archiveUrl, sourceUrl, credit } = data;
  const document = subject && documentId ? `${subject} (${documentId})` : (subject ?? documentId);
  const facts = [
    [recordId && `Record ${recordId}`, document].filter(Boolean).join(' on '),
    captured && `captured ${formatDate(captured, 'en-US')}`,
    sha256 && `SHA-256 ${sha256}`,
    sourceUrl && `source ${sourceUrl}`,
    archiveUrl && `archived at ${archiveUrl}`,
    credit && `data from ${credit}`,
  ].filter(Boolean);
  return facts.length ? facts.join('; ') : undefined;
}
