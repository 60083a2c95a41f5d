/** Renders a record's history. Lazy, with the word diff. */
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { ShownRecord } from '../../../page/shown-record.js';
import { date } from '../../../feed/scalars.js';
import { completeRecord } from '../../../feed/complete-record.js';
import type { ChangeMessages } from '../../../i18n/change-messages.js';
import { enChanges } from '../../../i18n/locales/en-changes.js';
import { dateOfChange, historyOf } from '../../../provision/changes/history.js';
import { natureOf } from '../../../provision/changes/change-kinds.js';
import type { Change } from '../../../provision/changes/change-kinds.js';
import { facts, link } from '../facts.js';
import type { View } from '../view.js';
import { wordingDiff } from './wording-diff.js';

export { changesStyles as styles } from './changes.styles.js';

/** Renders the content of `<provision-changes>`; undefined if there is no change. */
export function history(view: View, shown: ShownRecord, since: unknown): TemplateResult | undefined {
  const section = changesSection(
    view,
    html`<div class="title" part="heading" role="heading" aria-level=${view.headingLevel}>
      ${view.say('changes', enChanges).history}
    </div>`,
    shown,
    since,
  );
  return (
    section &&
    html`<div class="root block" part="base" lang=${view.words.locale}>
      ${section}
      <div class="footer" part="footer">
        ${facts(
          [link(shown.provision.url, view.words.fullRecord, 'permalink'), view.words.record(shown.provision.id)],
          'record',
        )}
      </div>
    </div>`
  );
}

/**
 * Renders a record's changes with their dates, the newest first; undefined if the feed has none.
 *
 * @param heading rendered above the list
 * @param since omits changes before this date; an invalid date is ignored
 */
export function changesSection(
  view: View,
  heading: TemplateResult,
  shown: ShownRecord,
  since?: unknown,
): TemplateResult | undefined {
  const words = view.say('changes', enChanges);
  const { provision } = completeRecord(shown);
  const { changes, clauses } = provision._provision;
  const history = historyOf(changes, date(since));
  if (!history.length) return undefined;
  return html`<div class="section changes" part="changes">
    ${heading}
    <ol class="history" part="history" role="list">
      ${history.map((change) =>
        entry(
          view,
          words,
          change,
          changes?.indexOf(change) ?? 0,
          clauses?.[0]?.language ?? (view.language || undefined),
        ),
      )}
    </ol>
  </div>`;
}

/** @param index position of the change in the feed. Stable key of its open state, because `since` may omit earlier ones. */
function entry(
  view: View,
  words: ChangeMessages,
  change: Change,
  index: number,
  language: string | undefined,
): TemplateResult {
  const { from, to, summary } = change;
  const nature = natureOf(change.kind);
  const when = dateOfChange(change)?.slice(0, 10);
  const isQuiet = nature !== 'substantive';
  const name = `change-${index}`;
  const open = !isQuiet || view.isOpen(name);
  const said = words.quiet[nature];
  // The analysis is in the record's language, which may differ from the clause's.
  const textLanguage = nature === 'analysis' ? view.language || undefined : language;
  const body =
    from || to
      ? html`${wordingDiff(view, words, { from: from?.text ?? '', to: to?.text ?? '', language: textLanguage, part: name })}
        ${facts(
          [
            captured(view, words, day(view, from?.captured), day(view, to?.captured)),
            to?.effective && words.inForce(day(view, to.effective) ?? ''),
            link(from?.url, words.earlierCopy),
            link(to?.url, words.laterCopy),
          ],
          'dates',
        )}`
      : undefined;
  return html`<li part="change">
    <p class="when" part="when">
      ${when && html`<time datetime=${when}><b>${view.formats.day(when)}</b></time>`}
      <span class="nature" part="nature">${words.natures[nature]}</span>
    </p>
    ${summary && html`<p lang=${view.language} dir="auto">${summary}</p>`} ${said && html`<p class="facts">${said}</p>`}
    ${
      isQuiet && body
        ? html`<button
            class="more"
            part="more"
            type="button"
            aria-expanded=${open}
            aria-controls=${name}
            @click=${() => {
              view.toggle(name);
            }}
          >
            ${open ? view.words.showLess : words.showDifference}
          </button>`
        : undefined
    }
    ${body && html`<div id=${name} class=${open ? 'folded' : 'folded closed'}>${body}</div>`}
  </li>`;
}

const day = (view: View, written: string | undefined) =>
  written === undefined ? undefined : view.formats.day(written);

function captured(
  view: View,
  words: ChangeMessages,
  from: string | undefined,
  to: string | undefined,
): string | undefined {
  if (from !== undefined && to !== undefined && from !== to) return words.capturedBoth(from, to);
  const one = to ?? from;
  return one === undefined ? undefined : view.words.captured(one);
}
