import { markup } from '../../html/markup.js';
import { citationData } from '../../provision/citations/citation-data.js';
import { recordCitation } from '../../provision/citations/record.js';
import { facts, ours, paragraph, section } from '../fragments.js';
import type { SectionRenderer } from './section.js';

/** The record's citation. It has no access date, because that depends on the reader. */
export const citation: SectionRenderer = (view) => {
  const { provision, feed, more, formats } = view;
  const { citation: own, notices } = provision._provision;
  const data = citationData({ provision, feed, accessed: { year: 0, month: 0, day: 0 } });
  const { accessed: _, notice: __, ...rest } = { ...data, url: data.url ?? view.permalink };
  return section(
    view,
    'citation',
    more.citation,
    // Citation formats are English in every locale.
    markup`<p class="citation-text" lang="en" dir="ltr" translate="no">${recordCitation(rest)}</p>\n`,
    facts([own?.accessed && ours(view, more.citationAccessed(formats.date(own.accessed)))]),
    paragraph(notices?.citation ?? feed._provision_feed?.notices?.citation, 'caveat'),
  );
};
