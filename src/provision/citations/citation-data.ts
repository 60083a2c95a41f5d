import type { Feed, Provision } from '../../feed/types.js';
import { readDate } from '../dates.js';
import { attributionOf, attributionText } from '../attribution.js';
import { analystNames, documentName, platformName } from '../display-names.js';
import { cslMembers } from './csl.js';
import { partialDay } from './dates.js';
import { oneLine } from './one-line.js';
import type { CalendarDay, CitationData, CitationName, PartialDay } from './types.js';

export interface CitationInput {
  readonly provision: Provision;
  readonly feed: Feed | undefined;
  /** The day of access. A `Date` is converted in the time zone of the reader's device. */
  readonly accessed: Date | CalendarDay;
}

/**
 * Collects the data of a citation. Each valid member of `citation.csl` takes precedence, except the access date, which
 * is the reader's.
 */
export function citationData({ provision, feed, accessed }: CitationInput): CitationData {
  const { citation, provenance, platform, document, notices, record_id } = provision._provision;
  const csl = cslMembers(citation?.csl);
  const source = attributionOf(feed);
  const isAddress = source?.licence === source?.licenceUrl;
  const title = csl.title ?? oneLine(provision.title);
  const id = oneLine(provision.id);
  const recordId = oneLine(record_id) ?? id;
  const date = provision.date_published ?? provision.date_modified ?? provenance?.captured;
  const analysts = new Set(analystNames(provision, feed).flatMap((name) => oneLine(name) ?? []));
  const platformTitle = oneLine(platformName(platform));
  const documentTitle = oneLine(document?.title);
  const combinedName = oneLine(documentName(provision));
  const hasBothNames = platformTitle && documentTitle && combinedName !== documentTitle;
  return withoutUndefined<CitationData>({
    id: csl.id ?? id ?? 'provision',
    title: title ?? combinedName ?? 'Provision',
    authors: csl.author ?? [...analysts].map((literal) => ({ literal })),
    container: csl['container-title'] ?? oneLine(feed?.title),
    issued: csl.issued ?? (date === undefined ? undefined : dayOf(date)),
    accessed: readersDay(accessed),
    url: csl.URL ?? citation?.url ?? provision.url,
    recordId,
    // An id may be the record's URL, as JSON Feed recommends.
    number: csl.number ?? (/^https?:/i.test(recordId ?? '') ? undefined : recordId),
    platform: platformTitle,
    document: documentTitle,
    documentId: oneLine(document?.id),
    // A record without a title gets its subject as the title, which is not repeated here.
    subject: title && (hasBothNames ? `${platformTitle}, ${documentTitle}` : combinedName),
    captured: provenance?.captured,
    sha256: provenance?.sha256,
    sourceUrl: provenance?.source_url ?? document?.url,
    archiveUrl: provenance?.archive_url,
    language: csl.language ?? provision.language ?? feed?.language,
    notice: oneLine(notices?.citation ?? feed?._provision_feed?.notices?.citation),
    credit:
      source &&
      oneLine([attributionText(source), isAddress ? undefined : source.licenceUrl].filter(Boolean).join(', ')),
    csl,
  });
}

/** Returns the site, unless it is the only author, because no style prints one name twice. */
export function siteName({ authors, container }: CitationData): string | undefined {
  return isSoleAuthor(container, authors) ? undefined : container;
}

/** Whether `name` is the only author. */
export function isSoleAuthor(name: string | undefined, authors: readonly CitationName[]): boolean {
  const [first, second] = authors;
  return !!first && !second && 'literal' in first && first.literal.toLowerCase() === name?.toLowerCase();
}

/** Returns the day in UTC, because the interface shows all times in UTC. A date without a time is that day. */
function dayOf(written: string): PartialDay | undefined {
  const { value } = readDate(written);
  return partialDay([value.getUTCFullYear(), value.getUTCMonth() + 1, value.getUTCDate()]);
}

function readersDay(accessed: Date | CalendarDay): CalendarDay | undefined {
  const { year, month, day } =
    accessed instanceof Date
      ? { year: accessed.getFullYear(), month: accessed.getMonth() + 1, day: accessed.getDate() }
      : accessed;
  return partialDay([year, month, day]) && { year, month, day };
}

/** Drops members that are undefined. */
function withoutUndefined<T extends object>(members: { readonly [K in keyof Required<T>]: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as T;
}
