import { isFinding, stateNames, states } from './states.js';
import type { State } from './states.js';
import type { Finding } from './verdict.js';

/** The result of a run. */
export interface AuditResult {
  readonly findings: readonly Finding[];
  readonly articles: number;
  /** Number of articles that the limit left out. */
  readonly left: number;
}

/** Counts the findings of each state, most serious first, without states that do not occur. */
export function countStates(findings: readonly Finding[]): ReadonlyMap<State, number> {
  const counts = new Map<State, number>();
  for (const state of stateNames) {
    const count = findings.filter((finding) => finding.state === state).length;
    if (count) counts.set(state, count);
  }
  return counts;
}

const count = (number: number, what: string) => `${number} ${number === 1 ? what : `${what}s`}`;

/** Example: "200 articles, 312 embeds: 2 withdrawn, 9 changed, 301 as published". */
export function summaryLine({ findings, articles }: AuditResult): string {
  const embeds = findings.filter(({ form }) => form !== undefined).length;
  const parts = Array.from(countStates(findings), ([state, number]) => `${number} ${states[state].label}`);
  const said = parts.length ? parts.join(', ') : 'nothing to compare';
  return `${count(articles, 'article')}, ${count(embeds, 'embed')}: ${said}`;
}

/**
 * Returns the exit code of a run: 1 when there is a finding, else 2 when something could not be checked, else 0. A failed check is not 0,
 * because a scheduled job would then stop reporting without notice.
 */
export function exitCode({ findings }: AuditResult): 0 | 1 | 2 {
  if (findings.some(({ state }) => isFinding(state))) return 1;
  return findings.some(({ state }) => state === 'not-checked') ? 2 : 0;
}
