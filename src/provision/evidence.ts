/**
 * Checks of the evidence in the reader's browser, independent of the feed's claims. A check that is not possible has
 * the outcome `unchecked` and a reason.
 */
import type { SnapshotCopy, SnapshotFailure } from '../feed/snapshot-download.js';
import type { Clause } from '../feed/types.js';
import { foldClause } from './clause-text.js';
import { decodeSnapshot } from './decode-snapshot.js';
import { sha256Hex } from './hash.js';
import { htmlText } from './html-text.js';

/** Why a check was not made. */
export type UncheckedReason =
  /** The feed has no SHA-256 to compare with. */
  | 'no-hash'
  /** The page is not served over https, so its browser offers no `crypto.subtle`. */
  | 'no-secure-context'
  /** The feed names no stored copy. */
  | 'no-snapshot'
  /** The download failed; see `SnapshotFailure`. */
  | SnapshotFailure['failure']
  /** The copy is no text, or its encoding is not the declared one. */
  | 'not-text'
  /** There is no clause, or the clause is empty after folding. */
  | 'no-clause';

/** The result of one check. */
export interface CheckResult {
  /**
   * `clause`: its text against its hash. `snapshot`: the stored copy's bytes against their hash. `clause-in-snapshot`:
   * a search for the clause in these bytes, whatever the result for their hash.
   */
  readonly subject: 'clause' | 'snapshot' | 'clause-in-snapshot';
  /** Index of the clause in the record. */
  readonly index?: number | undefined;
  /**
   * `matches-folded`: found, but only without mark-up and with typography folded. For `clause-in-snapshot`, `differs`
   * means "not found": a browser may still render the wording from scripts and style sheets.
   */
  readonly outcome: 'matches' | 'matches-folded' | 'differs' | 'unchecked';
  /** Always set for `unchecked`. */
  readonly reason?: UncheckedReason | undefined;
}

type CheckOutcome = Pick<CheckResult, 'outcome' | 'reason'>;

/** The data for checking a stored copy. */
export interface SnapshotToCheck {
  /** `provenance.snapshot_url` */
  readonly snapshotUrl: string | undefined;
  /** `provenance.sha256`, over the bytes that `snapshotUrl` serves after removing the transfer's compression. */
  readonly sha256: string | undefined;
  readonly clauses: readonly Clause[] | undefined;
}

/** Compares bytes or text with the hash in the feed. */
async function checkHash(data: BufferSource | string, sha256: string | undefined): Promise<CheckOutcome> {
  if (sha256 === undefined) return { outcome: 'unchecked', reason: 'no-hash' };
  const found = await sha256Hex(data);
  if (found !== undefined) return { outcome: found === sha256 ? 'matches' : 'differs' };
  return { outcome: 'unchecked', reason: globalThis.crypto?.subtle ? 'not-text' : 'no-secure-context' };
}

/** Compares the exact text of a clause with its hash. */
export async function checkClause(clause: Clause, index?: number): Promise<CheckResult> {
  return { subject: 'clause', index, ...(await checkHash(clause.text, clause.sha256)) };
}

/** Returns a search in a document like `findClause`, which removes the document's mark-up before folding. */
function clauseFinder(document: string, type: string): (clause: string) => CheckOutcome {
  let plain: string | undefined;
  return (clause) => {
    const folded = foldClause(clause);
    if (!folded) return { outcome: 'unchecked', reason: 'no-clause' };
    if (document.includes(clause)) return { outcome: 'matches' };
    // Only for documents that declare mark-up: in plain text, "<a>" is three characters that have to stay.
    const markup = /html|xml/i.test(type) || /^\s*<(?:!doctype|html|\?xml)/i.test(document);
    plain ??= foldClause(markup ? htmlText(document) : document);
    return { outcome: plain.includes(folded) ? 'matches-folded' : 'differs' };
  };
}

/**
 * Compares the stored copy's bytes with their hash, and searches the copy for each clause: first in the decoded text with its mark-up,
 * then in the text without tags, entities and typography. Returns one result for the copy and one for each clause; without clauses, one
 * result with the reason `no-clause`. Rejects only with the error of `download`.
 *
 * @param download downloads the copy, such as `downloadSnapshot`; this folder does not fetch
 */
export async function checkSnapshot(
  { snapshotUrl, sha256, clauses }: SnapshotToCheck,
  download: (url: string) => Promise<SnapshotCopy | SnapshotFailure>,
): Promise<CheckResult[]> {
  const results = (copy: CheckOutcome, find: (clause: string) => CheckOutcome): CheckResult[] => [
    { subject: 'snapshot', ...copy },
    ...(clauses?.length
      ? clauses.map(({ text }, index): CheckResult => ({ subject: 'clause-in-snapshot', index, ...find(text) }))
      : [{ subject: 'clause-in-snapshot', outcome: 'unchecked', reason: 'no-clause' } as const]),
  ];
  const unchecked = (reason: UncheckedReason) => ({ outcome: 'unchecked', reason }) as const;

  if (snapshotUrl === undefined) return results(unchecked('no-snapshot'), () => unchecked('no-snapshot'));
  const copy = await download(snapshotUrl);
  if ('failure' in copy) return results(unchecked(copy.failure), () => unchecked(copy.failure));
  const document = decodeSnapshot(copy.bytes, copy.type);
  return results(
    await checkHash(copy.bytes, sha256),
    document === undefined ? () => unchecked('not-text') : clauseFinder(document, copy.type),
  );
}
