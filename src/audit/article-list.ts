/** Reads lists of articles: RSS, Atom and sitemaps. */
import { SaxesParser } from 'saxes';
import type { SaxesTagNS } from 'saxes';
import { url } from '../feed/scalars.js';
import { resolved } from './page-node.js';

/** A list of articles from an RSS feed, an Atom feed or a sitemap. */
export interface ArticleList {
  readonly kind: 'rss' | 'atom' | 'sitemap' | 'sitemap-index';
  /** Absolute URLs of articles, without duplicates. For a sitemap the latest come first. */
  readonly articles: readonly string[];
  /** URLs of further lists: the sitemaps of an index, or the next page of an Atom feed. */
  readonly lists: readonly string[];
  /** Parts of the list that could not be read. The rest is used. */
  readonly problems: readonly ListProblem[];
}

export interface ListProblem {
  /** Line number, from 1. */
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** The prolog of an XML document: declarations, comments and the doctype before its root. */
const prolog = /^(?:\s+|<\?[^>]*>|<!--[\s\S]*?-->|<!DOCTYPE[^>[]*(?:\[[^\]]*\])?[^>]*>)/i;
const roots = /^<(?:\w+:)?(?:rss|RDF|feed|urlset|sitemapindex)[\s>]/;

/** Returns whether a text is a list of articles, and not an HTML page. */
export function isArticleList(text: string): boolean {
  let rest = text.slice(0, 16_384).replace(/^\ufeff/, '');
  for (let start = prolog.exec(rest); start; start = prolog.exec(rest)) rest = rest.slice(start[0].length);
  return roots.test(rest);
}

const atom = 'http://www.w3.org/2005/Atom';
/** Maximum number of reported problems, so that a hostile list cannot fill the report. */
const maxProblems = 20;

interface Entry {
  address: string | undefined;
  modified: string;
  readonly line: number;
  readonly column: number;
}

interface OpenTag {
  readonly tag: SaxesTagNS;
  readonly base: string | undefined;
  text: string;
}

/** Name of the element for one article or one sitemap, by kind of list. */
const entryNames = { rss: 'item', atom: 'entry', sitemap: 'url', 'sitemap-index': 'sitemap' } as const;
const kinds: Readonly<Record<string, ArticleList['kind']>> = {
  rss: 'rss',
  RDF: 'rss',
  feed: 'atom',
  urlset: 'sitemap',
  sitemapindex: 'sitemap-index',
};

/**
 * Reads a list of articles. From a list that is not well-formed it returns the readable part and reports the place of each error.
 *
 * @param address URL of the list; its links are resolved against it
 */
export function readArticleList(text: string, address: string | undefined): ArticleList {
  const reader = new ListReader(address);
  const parser = new SaxesParser({ xmlns: true, position: true });
  const place = () => ({ line: parser.line, column: parser.column + 1 });
  parser.on('error', ({ message }) => {
    reader.problem(message.replace(/^\d+:\d+: /, ''), place());
  });
  parser.on('opentag', (tag) => {
    reader.open(tag, place());
  });
  const addText = (piece: string): void => {
    reader.add(piece);
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => {
    reader.close();
  });
  parser.write(withoutStrayAmpersands(text.replace(/^\ufeff/, ''))).close();
  return reader.result();
}

/** Escapes ampersands as in `A & B`, because feeds often contain them and the parser stops there. CDATA sections stay unchanged. */
function withoutStrayAmpersands(text: string): string {
  return text.replace(/<!\[CDATA\[[\s\S]*?\]\]>|<!--[\s\S]*?-->|&(?!#?\w+;)/g, (found) =>
    found === '&' ? '&amp;' : found,
  );
}

class ListReader {
  readonly #problems: ListProblem[] = [];
  readonly #entries: Entry[] = [];
  readonly #lists: string[] = [];
  readonly #open: OpenTag[] = [];
  readonly #address: string | undefined;
  #kind: ArticleList['kind'] | undefined;
  #entry: Entry | undefined;

  constructor(address: string | undefined) {
    this.#address = address;
  }

  problem(message: string, { line, column }: Pick<ListProblem, 'line' | 'column'>): void {
    if (this.#problems.length < maxProblems) this.#problems.push({ line, column, message });
  }

  open(tag: SaxesTagNS, place: Pick<ListProblem, 'line' | 'column'>): void {
    this.#kind ??= kinds[tag.local];
    const outer = this.#open.at(-1);
    const around = outer ? outer.base : this.#address;
    const written = tag.attributes['xml:base']?.value;
    const base = written === undefined ? around : (resolved(written, around) ?? around);
    this.#open.push({ tag, base, text: '' });
    if (this.#isEntry(tag)) this.#entry ??= { address: undefined, modified: '', ...place };
    else if (tag.local === 'link' && tag.uri === atom) this.#atomLink(tag, base, outer?.tag.local);
  }

  add(piece: string): void {
    const last = this.#open.at(-1);
    if (last) last.text += piece;
  }

  close(): void {
    const closed = this.#open.pop();
    const entry = this.#entry;
    if (!closed || !entry) return;
    const { tag, base } = closed;
    const said = closed.text.trim();
    switch (`${this.#open.at(-1)?.tag.local ?? ''}/${tag.local}`) {
      case 'item/link':
        if (tag.uri !== atom && said) entry.address = this.#take(said, base, entry);
        break;
      case 'item/guid':
        if (isPermalink(tag, said)) entry.address ??= this.#take(said, base, entry);
        break;
      case 'url/loc':
      case 'sitemap/loc':
        entry.address = this.#take(said, base, entry);
        break;
      case 'url/lastmod':
        entry.modified = said;
        break;
    }
    if (this.#isEntry(tag)) this.#endEntry(entry);
  }

  result(): ArticleList {
    const kind = this.#kind ?? 'rss';
    // ISO 8601 sorts as text within one time zone. With mixed time zones the order is only approximate, which is enough for a limit.
    if (kind === 'sitemap')
      this.#entries.sort((a, b) => Number(a.modified < b.modified) - Number(a.modified > b.modified));
    const addresses = [...new Set(this.#entries.flatMap(({ address }) => address ?? []))];
    return {
      kind,
      articles: kind === 'sitemap-index' ? [] : addresses,
      lists: kind === 'sitemap-index' ? addresses : [...new Set(this.#lists)],
      problems: this.#problems,
    };
  }

  #isEntry({ local }: SaxesTagNS): boolean {
    return this.#kind !== undefined && local === entryNames[this.#kind];
  }

  #atomLink({ attributes }: SaxesTagNS, base: string | undefined, outer: string | undefined): void {
    const [href, rel, type] = ['href', 'rel', 'type'].map((name) => attributes[name]?.value);
    if (href === undefined) return;
    // `source` inside an entry describes the feed from which the entry was copied.
    if (this.#entry && outer === 'entry') {
      const isArticle = (rel === undefined || rel === 'alternate') && (type === undefined || /html/i.test(type));
      if (isArticle) this.#entry.address ??= this.#take(href, base, this.#entry);
    } else if (!this.#entry && rel === 'next') {
      const next = resolved(href, base);
      if (next !== undefined) this.#lists.push(next);
    }
  }

  #take(written: string, base: string | undefined, entry: Entry): string | undefined {
    const href = url(resolved(written, base) ?? '');
    if (href === undefined)
      this.problem(
        base === undefined
          ? `The address is relative, and the list is a file: "${written}". Give --base-url`
          : `This is not the URL of an article: "${written}"`,
        entry,
      );
    return href;
  }

  #endEntry(entry: Entry): void {
    this.#entry = undefined;
    if (entry.address !== undefined) this.#entries.push(entry);
    else if (!this.#problems.some(({ line }) => line === entry.line))
      this.problem('An entry without a link to its article', entry);
  }
}

const isPermalink = (tag: SaxesTagNS, said: string) =>
  tag.attributes['isPermaLink']?.value !== 'false' && /^https?:\/\//i.test(said);
