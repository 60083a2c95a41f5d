/** Audits one article: finds its embeds, and compares each with its feed. */
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
  /** Address or path, as it is told. */
  readonly name: string;
  /** Its address on the web; undefined for a file of which nobody says where it stands. */
  readonly address: string | undefined;
  readonly html: string;
}

/** Audits an article. Rejects only where the run is given up. */
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
  // A quotation that an element's paragraph has pushed out is the element's, not another embed.
  const taken = new Set(checked.flatMap(({ beside }) => beside ?? []));
  const kept = checked.filter(({ embed }) => !taken.has(embed.node) && ![...taken].some(isAround(embed.node)));
  const pages = new Set(kept.flatMap(({ embed, verdict }) => (embed.form === 'link' ? [] : recordKey(verdict))));
  // A link beside an embed of the same record is its source line, or a remark about it.
  const told = kept.filter(({ embed, verdict }) => embed.form !== 'link' || embed.quotation || isNew(pages, verdict));
  const unread = linked.unread.map(({ feed, error }): Finding => {
    const { message } = failureOf(error);
    return unreadArticle(name, `${message} Quotations known by their link alone were not looked for.`, feed);
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

/** An article, or a part of it, that could not be audited. */
export function unreadArticle(article: string, message: string, feed?: string): Finding {
  return { article, state: 'not-checked', message, feed };
}

async function checkOne(embed: Embed, facts: ReturnType<typeof articleFacts>, feeds: Feeds) {
  try {
    return await checkEmbed(embed, facts, feeds);
  } catch (error) {
    // A quotation may be too much for a comparison; the rest of the night's work is not lost with it.
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
  // A second link to the same record says nothing new.
  for (const key of keys) pages.add(key);
  return true;
}
