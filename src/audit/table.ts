/** Writes the report for a terminal: a table per article, and advice. */
import { changeExcerpt } from './change-excerpt.js';
import { printable } from './printable.js';
import { isTold, stateNames, states } from './states.js';
import { summaryLine } from './summary.js';
import type { AuditResult } from './summary.js';
import type { Finding } from './verdict.js';

/** Maximum characters of a title in a row. */
const titleLength = 60;

/** @param all also lists embeds that are as published or cannot be compared (default: false) */
export function auditTable(result: AuditResult, all = false): string {
  const told = result.findings.filter(({ state }) => all || isTold(state));
  const articles = new Map<string, Finding[]>();
  for (const finding of told) articles.set(finding.article, [...(articles.get(finding.article) ?? []), finding]);
  const rows = new Map(told.map((finding) => [finding, columnsOf(finding)]));
  const widths = [0, 1, 2, 3].map((at) => Math.max(0, ...Array.from(rows.values(), (row) => width(row[at] ?? ''))));
  const lines: string[] = [];
  for (const [article, findings] of articles) {
    lines.push(printable(article));
    for (const finding of findings) {
      const row = rows.get(finding) ?? [];
      const cells = row.map((cell, at) => cell + ' '.repeat(Math.max(0, (widths[at] ?? 0) - width(cell))));
      lines.push(`  ${cells.join('  ').trimEnd()}`);
      for (const said of [finding.message, excerptOf(finding), ...(finding.notes ?? [])])
        if (said !== undefined) lines.push(`      ${printable(said)}`);
      if (finding.page !== undefined && isTold(finding.state)) lines.push(`      ${printable(finding.page)}`);
    }
    lines.push('');
  }
  const advice = stateNames.filter((state) => states[state].advice && told.some((finding) => finding.state === state));
  if (advice.length) {
    lines.push('What to do');
    for (const state of advice) lines.push(`  ${states[state].label}: ${states[state].advice}`);
    lines.push('');
  }
  lines.push(summaryLine(result));
  return `${lines.join('\n')}\n`;
}

function excerptOf({ state, published, current }: Finding): string | undefined {
  return state === 'changed' && published !== undefined && current !== undefined
    ? changeExcerpt(published, current)
    : undefined;
}

/** Returns the columns: position, state, date, record and title. */
function columnsOf({ line, column, state, evidence, since, by, record, title }: Finding): readonly string[] {
  const place = line === undefined ? '-' : `${line}:${column ?? 0}`;
  const label = states[state].label + (evidence === 'likely' ? ' (likely)' : '');
  const date = since !== undefined ? `since ${since.slice(0, 10)}` : by !== undefined ? `by ${by.slice(0, 10)}` : '';
  const name = printable(title ?? '');
  const short = name.length > titleLength ? `${name.slice(0, titleLength - 1)}…` : name;
  return [place, label, date, printable(record ?? ''), short];
}

const width = (text: string) => Array.from(text).length;
