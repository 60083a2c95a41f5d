import { comparisonOf } from '../provision/comparison/comparison.js';
import { cutExcerpt, excerptOf } from '../provision/excerpt.js';
import { analystNames } from '../provision/display-names.js';
import type { PublishedWords } from '../i18n/published.js';
import { colourSchemes } from './colour-scheme.js';
import { EmbedError } from './error.js';
import { creditLine, embedFacts, sentences } from './facts.js';
import { attributes, markup, pastedText } from '../html/markup.js';
import type { Markup } from '../html/markup.js';
import type { CheckedOptions } from './options.js';
import type { EmbedSource } from './source.js';

/** Characters of the wording that stand below an iframe. */
const excerptLength = 160;

/** What an iframe of a record is called: by its title, and whose record it is. */
export function frameTitle({ provision, feed }: EmbedSource, title: string, { embed }: PublishedWords): string {
  const [publisher] = analystNames(provision, feed);
  return publisher === undefined ? title : embed.frameTitle(title, publisher);
}

/** Characters of a line, and pixels of its height, in a column 600 wide. */
const lineLength = 62;
const lineHeight = 26;
/** Most pixels that a frame takes of an article before it scrolls; WordPress lets none be higher. */
const highest = 1000;

/**
 * Pixels of height for a record in a column 600 wide: by the length of its text, because whoever pastes an iframe may
 * have no script to fit it. A frame too low scrolls, one too high leaves white.
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
  return Math.min(highest, 240 + lineHeight * all);
}

/**
 * The record's page in a frame, without any script of ours in the article. The frame has an opaque origin; its links open
 * in a page of their own. The attribute that makes an embed light or dark (`colourSchemeAttributes`) becomes the frame's fragment, because no
 * style sheet of the article reaches into a frame. Where frames are taken out, the words below it are left: what is quoted, and the link.
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

/** The start of what is quoted, the title, and the link: what stands beside a frame, and stays where frames are taken out. */
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
