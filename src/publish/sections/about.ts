/** Sections about the record and its publisher. */
import { markup } from '../../html/markup.js';
import { shownQuestions } from '../../provision/questions.js';
import { given, heading, paragraph, section } from '../fragments.js';
import type { SectionRenderer } from './section.js';

export const categories: SectionRenderer = (view) =>
  view.provision.tags &&
  section(
    view,
    'categories',
    view.more.categories,
    markup`<ul class="chips">${view.provision.tags.map((tag) => markup`<li>${given(tag)}</li>`)}</ul>\n`,
  );

export const faq: SectionRenderer = (view) =>
  section(
    view,
    'faq',
    view.more.questions,
    shownQuestions(view.provision, view.feed).map(({ question, answer }) => [
      question === undefined ? undefined : heading(view, 2, given(question)),
      paragraph(answer),
    ]),
  );

/** The publisher's notices about itself. The disclaimer is in the footer of every record. */
export const notices: SectionRenderer = (view) => {
  const own = view.provision._provision.notices;
  const shared = view.feed._provision_feed?.notices;
  return section(
    view,
    'notices',
    view.more.notices,
    paragraph(own?.affiliation ?? shared?.affiliation),
    paragraph(own?.built_from ?? shared?.built_from),
  );
};
