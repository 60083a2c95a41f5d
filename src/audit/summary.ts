import { isFinding, stateNames, states } from './states.js';
import type { State } from './states.js';
import type { Finding } from './verdict.js';

/** The result of a run. */
export interface AuditResult {
  readonly findings: readonly Finding[];
  readonly articles: number;
  /** Articles that were left out by the limit. */
  readonly left: number;
}

/** How many there are in each state, the gravest first; those that are none are left out. */
export function countStates(findings: readonly Finding[]): ReadonlyMap<State, number> {
  const counts = new Map<State, number>();
  for (const state of stateNames) {
    const count = findings.filter((finding) => finding.state === state).length;
    if (count) counts.set(state, count);
  }
  return counts;
}

const count = (number: number, what: string) => `${number} ${number === 1 ? what : `${what}s`}`;

/** "200 articles, 312 embeds: 2 withdrawn, 9 changed, 301 as published". */
export function summaryLine({ findings, articles }: AuditResult): string {
  const embeds = findings.filter(({ form }) => form !== undefined).length;
  const parts = Array.from(countStates(findings), ([state, number]) => `${number} ${states[state].label}`);
  const said = parts.length ? parts.join(', ') : 'nothing to compare';
  return `${count(articles, 'article')}, ${count(embeds, 'embed')}: ${said}`;
}

/**
 * The exit code of a run: 1 where there is a finding, else 2 where something could not be checked, because a job that counts a failed
 * check as passed would fall silent on the day that it is needed; else 0.
 */
export function exitCode({ findings }: AuditResult): 0 | 1 | 2 {
  if (findings.some(({ state }) => isFinding(state))) return 1;
  return findings.some(({ state }) => state === 'not-checked') ? 2 : 0;
}
