import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { ProvisionErrorEvent } from '../events/error.js';
import { ProvisionLoadEvent } from '../events/load.js';
import { FeedError } from '../feed/error.js';
import { coreParser } from '../feed/parse-core.js';
import type { ParseResult } from '../feed/parser.js';
import { findItem } from '../feed/select.js';
import type { Feed, ParsedFeed, Provision } from '../feed/types.js';
import { pageStore } from './page-store.js';
import { childrenParsed } from './parsed.js';

/** What a page asks of an element; anything may have been assigned to any of it. */
export interface RecordHost extends ReactiveControllerHost, HTMLElement {
  readonly src: unknown;
  readonly record: unknown;
  readonly provision: unknown;
  readonly redirects: unknown;
  /** What else decides which record it is. */
  readonly clauseType?: unknown;
  /** Picks the record where the page named none; without it, it is the feed's only one. */
  choose?(feed: Feed): Provision | undefined;
}

/** A record, and the feed that it stands in. */
export interface ShownRecord extends ParsedFeed {
  readonly provision: Provision;
}

const warned = new Set<string>();

/** What a page has set a property to, as text; anything may have been assigned. */
export function asText(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() ? value : Number.isFinite(value) ? `${value as number}` : undefined;
}

/**
 * Finds the record that its host asks for: the `provision` property, else the `application/json` child, else `src`.
 * The newest wish wins; a failure leaves the host's own content on the screen.
 */
export class RecordController implements ReactiveController {
  /** The record to show; the last one stays until another has come. */
  shown: ShownRecord | undefined;
  /** Why there is none. */
  error: FeedError | undefined;

  readonly #host: RecordHost;
  #wish: readonly unknown[] = [];
  #session: AbortController | undefined;
  #pending = false;
  #event: Event | undefined;

  constructor(host: RecordHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    // A move: the wish is the same, and what was being fetched is fetched on.
    if (this.#pending) void this.load();
  }

  hostDisconnected(): void {
    this.#session?.abort();
  }

  hostUpdate(): void {
    const { src, record, provision, redirects, clauseType } = this.#host;
    const wish = [provision ?? undefined, asText(src), asText(record), asText(redirects), asText(clauseType)];
    if (wish.every((part, index) => Object.is(part, this.#wish[index])) && this.#wish.length) return;
    this.#wish = wish;
    void this.load();
  }

  hostUpdated(): void {
    const event = this.#event;
    this.#event = undefined;
    if (event) this.#host.dispatchEvent(event);
  }

  /** Reads the record anew; with `refresh` the feed's server is asked again. Resolves when that is done; never rejects. */
  async load(refresh = false): Promise<void> {
    this.#session?.abort();
    const session = new AbortController();
    this.#session = session;
    this.#pending = true;
    // It asks when it is back.
    if (!this.#host.isConnected) return;
    const [provision, src, record, redirects] = this.#wish as readonly [unknown, ...(string | undefined)[]];
    try {
      if (provision !== undefined) {
        this.#show(this.#pick(coreParser.parseProvision(provision), record));
        return;
      }
      const follow = redirects === 'follow' ? 'follow' : undefined;
      if (src === undefined && !inlineData(this.#host)) {
        this.shown = this.error = undefined;
        this.#host.requestUpdate();
      }
      await childrenParsed(this.#host);
      if (session.signal.aborted) return;
      const inline = inlineData(this.#host);
      if (inline) {
        this.#show(this.#pick(coreParser.parseFeedText(inline.textContent), record));
      } else if (src !== undefined) {
        const ask = { signal: session.signal, redirects: follow, refresh } as const;
        const found =
          record === undefined && this.#host.choose
            ? this.#pick({ ok: true, ...(await pageStore.get(src, ask)) }, record)
            : await pageStore.find(src, record, ask);
        if (!session.signal.aborted) this.#show(found);
      }
    } catch (error) {
      if (!session.signal.aborted) this.#fail(error, src);
    }
  }

  #find(feed: Feed, record: string | undefined): Provision | undefined {
    return record === undefined && this.#host.choose ? this.#host.choose(feed) : findItem(feed, record);
  }

  #pick(result: ParseResult, record: string | undefined): ShownRecord {
    if (!result.ok) throw result.error;
    const provision = this.#find(result.feed, record);
    if (provision) return { ...result, provision };
    throw new FeedError('not-found', `No record "${record ?? ''}"`, { pointer: '/items' });
  }

  #show(shown: ShownRecord): void {
    this.shown = shown;
    this.error = undefined;
    this.#pending = false;
    this.#event = new ProvisionLoadEvent(shown.feed, shown.provision, shown.warnings);
    this.#host.requestUpdate();
  }

  #fail(cause: unknown, src: string | undefined): void {
    const error = cause instanceof FeedError ? cause : new FeedError('network', String(cause), { url: src, cause });
    this.shown = undefined;
    this.error = error;
    this.#pending = false;
    this.#event = new ProvisionErrorEvent(error);
    this.#host.requestUpdate();
    // A hundred cards of one dead feed are one piece of news.
    const news = `[provision-embed] ${error.code}: ${error.message} (${error.url ?? 'in the page'}#${error.pointer ?? ''})`;
    if (!warned.has(news)) console.warn(news);
    warned.add(news);
  }
}

function inlineData(host: Element): Element | undefined {
  return [...host.children].find((child) => child.matches('script[type="application/json"]'));
}
