import { markup } from '../../html/markup.js';
import { historyOf } from '../../provision/changes/history.js';
import { natureOf } from '../../provision/changes/change-kinds.js';
import { facts, ours, paragraph, quotation, section } from '../fragments.js';
import type { SectionRenderer } from './section.js';

/**
 * The changes, newest first, in the same order and words as the card. Labels mark the wording before and after, so colour is not needed.
 */
export const changes: SectionRenderer = (view) => {
  const { words, more, page, formats, provision } = view;
  const history = historyOf(provision._provision.changes);
  const language = provision._provision.clauses?.[0]?.language;
  return history.length
    ? section(
        view,
        'changes',
        more.changes,
        history.map(({ kind, summary, from, to }) => {
          const nature = natureOf(kind);
          const quiet = view.changes.quiet[nature];
          const sides = [
            [page.before, from],
            [page.after, to],
          ] as const;
          return markup`<div class="change">
${facts([markup`<b>${ours(view, view.changes.natures[nature])}</b>`, to?.captured && ours(view, words.captured(formats.day(to.captured))), to?.effective && ours(view, page.effective(formats.date(to.effective)))], 'change-head')}${paragraph(summary)}${quiet && facts([ours(view, quiet)], 'change-note')}${sides.map(
            ([label, side]) =>
              side &&
              markup`<p class="side">${ours(view, label)}</p>\n${quotation([{ text: side.text, language }], side.url)}`,
          )}</div>
`;
        }),
      )
    : undefined;
};
