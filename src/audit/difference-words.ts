/** Descriptions of differences for an editor, with the card's messages. */
import type { Provision } from '../feed/types.js';
import { enChanges } from '../i18n/locales/en-changes.js';
import { sameClause } from '../provision/clause-text.js';
import { clauseText } from '../provision/changes/wording-history.js';
import type { Difference } from '../provision/changes/difference.js';
import { dateOfChange } from '../provision/changes/history.js';
import { pathBetween } from '../provision/changes/change-path.js';
import type { Verdict } from './verdict.js';

/** Returns the verdict of the most serious difference that misleads readers; undefined when there is none. */
export function changedVerdict(differences: readonly Difference[], provision: Provision): Verdict | undefined {
  const clause = differences.find(({ kind }) => kind === 'clause');
  if (clause) {
    const { evidence = 'certain', from, to, isStillThere } = clause;
    const message =
      evidence === 'certain'
        ? `${enChanges.sincePublished.clause}${isStillThere ? ` ${enChanges.quotedStands}` : ''}`
        : isStillThere
          ? enChanges.quotedStands
          : enChanges.quotedGone;
    return {
      state: 'changed',
      evidence,
      message,
      ...sinceWhen(clause, provision),
      published: from?.text,
      current: to?.text,
    };
  }
  const severity = differences.find(({ kind }) => kind === 'severity');
  if (!severity) return undefined;
  const { from, to } = severity;
  return {
    state: 'severity',
    evidence: 'certain',
    message: `${enChanges.sincePublished.severity} ${enChanges.fromTo(from?.text ?? '', to?.text ?? '')}.`,
    since: undefined,
    published: from?.text,
    current: to?.text,
  };
}

/** Describes differences that leave the clause's meaning unchanged. */
export function quietNotes(differences: readonly Difference[]): readonly string[] {
  return differences.flatMap(({ kind, nature, evidence }) => {
    if (kind !== 'regional' && kind !== 'cosmetic' && kind !== 'document') return [];
    if (kind === 'cosmetic' && nature === 'date-only') return enChanges.dateOnly;
    const quiet = enChanges.quiet[nature ?? (kind === 'regional' ? 'regional-variant' : 'cosmetic')];
    return evidence === 'likely' && quiet !== undefined ? quiet : enChanges.sincePublished[kind];
  });
}

/**
 * Returns the day on which the article's wording was replaced, from the record's history; without one, a day by which it had been
 * replaced.
 */
function sinceWhen({ from, to, earlier }: Difference, provision: Provision): Pick<Verdict, 'since' | 'by'> {
  const { clauses = [], changes } = provision._provision;
  const start = earlier ?? from?.text;
  const goals = [clauseText(provision) ?? '', ...clauses.map(({ text }) => text)];
  const path =
    start === undefined
      ? undefined
      : pathBetween(changes, ({ text }) => sameClause(text, start) !== 'different', goals);
  const since = path?.[0] && dateOfChange(path[0]);
  return since === undefined ? { by: to?.captured } : { since };
}
