import { comparisonOf } from '../provision/comparison/comparison.js';
import { cutExcerpt, excerptOf } from '../provision/excerpt.js';
import { analystNames } from '../provision/display-names.js';
import type { PublishedWords } from '../i18n/published.js';
import { colourSchemes } from './colour-scheme.js';
import { EmbedError } from './error.js';
import { creditLine, embedFacts, sentences } from './embed-facts.js';
import { attributes, markup, pastedText } from '../html/markup.js';
import type { Markup } from '../html/markup.js';
import type { CheckedOptions } from './options.js';
import type { EmbedSource } from './source.js';

/** Characters of the clause in the text below an iframe. */
const excerptLength = 160;

/** Returns the title of a record's iframe: the record's title and its publisher. */
export function frameTitle({ provision, feed }: EmbedSource, title: string, { embed }: PublishedWords): string {
  const [publisher] = analystNames(provision, feed);
  return publisher === undefined ? title : embed.frameTitle(title, publisher);
}

/** Characters of a line in a column 600 pixels wide, and its height in pixels. */
const lineLength = 62;
const lineHeight = 26;
/** Maximum height in pixels before the frame scrolls. WordPress limits frames to this height. */
const maxHeight = 1000;

/**
 * Estimates the frame's height in pixels for a column 600 pixels wide from the length of the text, because a page may have no script that
 * fits the frame. A low estimate makes the frame scroll; a high one leaves white space.
 */
export function frameHeight({ provision, feed }: EmbedSource): number {
  const { clauses = [], why_it_matters: why, consumer_impact: impact, severity } = provision._provision;
  const rows = comparisonOf(provision, feed).items.slice(0, 3);
  const lines = (text: string | undefined) => (text === undefined ? 0 : Math.ceil(text.length / lineLength));
  const sections = [why, impact].filter((text) => text !== undefined).length + Number(clauses.length > 0) * 3;
  const all =
    lines(provision.content_text) +
    lines(why) +
    lines(impact) +
    clauses.reduce((sum, { text }) => sum + lines(text), 0) +
    rows.reduce((sum, { excerpt }) => sum + lines(excerpt) + 3, rows.length ? 3 : 0) +
    2 * sections +
    Number(severity !== undefined);
  return Math.min(maxHeight, 240 + lineHeight * all);
}

/**
 * Writes the record's page as an iframe; the article needs no script of ours. The frame has an opaque origin, and its links open in new
 * pages. The colour scheme attribute (`colourSchemeAttributes`) becomes the frame's fragment, because the article's style sheet does not
 * apply inside a frame. The text below the frame is the fallback where a CMS removes frames: the quotation and the link.
 */
export function iframe(source: EmbedSource, words: PublishedWords, { width, height, theme }: CheckedOptions): Markup {
  const { frameUrl } = source;
  if (frameUrl === undefined) throw new EmbedError('An iframe needs a published page: give a base URL');
  const scheme = colourSchemes.find((one) => one === theme['data-color-scheme']);
  const frame = attributes({
    src: scheme === undefined ? frameUrl : `${frameUrl}#${scheme}`,
    title: frameTitle(source, embedFacts(source, words).title, words),
    width: width ?? '100%',
    height: height ?? frameHeight(source),
    sandbox: 'allow-scripts allow-popups allow-popups-to-escape-sandbox',
    referrerpolicy: 'no-referrer',
    loading: 'lazy',
    frameborder: 0,
  });
  return markup`<iframe${frame}></iframe>\n${wordsBelow(source, words)}`;
}

/** Writes the text that accompanies a frame and is its fallback: an excerpt, the title, and the link. */
export function wordsBelow(source: EmbedSource, words: PublishedWords): Markup {
  const facts = embedFacts(source, words);
  const [clause] = facts.clauses;
  const start = clause && excerptOf(clause.text, excerptLength);
  const excerpt = start?.truncated ? cutExcerpt(start.excerpt) : start?.excerpt;
  const quoted =
    excerpt === undefined
      ? undefined
      : markup`<q${attributes({ lang: clause?.language ?? '', dir: 'auto' })}>${pastedText(excerpt)}</q> — `;
  const said = sentences([facts.title, facts.status], words);
  return markup`<p${attributes({ lang: facts.language, dir: 'auto' })}>${quoted}${pastedText(said)} ${creditLine(facts, words)}<a${attributes({ href: source.permalink })}>${pastedText(facts.source)}</a></p>`;
}
