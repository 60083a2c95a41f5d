import { siteName } from './citation-data.js';
import { americanDate } from './dates.js';
import { fullName, invertedName, isInverted, nameList } from './author-names.js';
import { endWith, inQuotes } from './quotes.js';
import type { CitationData } from './types.js';

/**
 * Chicago 17, a full note for a web page (14.205-207), in English: Author, “Title,” Site, May 12, 2026, URL.
 *
 * An access date is included only without a publication date (14.12). The title keeps its case.
 */
export function chicagoNote(data: CitationData): string {
  const { authors, title } = data;
  const names = authors.map(fullName);
  const authorNames = names.length > 3 ? `${names[0] ?? ''} et al.` : nameList(names, 'and');
  const parts = [siteName(data), date(data), access(data), locator(data)].filter((part) => part !== undefined);
  return [
    ...(authorNames ? [endWith(',', authorNames)] : []),
    inQuotes(title, parts.length ? ',' : '.'),
    ...parts.map((part, index) => endWith(index < parts.length - 1 ? ',' : '.', part)),
  ].join(' ');
}

/** Chicago 17, the bibliography entry, in English: Author. “Title.” Site, May 12, 2026. URL. */
export function chicagoBibliography(data: CitationData): string {
  const { authors, title } = data;
  const site = siteName(data);
  const names = authors.map((name, index) => (index ? fullName(name) : invertedName(name)));
  const authorNames =
    names.length > 10 ? `${names.slice(0, 7).join(', ')}, et al.` : nameList(names, 'and', isInverted(authors[0]));
  // The site replaces a missing author. Without a site after the title, a comma separates the title from the date.
  const [first, place] = authorNames ? [authorNames, site] : [site, undefined];
  const published = [place && (date(data) ? endWith(',', place) : place), date(data)].filter(Boolean).join(' ');
  const sentences = [
    first && endWith('.', first),
    inQuotes(title, published && !place ? ',' : '.'),
    ...[published, capital(access(data)), capital(locator(data))].map((part) => part && endWith('.', part)),
  ];
  return sentences.filter(Boolean).join(' ');
}

/** Capitalises "accessed" and "record" at the start of a sentence. */
function capital(part: string | undefined): string | undefined {
  return part?.replace(/^(?:accessed|record)(?= )/, (word) => word.charAt(0).toUpperCase() + word.slice(1));
}

function date({ issued, accessed, url }: CitationData): string | undefined {
  if (issued) return americanDate(issued);
  return url && accessed ? undefined : 'n.d.';
}

function access({ issued, accessed }: CitationData): string | undefined {
  return issued || !accessed ? undefined : `accessed ${americanDate(accessed)}`;
}

/** The URL. Without one, the record number, as for a record of a database (14.11). */
function locator({ url, number }: CitationData): string | undefined {
  return url ?? (number && `record ${number}`);
}
