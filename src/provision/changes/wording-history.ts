/** The wordings in a record's history, and what the history adds to a difference. */
import type { Provision } from '../../feed/types.js';
import { readDate } from '../dates.js';
import { natureOf } from './change-kinds.js';
import type { Change } from './change-kinds.js';
import type { ClauseDifference, Wording } from './difference.js';

/** Joins the record's clauses to one text; undefined where it has none. */
export function clauseText({ _provision: { clauses } }: Provision): string | undefined {
  return clauses?.map(({ text }) => text).join('\n\n');
}

export function currentWording(provision: Provision): Wording {
  const { provenance } = provision._provision;
  return { text: clauseText(provision), captured: provenance?.captured, archive: provenance?.archive_url };
}

/**
 * Returns the document's wordings in a record's history, in order. Changes of the analysis are left out, because they
 * quote the analyst.
 */
export function versionsOf(changes: readonly Change[] | undefined): readonly string[] {
  const texts = (changes ?? []).flatMap(({ kind, from, to }) =>
    natureOf(kind) === 'analysis' ? [] : [from?.text, to?.text],
  );
  return [...new Set(texts.filter((text) => text !== undefined))];
}

/** Returns the wording that was in force at the date of a capture, by the dates of the history. */
export function versionAt(changes: readonly Change[] | undefined, captured: string): string | undefined {
  const moment = (date: string | undefined) => (date === undefined ? NaN : readDate(date).value.getTime());
  const dated = (changes ?? []).filter(({ kind, to }) => natureOf(kind) !== 'analysis' && to?.captured !== undefined);
  const at = moment(captured);
  return dated.filter(({ to }) => moment(to?.captured) <= at).at(-1)?.to?.text ?? dated[0]?.from?.text;
}

/** Completes a difference with data from the record's history: its kind and its dates. */
export function withHistory(
  evidence: ClauseDifference['evidence'],
  from: Wording,
  to: Wording,
  path: readonly Change[] | undefined,
): ClauseDifference {
  const natures = new Set(path?.map(({ kind }) => natureOf(kind)));
  const [first, last] = [path?.[0]?.from, path?.at(-1)?.to];
  const onlyNature = natures.size === 1 ? [...natures][0] : undefined;
  const kind =
    !path || natures.has('substantive') ? 'clause' : natures.has('regional-variant') ? 'regional' : 'cosmetic';
  return {
    kind,
    evidence,
    nature: onlyNature,
    ...(from.captured === undefined && first?.captured !== undefined && { isDatedByHistory: true as const }),
    from: { ...from, captured: from.captured ?? first?.captured, effective: first?.effective },
    to: { ...to, captured: to.captured ?? last?.captured, effective: last?.effective },
  };
}
