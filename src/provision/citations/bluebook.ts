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
  const authorNames = isSoleAuthor(container, authors)
    ? ''
    : names.length > 2
      ? `${names[0] ?? ''} et al.`
      : names.join(' & ');
  const locator = url ?? (number && `record ${number}`);
  const dated = issued && `(${americanDate(issued, months)})`;
  const parentheticals = [
    !issued && accessed && url && `(last visited ${americanDate(accessed, months)})`,
    analysedDocument(data),
  ].filter(Boolean);

  const site = [container, dated].filter(Boolean).join(' ');
  const comma = container ?? (dated ? undefined : locator);
  const start = curlQuotes(title, comma ? ',' : site || parentheticals.length ? undefined : '.');
  const parts = [
    authorNames && endWith(',', authorNames),
    start,
    locator && site ? endWith(',', site) : site,
    locator,
    ...parentheticals,
  ];
  return endWith('.', parts.filter(Boolean).join(' '), !site && !locator && !parentheticals.length);
}

function analysedDocument({ subject, sourceUrl, archiveUrl }: CitationData): string | undefined {
  const source = sourceUrl && (archiveUrl ? `${sourceUrl} [${archiveUrl}]` : sourceUrl);
  const archived = !source && archiveUrl && `${subject ? '' : 'a document '}archived at ${archiveUrl}`;
  const what = [subject, source ?? archived].filter(Boolean).join(', ');
  return what ? `(analyzing ${what})` : undefined;
}
