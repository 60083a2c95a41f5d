import { siteName } from './citation-data.js';
import { numericDate } from './dates.js';
import { evidenceNote } from './evidence-note.js';
import type { CitationData, CitationName } from './types.js';

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/**
 * Returns an entry for BibTeX and biblatex. `@online`, `date` and `urldate` are biblatex's; BibTeX treats an unknown
 * entry type as `@misc` and reads `year` and `month`. The encoding is UTF-8, which both read.
 */
export function bibtex(data: CitationData): string {
  const { title, authors, issued, accessed, url, id } = data;
  const day = issued && !('literal' in issued) ? issued : undefined;
  const note = data.csl.note ?? evidenceNote(data);
  const site = siteName(data);
  const year = issued && ('literal' in issued ? escape(issued.literal) : `${issued.year}`);
  const fields: readonly (readonly [name: string, value: string | undefined])[] = [
    ['author', authors.length ? `{${authors.map(person).join(' and ')}}` : undefined],
    // The inner braces keep the case, because bibliography styles change titles to lower case.
    ['title', `{{${escape(title)}}}`],
    ['organization', site && `{${escape(site)}}`],
    ['date', day && `{${numericDate(day, '-')}}`],
    ['year', year && `{${year}}`],
    ['month', day?.month ? months[day.month - 1] : undefined],
    ['url', url && `{${verbatim(url)}}`],
    ['urldate', accessed && `{${numericDate(accessed, '-')}}`],
    ['note', note && `{${escape(note)}}`],
  ];
  const lines = fields.flatMap(([name, value]) => (value ? `  ${name} = ${value},\n` : []));
  return `@online{${key(id)},\n${lines.join('')}}\n`;
}

/** Reduces an id to the characters that all BibTeX programs accept in a key. */
function key(id: string): string {
  return id.replace(/[^A-Za-z\d:._-]+/g, '-').replace(/^-+|-+$/g, '') || 'provision';
}

/**
 * Braces keep a name together, because commas and "and" separate names outside of braces. A given name of letters only
 * stays without braces, so that styles can shorten it to initials.
 */
function person(name: CitationName): string {
  if ('literal' in name) return `{${escape(name.literal)}}`;
  const { family, given } = name;
  const plain = /^(?:(?:^|[ -])\p{L}[\p{L}\p{M}]*\.?)+$/u.test(given) && !/\band\b/i.test(given);
  return `{${escape(family)}}, ${plain ? given : `{${escape(given)}}`}`;
}

const escapes: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  // Not \{ and \}, because BibTeX counts braces even after a backslash.
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

/** Escapes text for LaTeX. `{}` separates marks that LaTeX joins to a ligature (`--`, `''`, `<<`). */
function escape(text: string): string {
  return text
    .replace(/[\\{}~^&%$#_]/g, (mark) => escapes[mark] ?? `\\${mark}`)
    .replace(/-(?=-)|'(?=')|`(?=`)|[?!](?=`)|<(?=<)|>(?=>)|,(?=,)/g, '$&{}');
}

/** BibTeX reads a URL verbatim but counts its braces, and a backslash at the end would escape the closing brace. */
function verbatim(url: string): string {
  return url.replace(/[{}\\]/g, encodeURIComponent);
}
