/**
 * Citations of a record. Every form is English in every locale, because a citation style is bound to its language,
 * including months and quotation marks. Plain text only: no italics, no HTML. Unknown data is left out.
 */
import { apa } from './apa.js';
import { bibtex } from './bibtex.js';
import { bluebook } from './bluebook.js';
import { chicagoBibliography, chicagoNote } from './chicago.js';
import { cslJson } from './csl-json.js';
import { recordCitation } from './record.js';
import { ris } from './ris.js';
import type { CitationData } from './types.js';

export { citationData } from './citation-data.js';
export type { CitationData } from './types.js';
export { apa, bibtex, bluebook, chicagoBibliography, chicagoNote, cslJson, recordCitation, ris };

interface Form {
  readonly id: string;
  readonly format: (data: CitationData) => string;
  /** File extension and media type of a form that a program imports. */
  readonly file?: { readonly extension: string; readonly type: string };
}

/** The forms in the order of the menu. The `id` is also the key of the form's label in the messages. */
export const citationForms = [
  { id: 'record', format: recordCitation },
  { id: 'apa', format: apa },
  { id: 'chicago-note', format: chicagoNote },
  { id: 'chicago-bibliography', format: chicagoBibliography },
  { id: 'bluebook', format: bluebook },
  { id: 'bibtex', format: bibtex, file: { extension: '.bib', type: 'application/x-bibtex' } },
  { id: 'ris', format: ris, file: { extension: '.ris', type: 'application/x-research-info-systems' } },
  { id: 'csl-json', format: cslJson, file: { extension: '.json', type: 'application/vnd.citationstyles.csl+json' } },
] as const satisfies readonly Form[];

export type CitationFormId = (typeof citationForms)[number]['id'];
