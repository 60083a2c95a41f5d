import { isSoleAuthor } from './citation-data.js';
import { americanDate } from './dates.js';
import { fullName } from './author-names.js';
import { curlQuotes, endWith } from './quotes.js';
import type { CitationData } from './types.js';

const months = 'Jan. Feb. Mar. Apr. May June July Aug. Sept. Oct. Nov. Dec.'.split(' ');

/**
 * Bluebook 21, an internet source (rule 18.2.2), as a citation sentence in English, without italics and small capitals:
 * Title, Site (May 12, 2026), URL (analyzing Platform, Document, SOURCE [ARCHIVED COPY]).
 *
 * An institution is not named as the author on its own site, and "last visited" is included only without a date. The
 * archived copy is a copy of the platform's document, not of the record. It therefore stands in brackets after the
 * document's URL (18.2.1(d)), inside the parenthetical on the record's subject (1.5).
 */
export function bluebook(data: CitationData): string {
  const { authors, title, container, issued, accessed, url, number } = data;
  const names = authors.map(fullName);
  const by = isSoleAuthor(container, authors) ? '' : names.length > 2 ? `${names[0] ?? ''} et al.` : names.join(' & ');
  const found = url ?? (number && `record ${number}`);
  const dated = issued && `(${americanDate(issued, months)})`;
  const about = [
    !issued && accessed && url && `(last visited ${americanDate(accessed, months)})`,
    analysed(data),
  ].filter(Boolean);

  const site = [container, dated].filter(Boolean).join(' ');
  const comma = container ?? (dated ? undefined : found);
  const start = curlQuotes(title, comma ? ',' : site || about.length ? undefined : '.');
  const parts = [by && endWith(',', by), start, found && site ? endWith(',', site) : site, found, ...about];
  return endWith('.', parts.filter(Boolean).join(' '), !site && !found && !about.length);
}

function analysed({ subject, sourceUrl, archiveUrl }: CitationData): string | undefined {
  const source = sourceUrl && (archiveUrl ? `${sourceUrl} [${archiveUrl}]` : sourceUrl);
  const archived = !source && archiveUrl && `${subject ? '' : 'a document '}archived at ${archiveUrl}`;
  const what = [subject, source ?? archived].filter(Boolean).join(', ');
  return what ? `(analyzing ${what})` : undefined;
}
