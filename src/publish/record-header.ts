import { markup } from '../html/markup.js';
import type { Markup } from '../html/markup.js';
import { analystNames, documentName, provisionTitle } from '../provision/display-names.js';
import { shownRating } from '../provision/rating.js';
import { badge, given, heading, ours } from './fragments.js';
import type { PublishedRecord } from './record-view.js';

/** Renders the record's header: document, title, analysts, ratings and status. */
export function recordHeader(view: PublishedRecord): Markup {
  const { provision, feed, words, formats } = view;
  const kicker = provision.title === undefined ? undefined : documentName(provision);
  const names = analystNames(provision, feed);
  const title = provisionTitle(provision);
  return markup`<header>
${kicker && markup`<p class="kicker" dir="auto">${kicker}</p>\n`}${heading(
    view,
    0,
    title === undefined ? ours(view, words.untitled) : given(title),
  )}${names.length ? markup`<p class="byline">${ours(view, words.analysisBy(formats.list(names)))}</p>\n` : undefined}${ratings(view)}${status(view)}</header>
`;
}

/** Renders the record's ratings, each on its own scale, with the level's description when the feed has one. */
function ratings({ provision, feed, ...view }: PublishedRecord): Markup | undefined {
  const shown = (['severity', 'confidence', 'basis'] as const).flatMap((scale) => {
    const rating = shownRating(provision._provision[scale], scale, feed);
    if (!rating) return [];
    const label = ours({ provision, feed, ...view }, view.words[scale]);
    const value = scale === 'severity' ? badge(rating) : given(rating.label);
    const meaning = [rating.description, rating.text].filter((text) => text !== undefined);
    return [
      markup`<div><dt>${label}</dt><dd>${value}${meaning.map(
        (text) => markup`<span class="meaning" dir="auto">${text}</span>`,
      )}</dd></div>\n`,
    ];
  });
  return shown.length ? markup`<dl class="ratings">\n${shown}</dl>\n` : undefined;
}

function status(view: PublishedRecord): Markup | undefined {
  const { status: state, status_note: note } = view.provision._provision;
  const words = state === 'corrected' ? view.words.corrected : state === 'withdrawn' ? view.words.withdrawn : undefined;
  return words === undefined && note === undefined
    ? undefined
    : markup`<p class="status">${words && markup`<b>${ours(view, words)}</b> `}${given(note)}</p>\n`;
}
