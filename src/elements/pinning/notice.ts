/** Renders the notice: changes since the article was published, or since a live card was opened, and the time of the record. */
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { ChangeMessages } from '../../i18n/change-messages.js';
import { enChanges } from '../../i18n/locales/en-changes.js';
import type { NoticeState } from '../../page/notice-state.js';
import type { Difference } from '../../provision/changes/difference.js';
import { facts, link } from '../templates/facts.js';
import type { View } from '../templates/view.js';
import { wordingDiff } from '../templates/changes/wording-diff.js';

/** Kinds of changes that leave the clause as it was. */
const quietKinds: readonly string[] = ['regional', 'cosmetic', 'document', 'analysis'];

/** Formats a date without its time. */
const day = (view: View, date: string | undefined) => date && view.formats.day(date);

/** Renders the notice. Without differences only the time and the live region remain. */
export function notice(view: View, state: NoticeState): TemplateResult {
  const words = view.say('changes', enChanges);
  state.formatTime = (at) => view.formats.date(`${new Date(at).toISOString().slice(0, 16)}Z`);
  // The card's header already shows the status of the rendered record.
  const status = state.shown?.provision._provision.status;
  const differences = state.differences.filter(({ kind }) => kind !== status);
  const wording = differences.find(({ from, to, kind }) => from?.text && to?.text && kind !== 'severity');
  const isQuoted = !!wording?.isQuotation;
  const isQuiet = differences.every(({ kind }) => quietKinds.includes(kind));
  const open = view.isOpen('changes');
  const canSwitch =
    !state.isLive && differences.some(({ kind }) => kind !== 'document') && (state.isComplete || wording);
  return html`${
      differences.length
        ? html`<div class=${isQuiet ? 'notice quiet' : 'notice'} part="notice" lang=${view.words.locale}>
            ${differences.map((difference) => differenceLine(view, words, state, difference))}
            ${
              state.showsCurrent
                ? facts([isQuoted ? words.currentNotQuoted : words.currentShown], 'shown')
                : !state.isComplete && !state.isLive
                  ? facts([isQuoted ? words.quotedRest : wording ? words.rest : words.wordingUnknown], 'shown')
                  : undefined
            }
            <div class="choices">
              ${
                wording &&
                html`<button
                  class="more"
                  part="more"
                  type="button"
                  aria-expanded=${open}
                  aria-controls="changes"
                  @click=${() => {
                    view.toggle('changes');
                  }}
                >
                  ${words.showDifference}
                </button>`
              }
              ${
                canSwitch
                  ? html`<button
                      class="more"
                      part="more"
                      type="button"
                      @click=${() => {
                        state.toggle();
                      }}
                    >
                      ${state.showsCurrent ? (isQuoted ? words.showQuoted : words.showPublished) : words.showCurrent}
                    </button>`
                  : undefined
              }
            </div>
            ${
              wording &&
              html`<div id="changes" class=${open ? '' : 'closed'}>
                ${wordingDiff(view, words, {
                  from: wording.earlier ?? wording.from?.text ?? '',
                  to: wording.to?.text ?? '',
                  language: state.current?.provision._provision.clauses?.[0]?.language ?? (view.language || undefined),
                  part: 'changes',
                })}
              </div>`
            }
          </div>`
        : undefined
    }${
      state.asOf !== undefined && (state.isLive || state.isStale)
        ? html`<p class="facts as-of" part="as-of" lang=${view.words.locale}>
            ${asOf(state.isStale ? words.asOfStale : words.asOf)}
          </p>`
        : undefined
    }
    <p class="sr" role="status" lang=${view.words.locale}>${state.announcement}</p>`;
}

/**
 * Renders a sentence with an empty `<time>`. `RecordFollower` fills it in, because the time changes more often than the notice
 * and needs no rendering.
 */
function asOf(sentence: (date: string) => string): TemplateResult {
  const [before, after] = sentence('\0').split('\0');
  return html`${before}<time></time>${after}`;
}

function differenceLine(view: View, words: ChangeMessages, state: NoticeState, difference: Difference): TemplateResult {
  const { kind } = difference;
  const sentence = describeDifference(words, state.isLive, difference);
  const note =
    kind === 'corrected' || kind === 'withdrawn' ? state.current?.provision._provision.status_note : undefined;
  return html`<p part=${`news news-${kind}`}>
      <bdi>${quietKinds.includes(kind) ? sentence : html`<b>${sentence}</b>`}</bdi>${
        note === undefined ? undefined : html` <span lang=${view.language} dir="auto">${note}</span>`
      }
    </p>
    ${difference.isStillThere && difference.evidence !== 'likely' ? facts([words.quotedStands], 'dates') : undefined}
    ${details(view, words, state.isLive || difference.evidence === 'likely' || !!difference.isDatedByHistory, difference)}`;
}

/**
 * Describes a difference in one sentence. "Since this article was published" requires certain evidence; if only a quotation's
 * text is available, the sentence describes whether that text is still in the clause.
 */
export function describeDifference(words: ChangeMessages, isLive: boolean, difference: Difference): string {
  const { kind, nature, evidence, isStillThere } = difference;
  if (kind === 'cosmetic' && nature === 'date-only') return words.dateOnly;
  if (evidence !== 'likely') return words[isLive ? 'sinceOpened' : 'sincePublished'][kind];
  const quietly =
    kind === 'clause' ? undefined : words.quiet[nature ?? (kind === 'regional' ? 'regional-variant' : 'cosmetic')];
  return quietly ?? (isStillThere ? words.quotedStands : words.quotedGone);
}

function details(
  view: View,
  words: ChangeMessages,
  isEarlier: boolean,
  { kind, from, to }: Difference,
): TemplateResult | undefined {
  if (!from && !to) return undefined;
  if (kind === 'severity') return facts([words.fromTo(from?.text ?? '', to?.text ?? '')], 'dates');
  const updated = day(view, to?.effective);
  if (kind === 'document') return facts([updated && words.updated(updated)], 'dates');
  const [before, after] = [day(view, from?.captured), day(view, to?.captured)];
  return facts(
    [
      before && (isEarlier ? words.earlierCaptured(before) : words.publishedCaptured(before)),
      after && words.currentCaptured(after),
      updated && words.inForce(updated),
      link(from?.archive, words.earlierCopy),
      link(to?.archive, words.laterCopy),
    ],
    'dates',
  );
}
