import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { ToolMessages } from '../../i18n/tool-messages.js';
import type { CheckResult } from '../../provision/evidence.js';
import type { View } from '../templates/view.js';

/** Renders the results of the checks in the reader's browser, with the reason if a check was impossible. */
export function checkResults(
  view: View,
  words: ToolMessages,
  checks: readonly CheckResult[] | 'pending',
): TemplateResult {
  return html`<div class="checks" part="checks">
    <p class="label">${checks === 'pending' ? words.checking : words.checks}</p>
    ${
      checks === 'pending'
        ? undefined
        : html`<ul role="list">
            ${checks.map(
              (check) =>
                html`<li class=${`check ${check.outcome}`} part=${`check check-${check.outcome}`}>
                  ${subject(view, words, check)}${view.words.colon}<b>${outcome(words, check)}</b>
                </li>`,
            )}
          </ul>`
    }
  </div>`;
}

function subject({ formats }: View, words: ToolMessages, { subject: of, index }: CheckResult): string {
  if (of === 'snapshot') return words.checkedSnapshot;
  const number = formats.number((index ?? 0) + 1);
  return of === 'clause' ? words.checkedClause(number) : words.checkedClauseInSnapshot(number);
}

function outcome(words: ToolMessages, { outcome: is, reason, subject: of }: CheckResult): string {
  switch (is) {
    case 'matches':
      return of === 'clause-in-snapshot' ? words.found : words.matches;
    case 'matches-folded':
      return words.foundFolded;
    case 'differs':
      return of === 'clause-in-snapshot' ? words.notFound : words.differs;
    default:
      return reason === undefined ? words.unchecked : words.uncheckedBecause(words.reasons[reason]);
  }
}
