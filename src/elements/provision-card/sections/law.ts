import { html, nothing } from 'lit';
import { analysisSections } from '../../../provision/analysis.js';
import { groupRegulations } from '../../../provision/jurisdictions.js';
import { shownRating } from '../../../provision/rating.js';
import { severityBadge } from '../../provision-severity/severity-badge.js';
import { folded, link } from '../../templates/text.js';
import { paragraph, partHeading, section } from './section.js';
import type { Section } from './section.js';

/** Characters of one part of the analysis that are seen without asking for more. */
const partLimit = 900;

/** The analysis for institutions, in its parts. A part's rating stands on that part's own scale, not on the severity's. */
export const analysis: Section = (view, { provision }) => {
  const parts = analysisSections(provision._provision.institutional_analysis);
  const ownScale = { ...view, words: { ...view.words, severity: view.more.rating } };
  return section(
    view,
    'analysis',
    view.more.analysis,
    parts.length
      ? html`${parts.map(({ number, heading, text, rating }, index) => {
          const shown = shownRating(rating, 'severity');
          const badge = shown && severityBadge(ownScale, shown);
          return html`<div class="part">
            ${
              heading === undefined
                ? badge
                : partHeading(view, `${number === undefined ? '' : `${number}. `}${heading}`, badge)
            }${paragraph(view, text) && folded(view, `analysis-${index}`, text.length, { limit: partLimit }, html`${paragraph(view, text)}`)}
          </div>`;
        })}`
      : undefined,
  );
};

/** Who is in charge, and where a complaint can be filed. */
export const agencies: Section = (view, { provision }) =>
  section(
    view,
    'agencies',
    view.more.agencies,
    provision._provision.agencies &&
      html`<ul class="entries" role="list">
        ${provision._provision.agencies.map(
          ({ name, text, complaint_url }) =>
            html`<li>
              ${name && html`<b lang=${view.language} dir="auto">${name}</b>`}${paragraph(view, text)}${link(
                complaint_url,
                view.more.fileComplaint,
              )}
            </li>`,
        )}
      </ul>`,
  );

/** The laws that bear on it, by jurisdiction, in the order given; nothing is dropped. */
export const regulations: Section = (view, { provision }) => {
  const { count, groups } = groupRegulations(provision._provision.regulations);
  return section(
    view,
    'regulations',
    view.more.regulations(view.formats.number(count)),
    count
      ? html`<dl class="groups" lang=${view.language}>
          ${groups.map(
            ({ labels, regulations: laws }) =>
              html`<div>
                <dt dir="auto" lang=${labels.length ? nothing : view.words.locale}>
                  ${labels.join(' · ') || view.more.otherJurisdictions}
                </dt>
                ${laws.map(({ name, url }) => html`<dd dir="auto">${link(url, name) ?? name}</dd>`)}
              </div>`,
          )}
        </dl>`
      : undefined,
  );
};
