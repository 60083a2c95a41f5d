/** Reads articles and lists of articles concurrently, and audits each article once it is loaded. */
import {
  assertPage,
  auditArticle,
  decodePage,
  isArticleList,
  PageError,
  readArticleList,
  unreadArticle,
} from '../../audit/index.js';
import type { AuditResult, Feeds, Finding, Publishers } from '../../audit/index.js';
import type { Io } from '../io.js';
import { Progress } from '../progress.js';
import { concurrency } from './requests.js';
import type { Requests } from './requests.js';
import { load, SourceError } from './sources.js';
import type { Loaded, Source } from './sources.js';

export interface RunOptions {
  readonly publishers: Publishers;
  /** Maximum number of audited articles. */
  readonly limit: number;
}

/** Maximum bytes of an article's page; a larger page would be unusable for readers. */
const maxPageBytes = 16 * 1024 * 1024;
/** Maximum depth of nested lists: sitemap indexes, and pages of an Atom feed. */
const maxListDepth = 20;

/** Audits all articles that the sources lead to. */
export function runAudit(
  sources: readonly Source[],
  requests: Requests,
  feeds: Feeds,
  io: Io,
  options: RunOptions,
): Promise<AuditResult> {
  return new AuditRun(requests, feeds, io, options).run(sources);
}

class AuditRun {
  readonly #requests: Requests;
  readonly #feeds: Feeds;
  readonly #io: Io;
  readonly #options: RunOptions;
  /** Sources in the order of discovery, which is also the order of the report. */
  readonly #queue: Source[] = [];
  readonly #seen = new Set<string>();
  readonly #found = new Map<Source, readonly Finding[]>();
  #articles = 0;
  #left = 0;
  #next = 0;
  #progress: Progress | undefined;
  /** Resolvers of idle workers; called when the queue grows or the last worker finishes. */
  #idle: (() => void)[] = [];
  #busy = 0;

  constructor(requests: Requests, feeds: Feeds, io: Io, options: RunOptions) {
    this.#requests = requests;
    this.#feeds = feeds;
    this.#io = io;
    this.#options = options;
  }

  async run(sources: readonly Source[]): Promise<AuditResult> {
    this.#progress = new Progress(this.#io, 0, 'articles', true);
    this.#add(sources);
    try {
      await Promise.all(Array.from({ length: concurrency }, () => this.#work()));
    } finally {
      this.#progress.end();
    }
    const findings = this.#queue.flatMap((source) => this.#found.get(source) ?? []);
    return { findings, articles: this.#articles, left: this.#left };
  }

  #add(sources: readonly Source[]): void {
    const fresh = sources.filter(({ name, address = name }) => !this.#seen.has(address) && this.#seen.add(address));
    this.#queue.push(...fresh);
    this.#progress?.grow(fresh.length);
    this.#wakeIdle();
  }

  #wakeIdle(): void {
    for (const wake of this.#idle.splice(0)) wake();
  }

  async #work(): Promise<void> {
    for (;;) {
      const source = this.#queue[this.#next];
      if (!source) {
        // A list that another worker reads may still add sources.
        if (this.#busy === 0) {
          this.#wakeIdle();
          return;
        }
        await new Promise<void>((resolve) => this.#idle.push(resolve));
        continue;
      }
      this.#next++;
      this.#busy++;
      try {
        await this.#take(source);
      } finally {
        this.#busy--;
        if (this.#busy === 0) this.#wakeIdle();
      }
      this.#progress?.step();
    }
  }

  async #take(source: Source): Promise<void> {
    this.#io.signal.throwIfAborted();
    // A URL from the command line is always loaded, because only its content shows whether it is an article or a list.
    if (!source.isNamed && !source.isList && this.#isFull()) return;
    try {
      const loaded = await load(source, this.#requests, this.#io);
      const text = decodePage(loaded.bytes, loaded.type);
      if (isArticleList(text)) this.#readList(source, loaded, text);
      else await this.#audit(source, loaded, text);
    } catch (error) {
      if (!(error instanceof SourceError || error instanceof PageError)) throw error;
      this.#articles++;
      this.#found.set(source, [unreadArticle(source.name, `${error.message}.`)]);
    }
  }

  /** Returns whether the limit is reached, and if so counts the article as left out. */
  #isFull(): boolean {
    if (this.#articles < this.#options.limit) return false;
    this.#left++;
    return true;
  }

  async #audit(source: Source, { address, type, bytes }: Loaded, html: string): Promise<void> {
    // A sitemap may also list images and documents.
    if (!source.isNamed && type && !/html|^text\/plain/i.test(type)) return;
    if (this.#isFull()) return;
    if (/^(?:image|audio|video|font)\/|\/pdf\b/i.test(type))
      throw new PageError(`It is not HTML, but is sent as ${type}`);
    if (bytes.byteLength > maxPageBytes) throw new PageError(`It has more than ${maxPageBytes / 1024 / 1024} MiB`);
    assertPage(html);
    this.#articles++;
    const article = { name: source.name, address, html };
    this.#found.set(source, await auditArticle(article, this.#options.publishers, this.#feeds));
  }

  #readList(source: Source, { address }: Loaded, text: string): void {
    const { articles, lists, problems } = readArticleList(text, address);
    const [first] = problems;
    const lost = first
      ? `${first.message}. ${problems.length > 1 ? `${problems.length} such places: a` : 'A'}rticles may be missing.`
      : articles.length || lists.length
        ? undefined
        : 'No article is in this list.';
    if (lost !== undefined) {
      const { line, column } = first ?? {};
      this.#found.set(source, [{ ...unreadArticle(source.name, lost), line, column }]);
    }
    const depth = source.depth + 1;
    const found = (isList: boolean) => (name: string) => ({ name, address: name, isNamed: false, isList, depth });
    if (depth < maxListDepth) this.#add(lists.map(found(true)));
    else if (lists.length)
      this.#io.stderr.write(`${source.name}: its further lists are not read: ${maxListDepth} lead to it.\n`);
    this.#add(articles.map(found(false)));
  }
}
