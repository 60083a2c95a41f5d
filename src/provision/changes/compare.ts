import { isOlder } from '../../feed/older.js';
import { readingText } from '../quotation/read-quotation.js';
import { clauseResult } from './clause-difference.js';
import { differenceKinds } from './difference.js';
import type { Difference, Published, RecordInFeed } from './difference.js';

/** What came of comparing a record with what an article carried of it. */
export interface Comparison {
  /** The gravest first; empty where nothing has changed, or where the record is older than what was published. */
  readonly differences: readonly Difference[];
  /** A part of the comparison could not be made: what has changed may be more. */
  readonly isUnchecked: boolean;
}

/** Compares a record with what an article carried of it. A clause that has gone back to the published wording has not changed. */
export async function comparePublished(published: Published, current: RecordInFeed): Promise<Comparison> {
  const { record } = published;
  if (record && isOlder(current.feed, record.feed)) return { differences: [], isUnchecked: false };
  const [was, is] = [record?.provision._provision, current.provision._provision];
  const found: Difference[] = [];
  if (is.status === 'withdrawn' && was?.status !== 'withdrawn') {
    // A withdrawn record may have lost its clause. The article's words stay, as what this article quotes.
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
