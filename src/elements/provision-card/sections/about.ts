import { html } from 'lit';
import { shownQuestions } from '../../../provision/questions.js';
import { tagList } from './links.js';
import { paragraph, partHeading, section } from './section.js';
import type { Section } from './section.js';

/** Renders the record's tags. */
export const categories: Section = (view, { provision }) =>
  section(view, 'categories', view.more.categories, tagList(view, provision.tags));

/** Renders questions and answers, without answers that repeat a section. */
export const faq: Section = (view, { provision, feed }) => {
  const questions = shownQuestions(provision, feed);
  return section(
    view,
    'faq',
    view.more.questions,
    questions.length
      ? html`${questions.map(
          ({ question, answer }) =>
            html`<div class="part">${question && partHeading(view, question)}${paragraph(view, answer)}</div>`,
        )}`
      : undefined,
  );
};

/** Renders the publisher's notices. The disclaimer is in the footer of every card instead. */
export const notices: Section = (view, { provision, feed }) => {
  const own = provision._provision.notices;
  const shared = feed._provision_feed?.notices;
  const lines = [own?.affiliation ?? shared?.affiliation, own?.built_from ?? shared?.built_from].map((line) =>
    paragraph(view, line),
  );
  return section(view, 'notices', view.more.notices, lines.some((line) => line) ? html`${lines}` : undefined);
};
