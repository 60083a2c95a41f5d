import { siteName } from './citation-data.js';
import { numericDate } from './dates.js';
import { evidenceNote } from './evidence-note.js';
import type { CitationData } from './types.js';

/**
 * Returns a web page (ELEC) for reference managers. RIS has no escapes: a value is one line. Lines end with CR LF; a
 * date is YYYY/MM/DD/other information.
 */
export function ris(data: CitationData): string {
  const { authors, title, issued, accessed, url, recordId, language, csl } = data;
  const day = issued && !('literal' in issued) ? issued : undefined;
  const date = issued && ('literal' in issued ? `///${issued.literal}` : numericDate(issued, '/'));
  const lines: readonly (readonly [tag: string, value: string | undefined])[] = [
    ['TY', 'ELEC'],
    ...authors.map((name) => ['AU', 'literal' in name ? name.literal : `${name.family}, ${name.given}`] as const),
    ['TI', title],
    ['T2', siteName(data)],
    ['PB', csl.publisher],
    ['PY', day && `${day.year}`],
    ['DA', date],
    ['Y2', accessed && numericDate(accessed, '/')],
    ['AN', recordId],
    ['LA', language],
    ['UR', url],
    ['N1', csl.note ?? evidenceNote(data)],
    ['ER', ''],
  ];
  return lines.flatMap(([tag, value]) => (value === undefined ? [] : `${tag}  - ${value}\r\n`)).join('');
}
