/** What has become of a record since an article was published: as pure data, to be said in words elsewhere. */
import { isOlder } from '../../feed/older.js';
import type { Clause, Feed, Provision } from '../../feed/types.js';
import { findClause, foldClause, sameClause } from '../clause-text.js';
import { natureOf } from './kinds.js';
import type { Change, ChangeNature } from './kinds.js';
import { pathBetween } from './path.js';
import { matchesQuotation, resembles } from './quotation.js';

/**
 * What the world has done, the gravest first. `regional` is another region's edition, `cosmetic` typing or a date;
 * `document` is a new version of the document in which the clause is the same, `analysis` anything else, which only a live
 * element tells.
 */
export const differenceKinds = [
  'withdrawn',
  'corrected',
  'clause',
  'severity',
  'regional',
  'cosmetic',
  'document',
  'analysis',
] as const;
export type DifferenceKind = (typeof differenceKinds)[number];

/** What an article carried of a record when it was published; each where it is known. */
export interface Published {
  /** The record itself, as the `application/json` child had it. */
  readonly record?: RecordInFeed | undefined;
  /** The wording that the article quotes. */
  readonly quotation?: string | undefined;
  /** BCP 47 tag of that wording's language. */
  readonly language?: string | undefined;
  /** Whether the quotation names this record, so that it cannot be one of something else. */
  readonly quotesRecord?: boolean | undefined;
  /** SHA-256 of the clause. */
  readonly sha256?: string | undefined;
  /** When the wording was captured. */
  readonly captured?: string | undefined;
}

export interface RecordInFeed {
  readonly provision: Provision;
  readonly feed: Feed;
}

/** One of two wordings. `text` is missing where only its hash is known. */
export interface Wording {
  readonly text?: string | undefined;
  readonly captured?: string | undefined;
  readonly effective?: string | undefined;
  readonly archive?: string | undefined;
}

export interface Difference {
  readonly kind: DifferenceKind;
  /** What the record's own history calls it. */
  readonly nature?: ChangeNature | undefined;
  readonly from?: Wording | undefined;
  readonly to?: Wording | undefined;
}

const sameText = (a: string, b: string) => sameClause(a, b) !== 'different';

/** The wording of a record's clauses as one text. */
export function clauseText({ _provision: { clauses } }: Provision): string | undefined {
  return clauses?.map(({ text }) => text).join('\n\n');
}

/**
 * How a record differs from what an article carried of it, the gravest first. Nothing where it does not, where its clause
 * has gone back to the published wording, or where it is older than what was published.
 *
 * @param hash SHA-256 of the current clause's text, where it could be computed
 */
export function differencesOf(published: Published, current: RecordInFeed, hash?: string): readonly Difference[] {
  const { record } = published;
  if (record && isOlder(current.feed, record.feed)) return [];
  const [was, is] = [record?.provision._provision, current.provision._provision];
  const found: Difference[] = [];
  if (is.status === 'withdrawn' && was?.status !== 'withdrawn') found.push({ kind: 'withdrawn' });
  if (is.status === 'corrected' && was && (was.status !== 'corrected' || was.status_note !== is.status_note)) {
    found.push({ kind: 'corrected' });
  }
  const clause = clauseDifference(published, current, hash);
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
  return found.sort((a, b) => differenceKinds.indexOf(a.kind) - differenceKinds.indexOf(b.kind));
}

function clauseDifference(
  { record, quotation, quotesRecord, sha256, captured }: Published,
  { provision }: RecordInFeed,
  hash: string | undefined,
): Difference | undefined {
  const { clauses, changes, provenance } = provision._provision;
  const whole = clauseText(provision);
  if (!clauses || whole === undefined) return undefined;
  if (record) {
    const [before, after] = unmatched(record.provision._provision.clauses, clauses);
    if (!record.provision._provision.clauses || (before === '' && after === '')) return undefined;
    const own = record.provision._provision.provenance;
    return told(
      { text: before, captured: own?.captured ?? captured, archive: own?.archive_url ?? own?.snapshot_url },
      { text: after, captured: provenance?.captured, archive: provenance?.archive_url },
      pathBetween(changes, ({ text }) => sameText(text, before), after),
    );
  }
  const to = { text: whole, captured: provenance?.captured, archive: provenance?.archive_url };
  if (sha256 !== undefined && [hash, ...(hash ? [] : clauses.map((clause) => clause.sha256))].includes(sha256)) {
    return undefined;
  }
  if (quotation !== undefined) {
    if (clauses.every(({ text }) => findClause(quotation, text))) return undefined;
    // A clause that was quoted whole, and has got a sentence more since, has changed; one that was quoted in part has not.
    const length = foldClause(quotation).length;
    const quotedWhole = pathBetween(
      changes,
      ({ text }) => !!findClause(quotation, text) && foldClause(text).length > 0.7 * length,
      whole,
    );
    if (!quotedWhole && matchesQuotation(quotation, whole)) return undefined;
    const path = quotedWhole ?? pathBetween(changes, ({ text }) => matchesQuotation(quotation, text), whole);
    // What is quoted may be something else altogether, and then nothing has changed.
    if (!path && !quotesRecord && !(sha256 !== undefined && hash) && !resembles(quotation, whole)) return undefined;
    const start = path?.[0]?.from;
    return told({ text: start?.text ?? quotation, captured, archive: start?.url }, to, path);
  }
  if (sha256 !== undefined && hash !== undefined) {
    const path = pathBetween(changes, ({ clause_sha256: one }) => one === sha256, whole);
    return told({ text: path?.[0]?.from?.text, captured, archive: path?.[0]?.from?.url }, to, path);
  }
  return undefined;
}

/** What of two lists of clauses the other does not have. */
function unmatched(a: readonly Clause[] | undefined, b: readonly Clause[]): readonly [string, string] {
  const without = (list: readonly Clause[], other: readonly Clause[]) => {
    const texts = new Set(other.map(({ text }) => foldClause(text)));
    return list.flatMap(({ text }) => (texts.has(foldClause(text)) ? [] : text)).join('\n\n');
  };
  return [without(a ?? [], b), without(b, a ?? [])];
}

/** The difference with what the record's history adds: what it is called, and dates. */
function told(from: Wording, to: Wording, path: readonly Change[] | undefined): Difference {
  const natures = new Set(path?.map(({ kind }) => natureOf(kind)));
  const [first, last] = [path?.[0]?.from, path?.at(-1)?.to];
  const one = natures.size === 1 ? [...natures][0] : undefined;
  const kind =
    !path || natures.has('substantive') ? 'clause' : natures.has('regional-variant') ? 'regional' : 'cosmetic';
  return {
    kind,
    nature: one,
    from: { ...from, captured: from.captured ?? first?.captured, effective: first?.effective },
    to: { ...to, captured: to.captured ?? last?.captured, effective: last?.effective },
  };
}
