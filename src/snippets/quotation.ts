import type { PublishedWords } from '../i18n/published.js';
import { creditLine, embedFacts, ourWords, quotedHash, sentences } from './embed-facts.js';
import type { EmbedFacts } from './embed-facts.js';
import { attributes, markup, pastedText } from '../html/markup.js';
import type { Markup } from '../html/markup.js';
import type { EmbedSource } from './source.js';

/**
 * Writes the quotation, which is the fallback of every other form: the clauses in their own language and direction, then the source line.
 * It needs no script, class or style.
 *
 * @param extra attributes of the `<blockquote>`
 */
export async function quotation(
  source: EmbedSource,
  words: PublishedWords,
  extra: Readonly<Record<string, string | undefined>> = {},
): Promise<Markup> {
  const facts = embedFacts(source, words);
  const { clauses, summary, language } = facts;
  const shared = clauses.every((clause) => clause.language === clauses[0]?.language);
  const lang = clauses.length ? (shared ? (clauses[0]?.language ?? '') : '') : language;
  const { class: className, ...data } = extra;
  const opening = attributes({
    class: className,
    cite: source.permalink,
    lang,
    dir: 'auto',
    ...data,
    'data-sha256': await quotedHash(clauses),
  });
  const quoted = clauses.map(
    ({ text, language: own }) =>
      markup`<p${attributes({ lang: shared ? undefined : own, dir: clauses.length > 1 ? 'auto' : undefined })}>${pastedText(text)}</p>\n`,
  );
  return markup`<blockquote${opening}>\n${
    quoted.length ? quoted : summary === undefined ? undefined : markup`<p>${pastedText(summary)}</p>\n`
  }${factsLine(source, words, lang)}\n</blockquote>`;
}

/** Writes the source line, the last paragraph of a quotation: title, severity, analysts and the link. */
export function factsLine(source: EmbedSource, words: PublishedWords, around?: string): Markup {
  const facts = embedFacts(source, words);
  const { title, status, severity, analysis, language } = facts;
  const said = sentences([status, severity, analysis], words);
  const lang = language === around ? undefined : (language ?? '');
  return markup`<p${attributes({ lang, dir: 'auto' })}>${pastedText(title)}${said && ' — '}${ourWords(said, facts)} ${creditLine(facts, words)}<a${attributes({ href: source.permalink })}>${sourceWords(facts)}</a></p>`;
}

/** Writes the link text. The date of capture is a `<time>`, because the element reads it later to compare versions. */
function sourceWords({ source, captured }: EmbedFacts): Markup {
  const at = captured === undefined ? -1 : source.lastIndexOf(captured.said);
  if (captured === undefined || at < 0) return pastedText(source);
  const end = at + captured.said.length;
  return markup`${pastedText(source.slice(0, at))}<time${attributes({ datetime: captured.written })}>${captured.said}</time>${pastedText(source.slice(end))}`;
}
