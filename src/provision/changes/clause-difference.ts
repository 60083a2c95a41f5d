/** How a record's clause differs from what an article carried of it, and how certain that is. */
import type { Clause, Provision } from '../../feed/types.js';
import { foldClause, sameClause } from '../clause-text.js';
import { readDate } from '../dates.js';
import { isBetter } from '../quotation/find-quotation.js';
import type { Place } from '../quotation/find-quotation.js';
import { QuotedWords } from '../quotation/place-of-reading.js';
import { readingText } from '../quotation/read-quotation.js';
import type { QuotationReading } from '../quotation/read-quotation.js';
import type { ClauseDifference, Published, RecordInFeed, Wording } from './difference.js';
import { natureOf } from './kinds.js';
import type { Change } from './kinds.js';
import { knownWordings } from './known-wordings.js';
import type { KnownWordings } from './known-wordings.js';
import { pathBetween } from './path.js';

/** What is known of a clause after comparing. */
export interface ClauseResult {
  readonly difference?: ClauseDifference | undefined;
  /** A hash could not be computed, and the page carries nothing else to compare. */
  readonly isUnchecked?: boolean;
}

const nothing: ClauseResult = {};

/** The wording of a record's clauses as one text. */
export function clauseText({ _provision: { clauses } }: Provision): string | undefined {
  return clauses?.map(({ text }) => text).join('\n\n');
}

/**
 * Compares the clause with what was published: with the record itself, else with the hashes, else with the words of the quotation.
 * The evidence is `certain` for the first two, because both name one wording, and `likely` for words.
 */
export async function clauseResult(published: Published, { provision }: RecordInFeed): Promise<ClauseResult> {
  const { record, sha256: hashes, reading } = published;
  const whole = clauseText(provision);
  if (whole === undefined) return nothing;
  if (record) return { difference: sinceRecord(published, record, provision) };
  const words = reading?.lines.length ? new QuotedWords(reading.lines) : undefined;
  if (hashes?.length) {
    const known = await knownWordings(provision, reading, hashes);
    if (known.current) return { difference: sinceHash(published, hashes, known, provision, words) };
    // Without https a browser computes no hash. What the publisher claims of its own text is better than nothing.
    if (sameSet(provision._provision.clauses?.map(({ sha256 }) => sha256 ?? '') ?? [], hashes)) return nothing;
    if (!words) return { isUnchecked: true };
  }
  return words && reading ? { difference: sinceQuotation(published, reading, words, provision) } : nothing;
}

const sameText = (a: string, b: string) => sameClause(a, b) !== 'different';

const sameSet = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && [...a].sort().join() === [...b].sort().join();

function sinceRecord(
  { captured }: Published,
  { provision: then }: RecordInFeed,
  { _provision: { clauses = [], changes, provenance } }: Provision,
): ClauseDifference | undefined {
  const [before, after] = unmatched(then._provision.clauses ?? [], clauses);
  if (!then._provision.clauses || (before === '' && after === '')) return undefined;
  const own = then._provision.provenance;
  return told(
    'certain',
    { text: before, captured: own?.captured ?? captured, archive: own?.archive_url ?? own?.snapshot_url },
    { text: after, captured: provenance?.captured, archive: provenance?.archive_url },
    pathBetween(changes, ({ text }) => sameText(text, before), [after]),
  );
}

/** A hash that is not the clause's says that the clause has changed, unless both wordings are known and differ in typography only. */
function sinceHash(
  { captured, reading }: Published,
  hashes: readonly string[],
  known: KnownWordings,
  provision: Provision,
  words: QuotedWords | undefined,
): ClauseDifference | undefined {
  const { clauses = [], changes } = provision._provision;
  const whole = clauseText(provision) ?? '';
  const texts = hashes.flatMap((hash) => known.of(hash) ?? []);
  const to = now(provision);
  if (texts.length === hashes.length) {
    const before = texts.join('\n\n');
    const [gone, come] = unmatched(
      texts.map((text) => ({ text })),
      clauses,
    );
    if ((gone === '' && come === '') || sameText(before, whole)) return undefined;
    const path = pathBetween(changes, ({ text }) => texts.some((one) => sameText(text, one)), [
      whole,
      ...clauses.map(({ text }) => text),
    ]);
    return told('certain', { text: before, captured, archive: path?.[0]?.from?.url }, to, path);
  }
  const place = words?.placeIn(whole);
  // The page quotes all of the clause: it was set differently when the hash was made.
  if (place?.missing === 0 && place.added === 0) return undefined;
  // Somebody's own words about the clause are no wording of it, whatever the hash says.
  const isQuoted = place ?? [whole, ...versionsOf(changes)].some((version) => words?.isVersionOf(version));
  const quoted = isQuoted && reading ? { text: readingText(reading.lines) } : undefined;
  return {
    ...told('certain', { ...quoted, captured }, to, undefined),
    isQuotation: !!quoted,
    isStillThere: !!place?.missing,
  };
}

