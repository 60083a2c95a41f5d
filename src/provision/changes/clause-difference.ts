/** Compares a record's clause with the clause that an article was published with. */
import type { Clause, Provision } from '../../feed/types.js';
import { foldClause, sameClause } from '../clause-text.js';
import { isBetter } from '../quotation/find-quotation.js';
import type { Place } from '../quotation/find-quotation.js';
import { QuotationMatcher } from '../quotation/quotation-matcher.js';
import { readingText } from '../quotation/read-quotation.js';
import type { QuotationReading } from '../quotation/source-line.js';
import type { ClauseDifference, Published, RecordInFeed, Wording } from './difference.js';
import { knownWordings } from './known-wordings.js';
import type { KnownWordings } from './known-wordings.js';
import { pathBetween } from './change-path.js';
import { clauseText, currentWording, versionAt, versionsOf, withHistory } from './wording-history.js';

/** The result of comparing a clause. */
export interface ClauseResult {
  readonly difference?: ClauseDifference | undefined;
  /** A hash could not be computed, and the page holds nothing else to compare. */
  readonly isUnchecked?: boolean;
}

const noResult: ClauseResult = {};

/**
 * Compares the clause with the published record, else with the published hashes, else with the words of the quotation.
 * The evidence is `certain` for a record and for hashes, because both identify one wording, and `likely` for words.
 */
export async function clauseResult(published: Published, { provision }: RecordInFeed): Promise<ClauseResult> {
  const { record, sha256: hashes, reading } = published;
  const currentText = clauseText(provision);
  if (currentText === undefined) return noResult;
  if (record) return { difference: sinceRecord(published, record, provision) };
  const words = reading?.lines.length ? new QuotationMatcher(reading.lines) : undefined;
  if (hashes?.length) {
    const wordings = await knownWordings(provision, reading, hashes);
    if (wordings.current) return { difference: sinceHash(published, hashes, wordings, provision, words) };
    // Browsers compute no hash without https, so the feed's own `sha256` has to be trusted here.
    if (sameSet(provision._provision.clauses?.map(({ sha256 }) => sha256 ?? '') ?? [], hashes)) return noResult;
    if (!words) return { isUnchecked: true };
  }
  return words && reading ? { difference: sinceQuotation(published, reading, words, provision) } : noResult;
}

const sameText = (a: string, b: string) => sameClause(a, b) !== 'different';

const sameSet = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && [...a].sort().join() === [...b].sort().join();

function sinceRecord(
  { captured }: Published,
  { provision: earlier }: RecordInFeed,
  { _provision: { clauses = [], changes, provenance } }: Provision,
): ClauseDifference | undefined {
  const [before, after] = unmatched(earlier._provision.clauses ?? [], clauses);
  if (!earlier._provision.clauses || (before === '' && after === '')) return undefined;
  const own = earlier._provision.provenance;
  return withHistory(
    'certain',
    { text: before, captured: own?.captured ?? captured, archive: own?.archive_url ?? own?.snapshot_url },
    { text: after, captured: provenance?.captured, archive: provenance?.archive_url },
    pathBetween(changes, ({ text }) => sameText(text, before), [after]),
  );
}

