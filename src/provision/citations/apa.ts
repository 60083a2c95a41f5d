import { siteName } from './citation-data.js';
import { americanDate, monthAndDay } from './dates.js';
import { invertedName, isInverted, nameList } from './author-names.js';
import { curlQuotes, endWith } from './quotes.js';
import type { CitationData, CitationDate, CitationName } from './types.js';

/**
 * APA 7, a webpage in the reference list (section 10.16), in English and without italics:
 * Author. (2026, May 12). Title (Number). Site. URL
 *
 * A retrieval date is included only without a publication date. The title keeps the feed's case, because APA's sentence
 * case needs to know which words are names.
 */
export function apa(data: CitationData): string {
  const { authors, title, number, issued, accessed, url } = data;
  const site = siteName(data);
  const retrieved = !issued && accessed && `Retrieved ${americanDate(accessed)}, from`;
  const date = `(${issued ? yearFirst(issued) : 'n.d.'}).`;
  const label = number && /^\d+$/.test(number) ? `No. ${number}` : number;
  const titlePart = label ? `${curlQuotes(title)} (${label}).` : curlQuotes(title, '.');
  const parts = [
    ...(authors.length ? [endWith('.', nameEach(authors)), date, titlePart] : [titlePart, date]),
    site && endWith('.', site),
    url && retrieved,
    url,
  ];
  return parts.filter(Boolean).join(' ');
}

function yearFirst(issued: CitationDate): string {
  if ('literal' in issued) return issued.literal;
  return [issued.year, monthAndDay(issued)].filter(Boolean).join(', ');
}

/** Joins the names: up to twenty, or the first nineteen and the last (section 9.8). */
function nameEach(authors: readonly CitationName[]): string {
  const names = authors.map((name) => invertedName(name, initials));
  return names.length > 20
    ? `${names.slice(0, 19).join(', ')}, … ${names.at(-1) ?? ''}`
    : nameList(names, '&', authors.some(isInverted));
}

/** Returns "J. M." for "Jane Mary", "J.-P." for "Jean-Paul". */
function initials(given: string): string {
  return Array.from(given.matchAll(/(^|[\s.-])([\p{L}\p{N}])/gu), ([, before, letter], index) =>
    index && before === '-' ? `-${letter ?? ''}.` : `${index ? ' ' : ''}${letter ?? ''}.`,
  ).join('');
}
