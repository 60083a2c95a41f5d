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
  const [was, is] = [record?.provision._provision, current.provision._provision];
  const found: Difference[] = [];
  if (is.status === 'withdrawn' && was?.status !== 'withdrawn') {
    // A withdrawn record may have lost its clause. The article's words remain, marked as a quotation.
    const lines = is.clauses ? undefined : published.reading?.lines;
    found.push({
      kind: 'withdrawn',
      ...(lines?.length && { isQuotation: true, from: { text: readingText(lines), captured: published.captured } }),
    });
  }
  if (is.status === 'corrected' && was && (was.status !== 'corrected' || was.status_note !== is.status_note)) {
    found.push({ kind: 'corrected' });
  }
  const { difference: clause, isUnchecked = false } = await clauseResult(published, current);
  if (clause) found.push(clause);
  if (was?.severity && is.severity && was.severity.level !== is.severity.level) {
    found.push({
      kind: 'severity',
      from: { text: was.severity.label ?? was.severity.level },
      to: { text: is.severity.label ?? is.severity.level },
    });
  }
  const [before, after] = [was?.document?.last_updated, is.document?.last_updated];
  if (!clause && before !== undefined && after !== undefined && before !== after) {
    found.push({ kind: 'document', from: { effective: before }, to: { effective: after } });
  }
  found.sort((a, b) => differenceKinds.indexOf(a.kind) - differenceKinds.indexOf(b.kind));
  return { differences: found, isUnchecked };
}
