/** Columns of a clause spreadsheet, with the headers that people use for them. */

/** Accepted headers of each column; the first is the template's. Case, spaces and punctuation are ignored. */
export const columns = {
  id: ['ID', 'record', 'record id', 'record number', 'number', 'no', 'key', 'ref', 'reference'],
  url: ['URL', 'permalink', 'link', 'record url', 'page', 'page url', 'record link'],
  platform: ['Platform', 'company', 'service', 'provider', 'product', 'platform name', 'app', 'website name'],
  platform_url: ['Platform URL', 'website', 'company url', 'service url', 'homepage'],
  document: ['Document', 'document title', 'document name', 'policy', 'terms', 'doc', 'agreement'],
  document_url: [
    'Document URL',
    'source',
    'source url',
    'document link',
    'policy url',
    'terms url',
    'doc url',
    'source link',
  ],
  document_updated: ['Last updated', 'document updated', 'last update', 'updated', 'document date', 'effective'],
  title: ['Title', 'heading', 'headline', 'name', 'record title'],
  summary: ['Summary', 'what it is', 'what', 'description', 'plain language', 'explanation', 'content text', 'tldr'],
  clause: [
    'Clause',
    'quote',
    'quotation',
    'clause text',
    'original',
    'original wording',
    'original text',
    'wording',
    'excerpt',
    'text',
  ],
  clause_language: ['Clause language', 'document language', 'language of the clause', 'quote language'],
  why: ['Why it matters', 'why', 'significance', 'importance'],
  impact: ['What it means for you', 'impact', 'consumer impact', 'user impact', 'effect', 'meaning'],
  severity: ['Severity', 'rating', 'level', 'risk', 'severity level', 'risk level'],
  severity_text: ['Severity reason', 'severity text', 'severity note', 'severity explanation', 'rating reason'],
  confidence: ['Confidence', 'certainty'],
  type: ['Type', 'clause type', 'topic', 'kind', 'category of clause'],
  tags: ['Tags', 'tag', 'categories', 'category', 'keywords', 'labels'],
  action: ['Action', 'what you can do', 'action text', 'advice', 'recommendation'],
  action_url: ['Action URL', 'action link', 'opt out url', 'opt out link'],
  captured: [
    'Captured',
    'captured on',
    'capture date',
    'date captured',
    'accessed',
    'date accessed',
    'retrieved',
    'archived on',
    'date',
  ],
  archive_url: [
    'Archive URL',
    'archive',
    'archived url',
    'archive link',
    'wayback',
    'wayback url',
    'wayback machine',
    'archived copy',
  ],
  snapshot_url: ['Snapshot URL', 'snapshot', 'snapshot link', 'stored copy'],
  language: ['Language', 'lang', 'record language', 'analysis language'],
  author: ['Author', 'analyst', 'by', 'written by', 'reviewer'],
  published: ['Published', 'date published', 'published on', 'publication date'],
  modified: ['Modified', 'date modified', 'modified on', 'record updated'],
  status: ['Status', 'record status', 'state'],
  status_note: ['Status note', 'correction', 'status reason', 'correction note'],
} as const satisfies Readonly<Record<string, readonly [string, ...string[]]>>;

export type Column = keyof typeof columns;
export const columnNames = Object.keys(columns) as Column[];

/** Normalizes a header for comparison: letters and digits of any script, without case, accents, spaces and punctuation. */
const folded = (header: string) =>
  header
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

const known: ReadonlyMap<string, Column> = new Map(
  columnNames.flatMap((column) =>
    [column.replaceAll('_', ' '), ...columns[column]].map((name) => [folded(name), column] as const),
  ),
);

/** Returns the column for a header; undefined when it is unknown. A remark in brackets is ignored: "Severity (1–5)". */
export function columnOf(header: string): Column | undefined {
  return known.get(folded(header)) ?? known.get(folded(header.replace(/[([{].*$/s, '')));
}

/** Returns the letters of a spreadsheet column: 0 is A, 26 is AA. */
export function letters(index: number): string {
  const rest = Math.floor(index / 26);
  return (rest ? letters(rest - 1) : '') + String.fromCharCode(65 + (index % 26));
}
