/** Building blocks of the published pages. */
import { attributes, Markup, markup } from '../html/markup.js';
import type { Content } from '../html/markup.js';
import type { ShownRating } from '../provision/rating.js';
import { severityLevel } from '../provision/severity.js';
import type { PublishedRecord } from './record-view.js';
import { shapePaths } from './shape.js';

/** Renders a heading in the interface language, `depth` levels below the record's heading. */
export function heading(view: PublishedRecord, depth: number, words: Content, rating?: Markup): Markup {
  const tag = new Markup(`h${Math.min(6, view.headingLevel + depth)}`);
  return markup`<${tag}${attributes({ class: depth ? undefined : 'title' })}>${words}${rating && ' '}${rating}</${tag}>\n`;
}

/** Renders interface text between the feed's text: with its own `lang`, and isolated from a line of another direction. */
export function ours(view: PublishedRecord, words: string): Markup {
  return markup`<bdi lang="${view.words.locale}">${words}</bdi>`;
}

/** Renders the feed's text in the language of the surrounding record. */
export function given(words: string | undefined): Markup | undefined {
  return words === undefined ? undefined : markup`<bdi>${words}</bdi>`;
}

/** Renders a paragraph of the feed's text. */
export function paragraph(words: string | undefined, className?: string): Markup | undefined {
  return words === undefined ? undefined : markup`<p${attributes({ class: className, dir: 'auto' })}>${words}</p>\n`;
}

/** Renders a link to another page. */
export function link(href: string | undefined, words: Content, rel?: string): Markup | undefined {
  return href === undefined
    ? undefined
    : markup`<a${attributes({ href, rel: rel ?? 'noopener noreferrer' })}>${words}</a>`;
}

/** Renders a URL as a link with the URL itself as text. */
export function addressLink(href: string | undefined): Markup | undefined {
  return link(href, markup`<bdi dir="ltr" translate="no">${href}</bdi>`);
}

/**
 * Renders the severity badge: shape, colour and the feed's label.
 *
 * @param scale name of the scale for screen readers, with its colon; needed where no visible text names the scale
 */
export function badge(rating: ShownRating, scale?: Markup): Markup {
  const level = severityLevel(rating.level);
  return markup`<span class="badge level-${level}"><svg class="shape" viewBox="0 0 12 12" aria-hidden="true">${shapePaths(level, 'currentColor')}</svg>${
    scale && markup`<span class="sr">${scale}</span>`
  }<bdi>${rating.label}</bdi></span>`;
}

/** Renders a section with its heading; undefined when the content is empty. */
export function section(
  view: PublishedRecord,
  name: string,
  title: string,
  ...content: readonly Content[]
): Markup | undefined {
  const body = markup`${content}`;
  return body.html.trim()
    ? markup`<section class="${name}">\n${heading(view, 1, ours(view, title))}${body}</section>\n`
    : undefined;
}

/** Renders short facts on one line, without the missing ones. */
export function facts(parts: readonly (Content | undefined)[], className = 'facts'): Markup | undefined {
  const shown = parts.filter((part) => part !== undefined && part !== '');
  return shown.length
    ? markup`<p class="${className}">${shown.map((part, index) => [index ? ' · ' : undefined, part])}</p>\n`
    : undefined;
}

/** Renders a list of names and values, without pairs that have no value. */
export function factList(
  view: PublishedRecord,
  pairs: readonly (readonly [label: string, value: Content])[],
): Markup | undefined {
  const shown = pairs.filter(([, value]) => value !== undefined && value !== '');
  return shown.length
    ? markup`<dl class="fact-list">\n${shown.map(
        ([label, value]) => markup`<div><dt>${ours(view, label)}</dt><dd>${value}</dd></div>\n`,
      )}</dl>\n`
    : undefined;
}

/** Renders the platform's wording, in its own language. */
export function quotation(
  paragraphs: readonly { text: string; language?: string | undefined }[],
  cite?: string,
): Markup {
  return markup`<blockquote${attributes({ cite, translate: 'no' })}>\n${paragraphs.map(
    ({ text, language }) => markup`<p${attributes({ lang: language ?? '', dir: 'auto' })}>${text}</p>\n`,
  )}</blockquote>\n`;
}
