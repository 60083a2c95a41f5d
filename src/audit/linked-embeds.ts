/** Quotations and links without attributes of ours: which of them lead to a record, and which words they quote. */
import { FeedError } from '../feed/error.js';
import { textIn } from '../provision/quotation/markup-node.js';
import { readQuotation } from '../provision/quotation/read-quotation.js';
import type { Embed } from './embed.js';
import { bareAddress } from './feeds.js';
import type { Feeds } from './feeds.js';
import { wasEmbed } from './find-embeds.js';
import type { FoundEmbeds, FreeLink } from './find-embeds.js';
import { joined, PageNode, resolved } from './page-node.js';

/** The publishers whose links count as records: prefixes of permalinks (`https://host/r/`), and feeds whose items' pages are looked up. */
export interface Publishers {
  readonly permalinks: readonly string[];
  readonly feeds: readonly string[];
}

export interface LinkedEmbeds {
  readonly embeds: readonly Embed[];
  /** A feed that could not be read, so that links were not looked up in it. */
  readonly unread: readonly { readonly feed: string; readonly error: FeedError }[];
}

/** Finds the embeds of a page that only a link tells. */
export async function linkedEmbeds(found: FoundEmbeds, publishers: Publishers, feeds: Feeds): Promise<LinkedEmbeds> {
  const lookup = new PageLookup(found, publishers, feeds);
  const embeds: Embed[] = [];
  const claimed = new Set<PageNode>(found.taken);
  const isClaimed = (node: PageNode) => claimed.has(node) || !!node.ancestor((outer) => claimed.has(outer));
  for (const quotation of found.quotations) {
    if (isClaimed(quotation)) continue;
    const source = await firstOf(sourceLinks(quotation), (href) => lookup.find(href));
    if (!source && !wasEmbed(quotation)) continue;
    claimed.add(quotation);
    embeds.push({
      form: 'linked-quotation',
      node: quotation,
      quotation,
      hashes: quotation.getAttribute('data-sha256') ?? undefined,
      ...(source ?? { fault: { kind: 'lost-source' } }),
    });
  }
  for (const link of found.links) {
    if (isClaimed(link.node)) continue;
    const source = await lookup.find(link.href);
    if (!source) continue;
    const quotation = wordsBefore(link, isClaimed);
    // A quotation above its source line is one embed with all links in that line.
    if (quotation) claimed.add(quotation.block);
    const node = quotation?.block ?? placeOf(link.node);
    embeds.push({ form: 'link', node, around: blockOf(link.node), quotation: quotation?.words, ...source });
  }
  return { embeds, unread: [...lookup.unread].map(([feed, error]) => ({ feed, error })) };
}

type FoundSource = Pick<Embed, 'src' | 'record' | 'permalink'>;

async function firstOf<T, R>(list: readonly T[], ask: (one: T) => Promise<R | undefined>): Promise<R | undefined> {
  for (const one of list) {
    const answer = await ask(one);
    if (answer) return answer;
  }
  return undefined;
}

/** Which record's page an address is. */
class PageLookup {
  readonly unread = new Map<string, FeedError>();
  readonly #prefixes: ReadonlySet<string>;
  readonly #addresses: readonly string[];
  readonly #feeds: Feeds;

  constructor(found: FoundEmbeds, { permalinks, feeds }: Publishers, source: Feeds) {
    this.#prefixes = new Set([...permalinks, ...found.permalinks]);
    this.#addresses = [...new Set([...feeds, ...found.feeds])];
    this.#feeds = source;
  }

