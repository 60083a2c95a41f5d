/** What has changed since an article was published, or since a live card was opened; and as of when a card is. */
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { ChangeMessages } from '../../i18n/change-messages.js';
import { enChanges } from '../../i18n/locales/en-changes.js';
import type { NoticeState } from '../../page/notice-state.js';
import type { Difference } from '../../provision/changes/difference.js';
import { facts, link } from '../templates/text.js';
import type { View } from '../templates/view.js';
import { wordingDiff } from '../templates/changes/wording-diff.js';

/** What leaves the clause as it was. */
const quiet: readonly string[] = ['regional', 'cosmetic', 'document', 'analysis'];

/** The day of a moment; to the minute is more than a notice needs. */
const day = (view: View, date: string | undefined) => date && view.formats.day(date);

/** The notice; nothing where there is nothing to say. */
export function notice(view: View, state: NoticeState): TemplateResult {
  const words = view.say('changes', enChanges);
  state.formatTime = (at) => view.formats.date(`${new Date(at).toISOString().slice(0, 16)}Z`);
  // The card's header says so already where it shows that record.
  const status = state.shown?.provision._provision.status;
  const differences = state.differences.filter(({ kind }) => kind !== status);
  const wording = differences.find(({ from, to, kind }) => from?.text && to?.text && kind !== 'severity');
  const isQuoted = !!wording?.isQuotation;
  const isQuiet = differences.every(({ kind }) => quiet.includes(kind));
  const open = view.isOpen('changes');
  const canSwitch =
    !state.isLive && differences.some(({ kind }) => kind !== 'document') && (state.isComplete || wording);
  return html`${
      differences.length
        ? html`<div class=${isQuiet ? 'notice quiet' : 'notice'} part="notice" lang=${view.words.locale}>
            ${differences.map((difference) => news(view, words, state, difference))}
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

/** Its time is written in by who follows the record: it changes oftener than the notice, and without a rendering. */
function asOf(said: (date: string) => string): TemplateResult {
  const [before, after] = said('\0').split('\0');
  return html`${before}<time></time>${after}`;
}

function news(view: View, words: ChangeMessages, state: NoticeState, difference: Difference): TemplateResult {
  const { kind } = difference;
  const said = newsOf(words, state.isLive, difference);
  const note =
    kind === 'corrected' || kind === 'withdrawn' ? state.current?.provision._provision.status_note : undefined;
  return html`<p part=${`news news-${kind}`}>
      <bdi>${quiet.includes(kind) ? said : html`<b>${said}</b>`}</bdi>${
        note === undefined ? undefined : html` <span lang=${view.language} dir="auto">${note}</span>`
      }
    </p>
    ${difference.isStillThere && difference.evidence !== 'likely' ? facts([words.quotedStands], 'dates') : undefined}
    ${details(view, words, state.isLive || difference.evidence === 'likely' || !!difference.isDatedByHistory, difference)}`;
}

/**
 * A difference in one sentence. "Since this article was published" is said only where the evidence is certain; a quotation whose
 * words alone are known says what became of those words.
 */
export function newsOf(words: ChangeMessages, isLive: boolean, difference: Difference): string {
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
