/**
 * The reader's own checks. They are made in the reader's browser and owe nothing to what the feed claims; a check that
 * could not be made is `unchecked` and says why.
 */
import type { Clause } from '../feed/types.js';
import { foldClause } from './clause-text.js';
import { sha256Hex } from './hash.js';
import { htmlText } from './html-text.js';
import { decode, download, Unreadable } from './snapshot.js';
import type { CheckSnapshotOptions, UncheckedReason } from './snapshot.js';

export type { CheckSnapshotOptions, UncheckedReason } from './snapshot.js';

/** What came of one check. */
export interface CheckResult {
  /**
   * `clause`: its text against its hash. `snapshot`: the stored copy's bytes against theirs. `clause-in-snapshot`: the
   * clause looked for in those bytes, whatever became of their hash.
   */
  readonly subject: 'clause' | 'snapshot' | 'clause-in-snapshot';
  /** Which clause of the record. */
  readonly index?: number | undefined;
  /**
   * `matches-folded`: found, but only without mark-up and with typography folded. For `clause-in-snapshot`, `differs`
   * is "not found": the wording may still be there in a form that only a browser makes of the page.
   */
  readonly outcome: 'matches' | 'matches-folded' | 'differs' | 'unchecked';
  /** With `unchecked`, always. */
  readonly reason?: UncheckedReason | undefined;
}

type Finding = Pick<CheckResult, 'outcome' | 'reason'>;

/** What a stored copy is checked against. */
export interface Snapshot {
  /** `provenance.snapshot_url` */
  readonly snapshotUrl: string | undefined;
  /** `provenance.sha256`, over the bytes that `snapshotUrl` serves, after the transfer's compression. */
  readonly sha256: string | undefined;
  readonly clauses: readonly Clause[] | undefined;
}

/** Compares bytes or text with the hash that the feed gives for them. */
async function checkHash(data: BufferSource | string, sha256: string | undefined): Promise<Finding> {
  if (sha256 === undefined) return { outcome: 'unchecked', reason: 'no-hash' };
  const found = await sha256Hex(data);
  if (found !== undefined) return { outcome: found === sha256 ? 'matches' : 'differs' };
  return { outcome: 'unchecked', reason: globalThis.crypto?.subtle ? 'not-text' : 'no-secure-context' };
}

/** A clause's text, as it stands, against its own hash. */
export async function checkClause(clause: Clause, index?: number): Promise<CheckResult> {
  return { subject: 'clause', index, ...(await checkHash(clause.text, clause.sha256)) };
}

/** Looks for a clause in a document, as `findClause` does, with the document's mark-up taken off before it is folded. */
function clauseFinder(document: string, type: string): (clause: string) => Finding {
  let plain: string | undefined;
  return (clause) => {
    const folded = foldClause(clause);
    if (!folded) return { outcome: 'unchecked', reason: 'no-clause' };
    if (document.includes(clause)) return { outcome: 'matches' };
    // Only what calls itself mark-up: in plain text "<a>" is three characters, and taking them off would falsify it.
    const markup = /html|xml/i.test(type) || /^\s*<(?:!doctype|html|\?xml)/i.test(document);
    plain ??= foldClause(markup ? htmlText(document) : document);
    return { outcome: plain.includes(folded) ? 'matches-folded' : 'differs' };
  };
}

/**
 * The stored copy's bytes against their hash, and each clause looked for in them: first as it stands in the decoded
 * text (mark-up and all), then in what is left of it without tags, entities and typography. One result for the copy,
 * then one for each clause; where there are no clauses, one that says so. Rejects only when given up.
 */
export async function checkSnapshot(snapshot: Snapshot, options: CheckSnapshotOptions = {}): Promise<CheckResult[]> {
  const { snapshotUrl, sha256, clauses } = snapshot;
  const results = (copy: Finding, find: (clause: string) => Finding): CheckResult[] => [
    { subject: 'snapshot', ...copy },
    ...(clauses?.length
      ? clauses.map(({ text }, index): CheckResult => ({ subject: 'clause-in-snapshot', index, ...find(text) }))
      : [{ subject: 'clause-in-snapshot', outcome: 'unchecked', reason: 'no-clause' } as const]),
  ];
  const unchecked = (reason: UncheckedReason) => ({ outcome: 'unchecked', reason }) as const;

  if (snapshotUrl === undefined) return results(unchecked('no-snapshot'), () => unchecked('no-snapshot'));
  try {
    const { bytes, type } = await download(snapshotUrl, options);
    const copy = await checkHash(bytes, sha256);
    const document = decode(bytes, type);
    return results(copy, document === undefined ? () => unchecked('not-text') : clauseFinder(document, type));
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return results(unchecked(error.reason), () => unchecked(error.reason));
  }
}
