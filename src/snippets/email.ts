import type { PublishedWords } from '../i18n/published.js';
import { creditLine, embedFacts, ourWords, sentences } from './embed-facts.js';
import type { Markup } from '../html/markup.js';
import { attributes, markup, pastedText } from '../html/markup.js';
import type { EmbedSource } from './source.js';

/**
 * Writes the quotation for an e-mail or a newsletter. Only this form has inline styles, because mail programs drop style sheets and
 * classes. The badge is an image with `alt` text, because many mail programs block images or do not support SVG.
 */
export function emailHtml(source: EmbedSource, words: PublishedWords): Markup {
  const facts = embedFacts(source, words);
  const { badgeUrl, permalink } = source;
  const quoted = facts.clauses.map(
    ({ text, language }) =>
      markup`<p${attributes({ lang: language ?? '', dir: 'auto', style: 'margin: 0 0 8px;' })}>${pastedText(text)}</p>`,
  );
  const badge =
    badgeUrl === undefined || facts.severity === undefined
      ? undefined
      : markup`<img${attributes({ src: badgeUrl, alt: facts.severity, height: 24, border: 0, style: 'vertical-align: middle;' })} /> `;
  const said = sentences([facts.status, badge ? undefined : facts.severity, facts.analysis], words);
  return markup`${
    quoted.length
      ? markup`<blockquote${attributes({
          cite: permalink,
          style: 'margin: 16px 0; padding: 4px 16px; border: 0 solid #767676; border-width: 0 3px;',
        })}>${quoted}</blockquote>\n`
      : facts.summary === undefined
        ? undefined
        : markup`<p${attributes({ lang: facts.language, dir: 'auto' })}>${pastedText(facts.summary)}</p>\n`
  }<p${attributes({ lang: facts.language, dir: 'auto' })}><b>${pastedText(facts.title)}</b><br />${badge}${ourWords(said, facts)} ${creditLine(facts, words)}<a${attributes({ href: permalink })}>${pastedText(facts.source)}</a></p>`;
}
