import { cutExcerpt, excerptOf } from '../provision/excerpt.js';
import { analystNames } from '../provision/names.js';
import { enEmbed } from '../i18n/locales/en-embed.js';
import { EmbedError } from './error.js';
import { embedFacts, sentences } from './facts.js';
import { attributes, markup, pastedText } from './markup.js';
import type { Markup } from './markup.js';
import type { CheckedOptions } from './options.js';
import type { EmbedSource } from './source.js';

/** Characters of the wording that stand below an iframe. */
const excerptLength = 160;

/** What an iframe of a record is called: by its title, and whose record it is. */
export function frameTitle({ provision, feed }: EmbedSource, title: string): string {
  const [publisher] = analystNames(provision, feed);
  return publisher === undefined ? title : enEmbed.frameTitle(title, publisher);
}

/**
 * Pixels of height for a record in a column 600 wide: by the length of its text, because whoever pastes an iframe may
 * have no script to fit it. A frame too low scrolls, one too high leaves white.
 */
export function frameHeight({ provision }: EmbedSource): number {
  const { clauses = [], why_it_matters: why = '', consumer_impact: impact = '' } = provision._provision;
  const texts = [provision.content_text ?? '', why, impact, ...clauses.map(({ text }) => text)];
  const lines = texts.reduce((sum, text) => sum + Math.ceil(text.length / 75), 0);
  return Math.min(900, 320 + 26 * lines);
}

/**
 * The record's page in a frame, without any script of ours in the article. The frame has an opaque origin; its links open
 * in a page of their own. Where frames are taken out, the words below it are left: what is quoted, and the link.
 */
export function iframe(source: EmbedSource, { width, height }: CheckedOptions): Markup {
  const { frameUrl, permalink } = source;
  if (frameUrl === undefined) throw new EmbedError('An iframe needs a published page: give a base URL');
  const facts = embedFacts(source);
  const frame = attributes({
    src: frameUrl,
    title: frameTitle(source, facts.title),
    width: width ?? '100%',
    height: height ?? frameHeight(source),
    sandbox: 'allow-scripts allow-popups allow-popups-to-escape-sandbox',
    referrerpolicy: 'no-referrer',
    loading: 'lazy',
    frameborder: 0,
  });
  const [clause] = facts.clauses;
  const start = clause && excerptOf(clause.text, excerptLength);
  const excerpt = start?.truncated ? cutExcerpt(start.excerpt) : start?.excerpt;
  const quoted =
    excerpt === undefined
      ? undefined
      : markup`<q${attributes({ lang: clause?.language ?? '', dir: 'auto' })}>${pastedText(excerpt)}</q> — `;
  const said = sentences([facts.title, facts.status]);
  return markup`<iframe${frame}></iframe>
<p${attributes({ lang: facts.language, dir: 'auto' })}>${quoted}${pastedText(said)} <a${attributes({ href: permalink })}>${pastedText(facts.source)}</a></p>`;
}
