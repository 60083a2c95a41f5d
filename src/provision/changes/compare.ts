import { isOlder } from '../../feed/feed-age.js';
import { readingText } from '../quotation/read-quotation.js';
import { clauseResult } from './clause-difference.js';
import { differenceKinds } from './difference.js';
import type { Difference, Published, RecordInFeed } from './difference.js';

/** The differences between a record and what an article published of it. */
export interface DifferenceReport {
  /** The most severe first. Empty where nothing has changed, and where the record is older than the published one. */
  readonly differences: readonly Difference[];
  /** A part of the comparison was not possible, so that there may be more differences. */
  readonly isUnchecked: boolean;
}

/**
 * Compares a record with what an article published of it. A clause that is back at the published wording counts as
 * unchanged.
 */
export async function comparePublished(published: Published, current: RecordInFeed): Promise<DifferenceReport> {
  const { record } = published;
  if (record && isOlder(current.feed, record.feed)) return { differences: [], isUnchecked: false };
  const [publishedDetails, currentDetails] = [record?.provision._provision, current.provision._provision];
  const differences: Difference[] = [];
  if (currentDetails.status === 'withdrawn' && publishedDetails?.status !== 'withdrawn') {
    // A withdrawn record may have lost its clause. The article's words remain, marked as a quotation.
    const lines = currentDetails.clauses ? undefined : published.reading?.lines;
    differences.push({
      kind: 'withdrawn',
      ...(lines?.length && { isQuotation: true, from: { text: readingText(lines), captured: published.captured } }),
    });
  }
  if (
    currentDetails.status === 'corrected' &&
    publishedDetails &&
    (publishedDetails.status !== 'corrected' || publishedDetails.status_note !== currentDetails.status_note)
  ) {
    differences.push({ kind: 'corrected' });
  }
  const { difference: clause, isUnchecked = false } = await clauseResult(published, current);
  if (clause) differences.push(clause);
  if (
    publishedDetails?.severity &&
    currentDetails.severity &&
    publishedDetails.severity.level !== currentDetails.severity.level
  ) {
    differences.push({
      kind: 'severity',
      from: { text: publishedDetails.severity.label ?? publishedDetails.severity.level },
      to: { text: currentDetails.severity.label ?? currentDetails.severity.level },
    });
  }
  const [before, after] = [publishedDetails?.document?.last_updated, currentDetails.document?.last_updated];
  if (!clause && before !== undefined && after !== undefined && before !== after) {
    differences.push({ kind: 'document', from: { effective: before }, to: { effective: after } });
  }
  differences.sort((a, b) => differenceKinds.indexOf(a.kind) - differenceKinds.indexOf(b.kind));
  return { differences, isUnchecked };
}
