import { html } from 'lit';
import { citationData } from '../../../provision/citations/citation-data.js';
import { recordCitation } from '../../../provision/citations/record.js';
import { paragraph, section } from './section.js';
import type { Section } from './section.js';

/** Renders the record's own citation. It has no day of access, because that is the day on which a reader copies it. */
export const citation: Section = (view, shown) => {
  const { citation: given, notices } = shown.provision._provision;
  const { more } = view;
  const { accessed: _today, notice: _below, ...cited } = citationData({ ...shown, accessed: new Date() });
  const text = recordCitation(cited);
  return section(
    view,
    'citation',
    more.citation,
    // Citation forms are English in every language.
    html`<p class="citation-text" part="citation-text" lang="en" dir="ltr" translate="no">${text}</p>
      ${given?.accessed && html`<p class="facts">${more.citationAccessed(view.formats.date(given.accessed))}</p>`}${paragraph(
        view,
        notices?.citation ?? shown.feed._provision_feed?.notices?.citation,
        'caveat',
      )}`,
  );
};
