/** The small pieces of which pages are made. */
import { attributes, Markup, markup } from '../html/markup.js';
import type { Content } from '../html/markup.js';
import type { ShownRating } from '../provision/rating.js';
import { severityLevel } from '../provision/severity.js';
import type { RecordView } from './record-view.js';
import { shapePaths } from './shape.js';

/** A heading of our own words, `depth` levels below the record's. */
export function heading(view: RecordView, depth: number, words: Content, rating?: Markup): Markup {
  const tag = new Markup(`h${Math.min(6, view.headingLevel + depth)}`);
  return markup`<${tag}${attributes({ class: depth ? undefined : 'title' })}>${words}${rating && ' '}${rating}</${tag}>\n`;
}

/** Our own words among the feed's: in their own language, and a unit of their own in a line of another direction. */
export function ours(view: RecordView, words: string): Markup {
  return markup`<bdi lang="${view.words.locale}">${words}</bdi>`;
}

/** Words of the feed, in the language that the record around them has. */
export function given(words: string | undefined): Markup | undefined {
  return words === undefined ? undefined : markup`<bdi>${words}</bdi>`;
}

/** A paragraph of the feed's words. */
export function paragraph(words: string | undefined, className?: string): Markup | undefined {
  return words === undefined ? undefined : markup`<p${attributes({ class: className, dir: 'auto' })}>${words}</p>\n`;
}

/** A link out of the page. */
export function link(href: string | undefined, words: Content, rel?: string): Markup | undefined {
  return href === undefined
    ? undefined
    : markup`<a${attributes({ href, rel: rel ?? 'noopener noreferrer' })}>${words}</a>`;
}

/** An address as a link with itself as its words, where it can be long. */
export function addressLink(href: string | undefined): Markup | undefined {
  return link(href, markup`<bdi dir="ltr" translate="no">${href}</bdi>`);
}

/** The badge: shape, colour and the feed's own word. What scale it is on is said to screen readers, with its colon, where nothing beside it says so. */
export function badge(rating: ShownRating, scale?: Markup): Markup {
  const level = severityLevel(rating.level);
  return markup`<span class="badge level-${level}"><svg class="shape" viewBox="0 0 12 12" aria-hidden="true">${shapePaths(level, 'currentColor')}</svg>${
    scale && markup`<span class="sr">${scale}</span>`
  }<bdi>${rating.label}</bdi></span>`;
}

/** A section with its heading; nothing where it would be empty. */
export function section(
  view: RecordView,
  name: string,
  title: string,
  ...content: readonly Content[]
): Markup | undefined {
  const body = markup`${content}`;
  return body.html.trim()
    ? markup`<section class="${name}">\n${heading(view, 1, ours(view, title))}${body}</section>\n`
    : undefined;
}

/** Short facts on one line, the missing ones left out. */
export function facts(parts: readonly (Content | undefined)[], className = 'facts'): Markup | undefined {
  const shown = parts.filter((part) => part !== undefined && part !== '');
  return shown.length
    ? markup`<p class="${className}">${shown.map((part, index) => [index ? ' · ' : undefined, part])}</p>\n`
    : undefined;
}

/** A list of names and values; pairs without a value are left out. */
export function factList(
  view: RecordView,
  pairs: readonly (readonly [label: string, value: Content])[],
): Markup | undefined {
  const shown = pairs.filter(([, value]) => value !== undefined && value !== '');
  return shown.length
    ? markup`<dl class="fact-list">\n${shown.map(
        ([label, value]) => markup`<div><dt>${ours(view, label)}</dt><dd>${value}</dd></div>\n`,
      )}</dl>\n`
    : undefined;
}

/** The platform's words, in their own language. */
export function quotation(
  paragraphs: readonly { text: string; language?: string | undefined }[],
  cite?: string,
): Markup {
  return markup`<blockquote${attributes({ cite, translate: 'no' })}>\n${paragraphs.map(
    ({ text, language }) => markup`<p${attributes({ lang: language ?? '', dir: 'auto' })}>${text}</p>\n`,
  )}</blockquote>\n`;
}
