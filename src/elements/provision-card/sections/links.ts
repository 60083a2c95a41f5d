import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { shownRating } from '../../../provision/rating.js';
import { severityBadge } from '../../provision-severity/severity-badge.js';
import { link } from '../../templates/facts.js';
import { paragraph, section } from './section.js';
import type { RecordView, Section } from './section.js';

interface Titled {
  readonly title?: string;
  readonly text?: string;
  readonly url?: string;
}

/** Renders entries with title, text and link, each only if it exists. */
function entries<Entry extends Titled>(
  view: RecordView,
  list: readonly Entry[] | undefined,
  extra: (entry: Entry) => TemplateResult | undefined = () => undefined,
): TemplateResult | undefined {
  return (
    list &&
    html`<ul class="entries" role="list">
      ${list.map((entry) => {
        const { title, text, url } = entry;
        return html`<li>
          ${title === undefined ? undefined : html`<b lang=${view.language} dir="auto">${link(url, title) ?? title}</b>`}
          ${extra(entry)}${paragraph(view, text)}${title === undefined ? link(url, view.more.more) : undefined}
        </li>`;
      })}
    </ul>`
  );
}

/** Renders the actions as given. Types and icons are not guessed from the text. */
export const actions: Section = (view, { provision, feed }) => {
  const { actions: list, notices } = provision._provision;
  const caveat = notices?.actions ?? feed._provision_feed?.notices?.actions;
  return section(
    view,
    'actions',
    view.more.actions,
    list && html`${entries(view, list)}${paragraph(view, caveat, 'caveat')}`,
  );
};

export const related: Section = (view, { provision }) =>
  section(view, 'related', view.more.related, entries(view, provision._provision.related));

export const risks: Section = (view, { provision, feed }) =>
  section(
    view,
    'risks',
    view.more.otherRisks,
    entries(view, provision._provision.other_risks, ({ severity }) => {
      const rating = shownRating(severity, 'severity', feed);
      return rating && severityBadge(view, rating);
    }),
  );

/** Renders the publisher's offers with a label. Shown only if the page names the section. */
export const promotions: Section = (view, { provision }) =>
  section(
    view,
    'promotions',
    view.more.promotions,
    entries(
      view,
      provision._provision.promotions,
      ({ note, chips }) => html`${paragraph(view, note)}${tagList(view, chips)}`,
    ),
  );

/** Renders short terms of the record in a row. */
export function tagList(view: RecordView, words: readonly string[] | undefined): TemplateResult | undefined {
  return (
    words &&
    html`<ul class="chips" role="list" lang=${view.language}>
      ${words.map((word) => html`<li dir="auto">${word}</li>`)}
    </ul>`
  );
}
