import { attributes, markup } from '../html/markup.js';
import type { Content, Markup } from '../html/markup.js';
import { attributionOf } from '../provision/attribution.js';
import { facts, given, link, ours, paragraph } from './parts.js';
import type { RecordView } from './record-view.js';
import type { Section } from './sections/section.js';

/** The foot of every record: what the analysis is not, which record it is, and where. */
export function recordFooter(view: RecordView, links: readonly Content[]): Markup {
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
    licence && (link(source?.licenceUrl, licence, 'license noopener') ?? licence),
  ])}</footer>
`;
}

/** The record: header, sections, foot, in one `<article>` of its language and direction. */
export function article(
  view: RecordView,
  sections: readonly Section[],
  foot: Markup,
  header: Markup,
  className: string,
  dir?: string,
): Markup {
  return markup`<article${attributes({ class: className, lang: view.language ?? '', dir })}>
${header}${sections.map((part) => part(view))}${foot}</article>
`;
}
