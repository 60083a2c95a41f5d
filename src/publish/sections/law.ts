/** Sections for institutions: the analysis and the applicable law. */
import { markup } from '../../html/markup.js';
import { analysisSections } from '../../provision/analysis.js';
import { groupRegulations } from '../../provision/jurisdictions.js';
import { shownRating } from '../../provision/rating.js';
import { badge, given, heading, link, ours, paragraph, section } from '../fragments.js';
import type { SectionRenderer } from './section.js';

/** The analysis for institutions. Each part's rating is on that part's own scale. */
export const analysis: SectionRenderer = (view) =>
  section(
    view,
    'analysis',
    view.more.analysis,
    analysisSections(view.provision._provision.institutional_analysis).map(
      ({ number, heading: title, text, rating }) => {
        const shown = shownRating(rating, 'severity');
        const rated = shown && badge(shown, ours(view, view.more.rating + view.words.colon));
        return [
          title === undefined
            ? rated
            : heading(view, 2, markup`<bdi>${number === undefined ? '' : `${number}. `}${title}</bdi>`, rated),
          paragraph(text),
        ];
      },
    ),
  );

export const agencies: SectionRenderer = (view) => {
  const list = view.provision._provision.agencies;
  return (
    list &&
    section(
      view,
      'agencies',
      view.more.agencies,
      markup`<ul class="entries">\n${list.map(
        ({ name, text, complaint_url: url }) =>
          markup`<li>${name === undefined ? undefined : markup`<b dir="auto">${name}</b>`}${paragraph(text)}${link(url, ours(view, view.more.fileComplaint))}</li>\n`,
      )}</ul>\n`,
    )
  );
};

/** All applicable laws, by jurisdiction, in the feed's order. */
export const regulations: SectionRenderer = (view) => {
  const { count, groups } = groupRegulations(view.provision._provision.regulations);
  if (!count) return undefined;
  return section(
    view,
    'regulations',
    view.more.regulations(view.formats.number(count)),
    markup`<dl class="fact-list">\n${groups.map(
      ({ labels, regulations: laws }) =>
        markup`<div><dt>${
          labels.length ? given(labels.join(' · ')) : ours(view, view.more.otherJurisdictions)
        }</dt>${laws.map(({ name, url }) => markup`<dd>${link(url, given(name)) ?? given(name)}</dd>`)}</div>\n`,
    )}</dl>\n`,
  );
};
