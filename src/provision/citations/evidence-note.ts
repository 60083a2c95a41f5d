import { formatDate } from '../dates.js';
import type { CitationData } from './types.js';

/**
 * Returns the record's evidence on one line, for forms without a field for it: the analysed document, and its capture.
 * Undefined where the record has none of it.
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
