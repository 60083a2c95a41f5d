/** Forms without HTML: Markdown and plain text. */
import type { PublishedWords } from '../i18n/published.js';
import { embedFacts, sentences } from './embed-facts.js';
import type { EmbedSource } from './source.js';

const controls = /[\0-\x08\v\f\x0e-\x1f\x7f]/g;

/** Splits text at CR LF, LF and CR. */
const linesOf = (text: string) => text.replace(controls, '\ufffd').split(/\r\n|\r|\n/);

/**
 * Escapes a line so that CommonMark and GitHub's Markdown render it unchanged, except for white space at its ends. HTML is escaped too,
 * because a renderer may allow it.
 */
export function markdownText(line: string): string {
  return (
    line
      .trim()
      .replace(/[\\`*_[\]<>&~|$^]/g, '\\$&')
      // At the start of a line these would begin a heading, a list, a rule or an underline of a heading.
      .replace(/^(?:#|[-+=:])/, '\\$&')
      .replace(/^(\d{1,9})([.)])/, '$1\\$2')
      // Escape bare URLs, because some renderers turn them into links.
      .replace(/:\/\//g, '\\://')
      .replace(/\bwww\./gi, (www) => `${www.slice(0, -1)}\\.`)
  );
}

/** Writes a URL as the destination of a Markdown link. */
const destination = (href: string) => `<${href.replace(/[<>\\]/g, encodeURIComponent)}>`;

/** Writes the lines of one paragraph with hard line breaks. An empty line starts another paragraph. */
function paragraphs(text: string): string[] {
  const lines = linesOf(text).map(markdownText);
  return lines.map((line, index) => (line && lines[index + 1] ? `${line}\\` : line));
}

/** Writes the quotation, the facts and the permalink as Markdown, with the badge when it is published. */
export function markdown(source: EmbedSource, words: PublishedWords): string {
  const facts = embedFacts(source, words);
  const { permalink, badgeUrl } = source;
  const quoted = facts.clauses.length ? facts.clauses.map(({ text }) => paragraphs(text)) : [];
  const quotation = quoted.map((lines) => lines.map((line) => (line ? `> ${line}` : '>')).join('\n')).join('\n>\n');
  const summary = facts.summary === undefined ? '' : paragraphs(facts.summary).join('\n');
  const badge =
    facts.severity !== undefined && badgeUrl !== undefined
      ? `![${markdownText(oneLine(facts.severity))}](${destination(badgeUrl)})`
      : undefined;
  const said = sentences(
    [facts.status, badge === undefined ? facts.severity : undefined, facts.analysis, facts.data],
    words,
  );
  const line = [
    `**${markdownText(oneLine(facts.title))}**`,
    badge,
    markdownText(oneLine(said)),
    `[${markdownText(oneLine(facts.source))}](${destination(permalink)})`,
  ];
  return [quotation, summary, line.filter((part) => part).join(' ')].filter((part) => part).join('\n\n');
}

/** Writes the same content as plain text, for a message or a text-only e-mail. */
export function plainText(source: EmbedSource, words: PublishedWords): string {
  const facts = embedFacts(source, words);
  const quoted = facts.clauses.map(({ text }) => words.embed.quoted(linesOf(text).join('\n'))).join('\n\n');
  const about = [
    facts.title,
    facts.status,
    [facts.severity, facts.analysis, facts.data].filter((part) => part !== undefined).join(' · '),
    facts.source,
    source.permalink,
  ];
  const lines = about.filter((line) => line).map((line) => oneLine(line ?? ''));
  return [quoted, facts.summary && linesOf(facts.summary).join('\n'), lines.join('\n')]
    .filter((part) => part)
    .join('\n\n');
}

const oneLine = (text: string) => linesOf(text).join(' ');
