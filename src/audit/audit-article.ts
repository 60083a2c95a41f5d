/** Audits one article: finds its embeds and compares each with its feed. */
import { articleFacts } from './article-facts.js';
import { checkEmbed } from './check-embed.js';
import type { Embed } from './embed.js';
import { failureOf } from './feed-failure.js';
import type { Feeds } from './feeds.js';
import { findEmbeds } from './find-embeds.js';
import { linkedEmbeds } from './linked-embeds.js';
import type { Publishers } from './linked-embeds.js';
import { PageError, parsePage } from './page-node.js';
import type { PageNode } from './page-node.js';
import type { Finding, Verdict } from './verdict.js';

export interface Article {
  /** URL or path as shown in the report. */
  readonly name: string;
  /** URL of the article; undefined for a file without a known URL. */
  readonly address: string | undefined;
  readonly html: string;
}

/** Audits an article. Rejects only when the run is aborted. */
export async function auditArticle(
  article: Article,
  publishers: Publishers,
  feeds: Feeds,
): Promise<readonly Finding[]> {
  const { name, address, html } = article;
  let page: PageNode;
  try {
    page = parsePage(html, address);
  } catch (error) {
    if (!(error instanceof PageError)) throw error;
    return [unreadArticle(name, `${error.message}.`)];
  }
  const found = findEmbeds(page, address);
  const linked = await linkedEmbeds(found, publishers, feeds);
  const facts = articleFacts(page);
  const checked = await Promise.all(
    [...found.embeds, ...linked.embeds].map(async (embed) => ({ embed, ...(await checkOne(embed, facts, feeds)) })),
  );
  // A quotation that the HTML parser moved out of an element's paragraph belongs to that element; it is not another embed.
  const taken = new Set(checked.flatMap(({ beside }) => beside ?? []));
  const kept = checked.filter(({ embed }) => !taken.has(embed.node) && ![...taken].some(isAround(embed.node)));
  const pages = new Set(kept.flatMap(({ embed, verdict }) => (embed.form === 'link' ? [] : recordKey(verdict))));
  // A link next to an embed of the same record is its source line or a reference to it, so it is not reported.
  const told = kept.filter(({ embed, verdict }) => embed.form !== 'link' || embed.quotation || isNew(pages, verdict));
  const unread = linked.unread.map(({ feed, error }): Finding => {
    const { message } = failureOf(error);
    return unreadArticle(name, `${message} Quotations identified only by their link were not checked.`, feed);
  });
  return [
    ...unread,
    ...told
      .map(({ embed: { form, node }, verdict }): Finding => {
        return { article: name, form, line: node.line, column: node.column, ...verdict };
      })
      .sort((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0)),
  ];
}

/** Creates the finding for an article, or a part of it, that could not be audited. */
export function unreadArticle(article: string, message: string, feed?: string): Finding {
  return { article, state: 'not-checked', message, feed };
}

async function checkOne(embed: Embed, facts: ReturnType<typeof articleFacts>, feeds: Feeds) {
  try {
    return await checkEmbed(embed, facts, feeds);
  } catch (error) {
    // A very long quotation can exceed the limits of the comparison. Report it and continue with the other articles.
    if (!(error instanceof RangeError)) throw error;
    const verdict: Verdict = { state: 'not-checked', message: 'The quotation is too deep or too long to be compared.' };
    return { verdict, beside: undefined };
  }
}

const isAround = (node: PageNode) => (outer: PageNode) => node.ancestor((one) => one === outer) !== undefined;
const recordKey = ({ record, page, feed }: Verdict): string[] => [page ?? '', `${feed ?? ''} ${record ?? ''}`];

function isNew(pages: Set<string>, verdict: Verdict): boolean {
  const keys = recordKey(verdict).filter((key) => key.trim());
  if (keys.some((key) => pages.has(key))) return false;
  // Skip further links to the same record.
  for (const key of keys) pages.add(key);
  return true;
}