function sinceQuotation(
  { captured }: Published,
  reading: QuotationReading,
  words: QuotedWords,
  provision: Provision,
): ClauseDifference | undefined {
  const { clauses = [], changes } = provision._provision;
  const whole = clauseText(provision) ?? '';
  const text = readingText(reading.lines);
  if (sameText(text, whole)) return undefined;
  const goals = [whole, ...clauses.map((clause) => clause.text)];
  const quoted: Wording = { text, captured };
  const to = now(provision);
  const versions = versionsOf(changes);
  const isNow = (version: string) => goals.some((goal) => sameText(goal, version));
  const since = (start: string, isStillThere = false): ClauseDifference => {
    const path = pathBetween(changes, (version) => version.text === start, goals);
    return {
      ...told('likely', { ...quoted, archive: path?.[0]?.from?.url }, to, path),
      isQuotation: true,
      earlier: start,
      isStillThere,
    };
  };
  const places = goals.flatMap((goal) => words.placeIn(goal) ?? []);
  const place = places.reduce<Place | undefined>((best, one) => (best && !isBetter(one, best) ? best : one), undefined);
  // To the letter first: a change of punctuation is one, where the history has both.
  const exact = versions.find((version) => sameText(version, text) && !isNow(version));
  if (exact !== undefined) return since(exact, !!place?.missing);
  // Where both are quoted whole, the punctuation decides which one it was; where it does not, nothing has changed.
  const quotedWhole = versions
    .filter((version) => {
      const then = isNow(version) ? undefined : words.placeIn(version);
      return then?.missing === 0 && (!place || isBetter(then, place));
    })
    .at(-1);
  if (quotedWhole !== undefined) return since(quotedWhole, !!place);
  if (place?.missing === 0) return undefined;
  if (place) {
    const then = captured === undefined ? undefined : versionAt(changes, captured);
    return then !== undefined && !isNow(then) && words.placeIn(then) ? since(then, true) : undefined;
  }
  const part = versions.filter((version) => words.placeIn(version)).at(-1);
  if (part !== undefined) return since(part);
  const isVersion = [...goals, ...versions].some((version) => words.isVersionOf(version));
  return isVersion ? { ...told('likely', quoted, to, undefined), isQuotation: true } : undefined;
}

function now(provision: Provision): Wording {
  const { provenance } = provision._provision;
  return { text: clauseText(provision), captured: provenance?.captured, archive: provenance?.archive_url };
}

/** Wordings of the document in a record's history, in their order. A change of the analysis quotes the analyst. */
function versionsOf(changes: readonly Change[] | undefined): readonly string[] {
  const texts = (changes ?? []).flatMap(({ kind, from, to }) =>
    natureOf(kind) === 'analysis' ? [] : [from?.text, to?.text],
  );
  return [...new Set(texts.filter((text) => text !== undefined))];
}

/** The wording that was in force when something was captured, by the dates of the history. */
function versionAt(changes: readonly Change[] | undefined, captured: string): string | undefined {
  const moment = (date: string | undefined) => (date === undefined ? NaN : readDate(date).value.getTime());
  const dated = (changes ?? []).filter(({ kind, to }) => natureOf(kind) !== 'analysis' && to?.captured !== undefined);
  const at = moment(captured);
  return dated.filter(({ to }) => moment(to?.captured) <= at).at(-1)?.to?.text ?? dated[0]?.from?.text;
}

/** What of two lists of clauses the other does not have. */
function unmatched(a: readonly Clause[], b: readonly Clause[]): readonly [string, string] {
  const without = (list: readonly Clause[], other: readonly Clause[]) => {
    const texts = new Set(other.map(({ text }) => foldClause(text)));
    return list.flatMap(({ text }) => (texts.has(foldClause(text)) ? [] : text)).join('\n\n');
  };
  return [without(a, b), without(b, a)];
}

/** The difference with what the record's history adds: what it is called, and dates. */
function told(
  evidence: ClauseDifference['evidence'],
  from: Wording,
  to: Wording,
  path: readonly Change[] | undefined,
): ClauseDifference {
  const natures = new Set(path?.map(({ kind }) => natureOf(kind)));
  const [first, last] = [path?.[0]?.from, path?.at(-1)?.to];
  const one = natures.size === 1 ? [...natures][0] : undefined;
  const kind =
    !path || natures.has('substantive') ? 'clause' : natures.has('regional-variant') ? 'regional' : 'cosmetic';
  return {
    kind,
    evidence,
    nature: one,
    ...(from.captured === undefined && first?.captured !== undefined && { isDatedByHistory: true as const }),
    from: { ...from, captured: from.captured ?? first?.captured, effective: first?.effective },
    to: { ...to, captured: to.captured ?? last?.captured, effective: last?.effective },
  };
}
