import { siteName } from './data.js';
import { numericDate } from './dates.js';
import { evidenceNote } from './evidence.js';
import type { CitationData, CitationName } from './types.js';

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/**
 * An entry for BibTeX and biblatex. `@online`, `date` and `urldate` are biblatex's; BibTeX proper takes an unknown entry
 * type for `@misc` and reads `year` and `month`. UTF-8, as both read it by now.
 */
export function bibtex(data: CitationData): string {
  const { title, authors, issued, accessed, url, id } = data;
  const day = issued && !('literal' in issued) ? issued : undefined;
  const note = data.csl.note ?? evidenceNote(data);
  const site = siteName(data);
  const year = issued && ('literal' in issued ? escape(issued.literal) : `${issued.year}`);
  const fields: readonly (readonly [name: string, value: string | undefined])[] = [
    ['author', authors.length ? `{${authors.map(person).join(' and ')}}` : undefined],
    // The inner braces keep the case: styles would put the title in lower case.
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

/** What may stand in a key for every program that reads one. */
function key(id: string): string {
  return id.replace(/[^A-Za-z\d:._-]+/g, '-').replace(/^-+|-+$/g, '') || 'provision';
}

/** Braces keep a name whole: outside of them commas and "and" have a meaning. A plain given name can be shortened. */
function person(name: CitationName): string {
  if ('literal' in name) return `{${escape(name.literal)}}`;
  const { family, given } = name;
  const plain = /^(?:(?:^|[ -])\p{L}[\p{L}\p{M}]*\.?)+$/u.test(given) && !/\band\b/i.test(given);
  return `{${escape(family)}}, ${plain ? given : `{${escape(given)}}`}`;
}

const escapes: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  // Not \{ and \}: BibTeX counts braces without looking at what stands before them.
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

/** Text for LaTeX. Marks that it would join to another one (`--`, `''`, `<<`) are kept apart. */
function escape(text: string): string {
  return text
    .replace(/[\\{}~^&%$#_]/g, (mark) => escapes[mark] ?? `\\${mark}`)
    .replace(/-(?=-)|'(?=')|`(?=`)|[?!](?=`)|<(?=<)|>(?=>)|,(?=,)/g, '$&{}');
}

/** A URL is read verbatim, but its braces are counted, and a backslash at its end would hide the one that ends it. */
function verbatim(url: string): string {
  return url.replace(/[{}\\]/g, encodeURIComponent);
}
