/** The forms that are no HTML: Markdown and plain text. */
import type { PublishedWords } from '../i18n/published.js';
import { embedFacts, sentences } from './facts.js';
import type { EmbedSource } from './source.js';

const controls = /[\0-\x08\v\f\x0e-\x1f\x7f]/g;

/** Lines as they end in any of the three ways. */
const linesOf = (text: string) => text.replace(controls, '\ufffd').split(/\r\n|\r|\n/);

/**
 * Text that CommonMark and GitHub's Markdown give back as it is, but for white space at the ends of lines. HTML is
 * escaped as well, since Markdown may be read with it or without.
 */
export function markdownText(line: string): string {
  return (
    line
      .trim()
      .replace(/[\\`*_[\]<>&~|$^]/g, '\\$&')
      // What would be a heading, a list, a rule or a line below a heading at the start of a line.
      .replace(/^(?:#|[-+=:])/, '\\$&')
      .replace(/^(\d{1,9})([.)])/, '$1\\$2')
      // Addresses that become links by themselves.
      .replace(/:\/\//g, '\\://')
      .replace(/\bwww\./gi, (www) => `${www.slice(0, -1)}\\.`)
  );
}

/** An address as the destination of a Markdown link. */
const destination = (href: string) => `<${href.replace(/[<>\\]/g, encodeURIComponent)}>`;

/** Lines of one paragraph, each on its own line; an empty one starts another paragraph. */
function paragraphs(text: string): string[] {
  const lines = linesOf(text).map(markdownText);
  return lines.map((line, index) => (line && lines[index + 1] ? `${line}\\` : line));
}

/** The quotation, the facts and the permalink in Markdown, with the badge where it has been published. */
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

/** The same as plain text, for a message or a text-only mail. */
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