  async find(href: string): Promise<FoundSource | undefined> {
    if (!/^https?:\/\//i.test(href)) return undefined;
    const src = `${bareAddress(href)}.json`;
    if (this.#prefixes.has(src.replace(/[^/]*$/, '')) && !src.endsWith('.json.json')) return { src, permalink: href };
    for (const feed of this.#addresses) {
      if (this.unread.has(feed)) continue;
      try {
        const record = await this.#feeds.findByPage(feed, href);
        if (record) return { ...record, permalink: href };
      } catch (error) {
        if (!(error instanceof FeedError)) throw error;
        this.unread.set(feed, error);
      }
    }
    return undefined;
  }
}

/** Addresses that say where a quotation is from: its final link, and its `cite`. */
function sourceLinks(quotation: PageNode): readonly string[] {
  const cite = quotation.getAttribute('cite');
  const { finalLink } = readQuotation(quotation);
  return [finalLink, cite === null ? undefined : resolved(cite, quotation.base)].filter((href) => href !== undefined);
}

/** A text has no place of its own where its element does. */
const placeOf = (node: PageNode): PageNode => (node.line ? node : (node.parent ?? node));

const blocks = new Set(
  'p div li td dd section article blockquote figcaption figure footer cite pre main body h1 h2 h3 h4 h5 h6'.split(' '),
);

const blockOf = (node: PageNode) => node.ancestor(({ nodeName }) => blocks.has(nodeName));

/** Paragraphs above a link that are looked at, because a record may quote several clauses. */
const mostParagraphs = 12;
const opening = /^\s*[“„«"「『‚‘]/u;
const closing = /[”“»"」』’]\s*$/u;
/** A passage in quotation marks within a paragraph, long enough to say where it is from. */
const passage = /[“„«"「]([^”“»"」]{20,})[”“»"」]/gu;

interface QuotedWords {
  /** The element that holds the words. It is kept, so that no second embed claims the same words. */
  readonly block: PageNode;
  readonly words: PageNode;
}

/**
 * The words that stand with a link, as our forms for mail, Markdown, plain text and frames set them: a quotation above the link's
 * paragraph, a `<q>` or a passage in quotation marks before the link, or paragraphs in quotation marks above.
 */
function wordsBefore({ node }: FreeLink, isClaimed: (node: PageNode) => boolean): QuotedWords | undefined {
  const block = blockOf(node);
  if (!block) return undefined;
  const above = quotationAbove(block);
  if (above && !isClaimed(above)) return { block: above, words: above };
  const quotes = [...block.all()].filter(({ nodeName }) => nodeName === 'q');
  if (quotes.length) return { block, words: joined(quotes) };
  const paragraphs = quotedParagraphs(block);
  const [first] = paragraphs;
  if (first) return { block: first, words: joined(paragraphs) };
  const text = textBefore(block, node);
  const quoted = text.split(/\n\s*\n/).filter((part) => opening.test(part) && closing.test(part));
  const passages = quoted.length ? quoted : Array.from(text.matchAll(passage), ([, words = '']) => words);
  return passages.length ? { block, words: joined(passages.map(textNode)) } : undefined;
}

/** The paragraphs above a block that a pair of quotation marks holds together; a record may have several such quotations. */
function quotedParagraphs(block: PageNode): readonly PageNode[] {
  const found: PageNode[] = [];
  let pending: PageNode[] = [];
  for (let one = block.sibling(-1); one && found.length + pending.length < mostParagraphs; one = one.sibling(-1)) {
    if (!pending.length && !closing.test(textIn(one))) break;
    pending.unshift(one);
    if (isOneQuotation(pending.map(textIn).join(' ').trim())) {
      found.unshift(...pending);
      pending = [];
    }
  }
  return found;
}

/** Closing marks by their opening ones. */
const pairs: Readonly<Record<string, string>> = {
  '“': '”',
  '„': '“”',
  '«': '»',
  '»': '«',
  '「': '」',
  '『': '』',
  '‘': '’',
};

/** Whether the mark that opens a text is closed at its end, and not before: else there are a writer's own words in it. */
function isOneQuotation(text: string): boolean {
  const open = text.charAt(0);
  const close = pairs[open];
  if (close === undefined) return false;
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    if (text.charAt(at) === open) depth++;
    else if (close.includes(text.charAt(at)) && --depth === 0) return at === text.length - 1;
  }
  return false;
}

function quotationAbove(block: PageNode): PageNode | undefined {
  const before = block.sibling(-1);
  return before?.nodeName === 'blockquote' ? before : undefined;
}

/** The text of a block up to a node; of the node itself, what is before the last address in it. */
function textBefore(block: PageNode, end: PageNode): string {
  let text = '';
  for (const node of block.all()) {
    if (node === end) return end.nodeType === 3 ? text + (end.nodeValue ?? '').replace(/https?:\/\/\S+\s*$/, '') : text;
    if (node.nodeType === 3) text += node.nodeValue ?? '';
    else if (node.nodeName === 'br') text += '\n';
  }
  return text;
}

function textNode(text: string): PageNode {
  const paragraph = new PageNode(1, 'p');
  paragraph.append(new PageNode(3, '#text', text));
  return paragraph;
}
