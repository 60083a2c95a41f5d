import { attributes, markup } from '../html/markup.js';
import type { Content, Markup } from '../html/markup.js';
import { attributionOf } from '../provision/attribution.js';
import { facts, given, link, ours, paragraph } from './fragments.js';
import type { PublishedRecord } from './record-view.js';
import type { SectionRenderer } from './sections/section.js';

/** Renders the footer of a record: the disclaimer, the links, the record's id, and the source of the data with its licence. */
export function recordFooter(view: PublishedRecord, links: readonly Content[]): Markup {
  const { provision, feed, words } = view;
  const disclaimer = provision._provision.notices?.disclaimer ?? feed._provision_feed?.notices?.disclaimer;
  const source = attributionOf(feed);
  const name = source && ours(view, words.dataFrom(source.name));
  const licence = given(source?.licence);
  return markup`<footer>
${paragraph(disclaimer, 'disclaimer')}${facts([
    ...links,
    ours(view, words.record(provision.id)),
    name && (link(source.url, name) ?? name),
    licence && (link(source?.licenceUrl, licence, 'license noopener noreferrer') ?? licence),
  ])}</footer>
`;
}

/** Renders a record in one `<article>` with its language and direction: header, sections, footer. */
export function article(
  view: PublishedRecord,
  sections: readonly SectionRenderer[],
  foot: Markup,
  header: Markup,
  className: string,
  dir?: string,
): Markup {
  return markup`<article${attributes({ class: className, lang: view.language ?? '', dir })}>
${header}${sections.map((part) => part(view))}${foot}</article>
`;
}
