/** Finds quotations and links without our attributes that lead to a record, and the text that they quote. */
import { FeedError } from '../feed/error.js';
import { textIn } from '../provision/quotation/markup-node.js';
import { readQuotation } from '../provision/quotation/read-quotation.js';
import type { Embed } from './embed.js';
import { bareAddress } from './feeds.js';
import type { Feeds } from './feeds.js';
import { wasEmbed } from './find-embeds.js';
import type { FoundEmbeds, FreeLink } from './find-embeds.js';
import { joined, PageNode, resolved } from './page-node.js';

/** Publishers whose links count as records: permalink prefixes (`https://host/r/`), and feeds in which an item's page is looked up. */
export interface Publishers {
  readonly permalinks: readonly string[];
  readonly feeds: readonly string[];
}

export interface LinkedEmbeds {
  readonly embeds: readonly Embed[];
  /** Feeds that could not be read, so links were not looked up in them. */
  readonly unread: readonly { readonly feed: string; readonly error: FeedError }[];
}

/** Finds the embeds of a page that only a link identifies. */
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
    // A quotation with its source line is one embed, including all links in that line.
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

/** Maps the URL of a page to its record. */
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

/** Returns the URLs that name a quotation's source: its last link and its `cite`. */
function sourceLinks(quotation: PageNode): readonly string[] {
  const cite = quotation.getAttribute('cite');
  const { finalLink } = readQuotation(quotation);
  return [finalLink, cite === null ? undefined : resolved(cite, quotation.base)].filter((href) => href !== undefined);
}

/** A text node has no position of its own, so use its element's. */
const placeOf = (node: PageNode): PageNode => (node.line ? node : (node.parent ?? node));

const blocks = new Set(
  'p div li td dd section article blockquote figcaption figure footer cite pre main body h1 h2 h3 h4 h5 h6'.split(' '),
);

const blockOf = (node: PageNode) => node.ancestor(({ nodeName }) => blocks.has(nodeName));

/** Maximum number of paragraphs searched above a link, because a record may quote several clauses. */
const maxParagraphs = 12;
const opening = /^\s*[“„«"「『‚‘]/u;
const closing = /[”“»"」』’]\s*$/u;
/** A passage in quotation marks within a paragraph, long enough to identify its source. */
const passage = /[“„«"「]([^”“»"」]{20,})[”“»"」]/gu;

interface QuotedWords {
  /** The element that contains the text. It is stored, so that no second embed claims the same text. */
  readonly block: PageNode;
  readonly words: PageNode;
}

/**
 * Finds the quotation that belongs to a link, in the layouts of our e-mail, Markdown, text and frame forms: a quotation above the link's
 * paragraph, a `<q>` or a passage in quotation marks before the link, or paragraphs in quotation marks above it.
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

/** Returns the paragraphs above a block that one pair of quotation marks encloses; a record may have several such quotations. */
function quotedParagraphs(block: PageNode): readonly PageNode[] {
  const found: PageNode[] = [];
  let pending: PageNode[] = [];
  for (let one = block.sibling(-1); one && found.length + pending.length < maxParagraphs; one = one.sibling(-1)) {
    if (!pending.length && !closing.test(textIn(one))) break;
    pending.unshift(one);
    if (isOneQuotation(pending.map(textIn).join(' ').trim())) {
      found.unshift(...pending);
      pending = [];
    }
  }
  return found;
}

/** Closing quotation marks by opening mark. */
const pairs: Readonly<Record<string, string>> = {
  '“': '”',
  '„': '“”',
  '«': '»',
  '»': '«',
  '「': '」',
  '『': '』',
  '‘': '’',
};

/**
 * Returns whether the opening quotation mark closes only at the end of the text. Otherwise the text mixes quotation and the writer's own
 * words.
 */
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

/** Returns a block's text before a node, including the node's own text before its last URL. */
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