/** Another hash means that the clause has changed, unless both wordings are known and differ in typography only. */
function sinceHash(
  { captured, reading }: Published,
  hashes: readonly string[],
  wordings: KnownWordings,
  provision: Provision,
  words: QuotationMatcher | undefined,
): ClauseDifference | undefined {
  const { clauses = [], changes } = provision._provision;
  const currentText = clauseText(provision) ?? '';
  const texts = hashes.flatMap((hash) => wordings.of(hash) ?? []);
  const to = currentWording(provision);
  if (texts.length === hashes.length) {
    const before = texts.join('\n\n');
    const [onlyBefore, onlyAfter] = unmatched(
      texts.map((text) => ({ text })),
      clauses,
    );
    if ((onlyBefore === '' && onlyAfter === '') || sameText(before, currentText)) return undefined;
    const path = pathBetween(changes, ({ text }) => texts.some((one) => sameText(text, one)), [
      currentText,
      ...clauses.map(({ text }) => text),
    ]);
    return withHistory('certain', { text: before, captured, archive: path?.[0]?.from?.url }, to, path);
  }
  const place = words?.placeIn(currentText);
  // The page quotes the whole clause, so the wording had other typography when the hash was computed.
  if (place?.missing === 0 && place.added === 0) return undefined;
  // A paraphrase is no wording of the clause, even where the hash differs.
  const isQuoted = place ?? [currentText, ...versionsOf(changes)].some((version) => words?.isVersionOf(version));
  const quoted = isQuoted && reading ? { text: readingText(reading.lines) } : undefined;
  return {
    ...withHistory('certain', { ...quoted, captured }, to, undefined),
    isQuotation: !!quoted,
    isStillThere: !!place?.missing,
  };
}

function sinceQuotation(
  { captured }: Published,
  reading: QuotationReading,
  words: QuotationMatcher,
  provision: Provision,
): ClauseDifference | undefined {
  const { clauses = [], changes } = provision._provision;
  const currentText = clauseText(provision) ?? '';
  const text = readingText(reading.lines);
  if (sameText(text, currentText)) return undefined;
  const currentTexts = [currentText, ...clauses.map((clause) => clause.text)];
  const quoted: Wording = { text, captured };
  const to = currentWording(provision);
  const versions = versionsOf(changes);
  const isNow = (version: string) => currentTexts.some((goal) => sameText(goal, version));
  const since = (start: string, isStillThere = false): ClauseDifference => {
    const path = pathBetween(changes, (version) => version.text === start, currentTexts);
    return {
      ...withHistory('likely', { ...quoted, archive: path?.[0]?.from?.url }, to, path),
      isQuotation: true,
      earlier: start,
      isStillThere,
    };
  };
  const places = currentTexts.flatMap((goal) => words.placeIn(goal) ?? []);
  const place = places.reduce<Place | undefined>((best, one) => (best && !isBetter(one, best) ? best : one), undefined);
  // Compares exactly first, because the history may hold a change of punctuation.
  const exact = versions.find((version) => sameText(version, text) && !isNow(version));
  if (exact !== undefined) return since(exact, !!place?.missing);
  // Where the quotation contains both wordings completely, the punctuation decides which one was quoted; with equal
  // punctuation nothing has changed.
  const quotedWhole = versions
    .filter((version) => {
      const earlier = isNow(version) ? undefined : words.placeIn(version);
      return earlier?.missing === 0 && (!place || isBetter(earlier, place));
    })
    .at(-1);
  if (quotedWhole !== undefined) return since(quotedWhole, !!place);
  if (place?.missing === 0) return undefined;
  if (place) {
    const earlier = captured === undefined ? undefined : versionAt(changes, captured);
    return earlier !== undefined && !isNow(earlier) && words.placeIn(earlier) ? since(earlier, true) : undefined;
  }
  const part = versions.filter((version) => words.placeIn(version)).at(-1);
  if (part !== undefined) return since(part);
  const isVersion = [...currentTexts, ...versions].some((version) => words.isVersionOf(version));
  return isVersion ? { ...withHistory('likely', quoted, to, undefined), isQuotation: true } : undefined;
}

/**
 * Returns, for two lists of clauses, the text that only the first one has and the text that only the second one has.
 */
function unmatched(a: readonly Clause[], b: readonly Clause[]): readonly [string, string] {
  const without = (list: readonly Clause[], other: readonly Clause[]) => {
    const texts = new Set(other.map(({ text }) => foldClause(text)));
    return list.flatMap(({ text }) => (texts.has(foldClause(text)) ? [] : text)).join('\n\n');
  };
  return [without(a, b), without(b, a)];
}
