import { html, nothing } from 'lit';
import { analysisSections } from '../../../provision/analysis.js';
import { groupRegulations } from '../../../provision/jurisdictions.js';
import { shownRating } from '../../../provision/rating.js';
import { severityBadge } from '../../provision-severity/severity-badge.js';
import { link } from '../../templates/facts.js';
import { folded } from '../../templates/fold.js';
import { paragraph, partHeading, section } from './section.js';
import type { Section } from './section.js';

/** Characters above which a part of the analysis is folded. */
const partLimit = 900;

/** Renders the analysis for institutions. Each part's rating has its own scale, which is not the severity's. */
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

/** Renders the competent agencies, with their addresses for complaints. */
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

/** Renders the applicable laws by jurisdiction, all of them in the record's order. */
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
