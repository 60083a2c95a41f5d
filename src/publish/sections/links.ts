/** Sections with links: the reader's options and further reading. */
import { markup } from '../../html/markup.js';
import type { Content, Markup } from '../../html/markup.js';
import { shownRating } from '../../provision/rating.js';
import { badge, link, ours, paragraph, section } from '../fragments.js';
import type { PublishedRecord } from '../record-view.js';
import type { SectionRenderer } from './section.js';

export const actions: SectionRenderer = (view) => {
  const { actions: list, notices } = view.provision._provision;
  return (
    list &&
    section(
      view,
      'actions',
      view.more.actions,
      entries(view, list),
      paragraph(notices?.actions ?? view.feed._provision_feed?.notices?.actions, 'caveat'),
    )
  );
};

export const related: SectionRenderer = (view) => {
  const list = view.provision._provision.related;
  return list && section(view, 'related', view.more.related, entries(view, list));
};

export const risks: SectionRenderer = (view) => {
  const list = view.provision._provision.other_risks;
  return list && section(view, 'risks', view.more.otherRisks, entries(view, list));
};

interface Entry {
  readonly title?: string;
  readonly text?: string;
  readonly url?: string;
  readonly severity?: { readonly level?: string; readonly label?: string };
}

/** Renders entries with title, text, rating and link; each part is optional. */
function entries(view: PublishedRecord, list: readonly Entry[]): Markup {
  return markup`<ul class="entries">\n${list.map(({ title, text, url, severity }) => {
    const rating = shownRating(severity, 'severity', view.feed);
    const named: Content = title === undefined ? undefined : markup`<b dir="auto">${link(url, title) ?? title}</b> `;
    return markup`<li>${named}${rating && badge(rating, ours(view, view.words.severity + view.words.colon))}${paragraph(text)}${
      title === undefined ? link(url, ours(view, view.more.more)) : undefined
    }</li>\n`;
  })}</ul>\n`;
}
