import { markup } from '../../embeds/markup.js';
import { facts, given, ours, paragraph, quotation, section } from '../parts.js';
import type { Section } from './section.js';

/** What has changed and when, newest first; the wording before and after, in words that need no colour. */
export const changes: Section = (view) => {
  const { words, more, page, formats, provision } = view;
  const list = provision._provision.changes;
  const at = (change: NonNullable<typeof list>[number]) => change.to?.captured ?? change.to?.effective ?? '';
  const newest = list && [...list].sort((a, b) => at(b).localeCompare(at(a)));
  const language = provision._provision.clauses?.[0]?.language;
  return (
    newest &&
    section(
      view,
      'changes',
      more.changes,
      newest.map(({ kind, summary: said, from, to }) => {
        const known = Object.entries(page.changeKinds).find(([name]) => name === kind)?.[1];
        const sides = [
          [page.before, from],
          [page.after, to],
        ] as const;
        return markup`<div class="change">
${facts([known === undefined ? given(kind) : markup`<b>${ours(view, known)}</b>`, to?.captured && ours(view, words.captured(formats.date(to.captured))), to?.effective && ours(view, page.effective(formats.date(to.effective)))], 'change-head')}${paragraph(said)}${sides.map(
          ([label, side]) =>
            side &&
            markup`<p class="side">${ours(view, label)}</p>\n${quotation([{ text: side.text, language }], side.url)}`,
        )}</div>
`;
      }),
    )
  );
};
