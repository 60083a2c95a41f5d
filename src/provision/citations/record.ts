import { formatDate } from '../dates.js';
import { americanDate } from './dates.js';
import type { CitationData } from './types.js';

/** The record's own citation form: one line for each fact, unabridged, in English. It suits court filings. */
export function recordCitation(data: CitationData): string {
  const { title, container, platform, document, documentId, recordId, captured, sha256, sourceUrl, archiveUrl } = data;
  const lines: readonly (readonly [label: string, value: string | undefined])[] = [
    ['', title],
    ['Published by', container],
    ['Platform', platform],
    ['Document', document && documentId ? `${document} (${documentId})` : (document ?? documentId)],
    ['Record ID', recordId],
    ['Captured', captured && formatDate(captured, 'en-US')],
    ['SHA-256', sha256],
    ['Source', sourceUrl],
    ['Archived copy', archiveUrl],
    ['URL', data.url],
    ['Accessed', data.accessed && americanDate(data.accessed)],
    ['Data', data.credit],
    ['', data.notice],
  ];
  return lines.flatMap(([label, value]) => (value ? (label ? `${label}: ${value}` : value) : [])).join('\n');
}
