import type { ReactiveController } from 'lit';
import { ProvisionErrorEvent } from '../events/error.js';
import { ProvisionLoadEvent } from '../events/load.js';
import { FeedError } from '../feed/error.js';
import { coreParser, hasUsualMembers } from '../feed/parse-core.js';
import type { ParseResult } from '../feed/parser.js';
import { findItem } from '../feed/select.js';
import type { Feed, Provision } from '../feed/types.js';
import { asSwitch, asText } from '../page/attribute-values.js';
import type { NoticeState } from '../page/notice-state.js';
import type { RecordHost } from '../page/record-host.js';
import type { ShownRecord } from '../page/shown-record.js';
import { pageAddress } from '../page/page-address.js';
import { pageStore } from '../page/feed-store.js';
import { childrenParsed } from '../page/children-parsed.js';

/** Loads the code for pinned and live records, offline copies and polling. */
export type LoadPinning = () => Promise<{
  readonly follow: (records: RecordController, found: RecordRequest) => Promise<void>;
}>;

/** A request for a record, with the data that the page published of it. */
export interface RecordRequest {
  readonly host: RecordHost;
  readonly src: string;
  readonly record: string | undefined;
  readonly redirects: 'follow' | undefined;
  /** The record of the `application/json` child; already rendered. */
  readonly published: ShownRecord | undefined;
  /** The record from its source, if it has already been fetched. */
  readonly found: ShownRecord | undefined;
  readonly find: () => Promise<ShownRecord>;
  /** The page called `reload()`. */
  readonly isAsked: boolean;
  /** Aborted when another request replaces this one. */
  readonly signal: AbortSignal;
}

const warned = new Set<string>();

/**
 * Finds the record of its host: the `provision` property, else the `application/json` child, else `src`. The latest request
 * wins; after a failure the host shows its own content.
 */
export class RecordController implements ReactiveController {
  /** The record to render. Stays until the next one has arrived. */
  shown: ShownRecord | undefined;
  /** The reason why there is no record. */
  error: FeedError | undefined;
  /** The comparison with the page's wording failed; the record line reports it. */
  isUnchecked = false;
  /** Set by the pinning code while it follows the record. */
  notice: NoticeState | undefined;

  readonly #host: RecordHost;
  readonly #loadPinning: LoadPinning;
  #wish: readonly unknown[] = [];
  #session: AbortController | undefined;
  #pending = false;
  #event: Event | undefined;

  constructor(host: RecordHost, loadPinning: LoadPinning) {
    this.#host = host;
    this.#loadPinning = loadPinning;
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('pageshow', this);
    // The element was moved: continue the pending request.
    if (this.#pending) void this.load();
  }

  hostDisconnected(): void {
    removeEventListener('pageshow', this);
    if (this.#pending) this.#session?.abort();
  }

  /**
   * Loads again when the browser restores the page from its back/forward cache, because a request that was pending then fails
   * or never settles.
   */
  handleEvent({ persisted }: PageTransitionEvent): void {
    if (!persisted) return;
    this.#host.requestUpdate();
    if (!this.#pending && !this.error) return;
    this.#session?.abort();
    // The store aborts a shared request only after its last user has left, hence the task.
    setTimeout(() => void this.load());
  }

  hostUpdate(): void {
    const { provision, src, record, redirects, clauseType, mode, refresh, cache } = this.#host;
    // Listed one by one because pages patch `Array.prototype.map`, and an error here would come before anything is painted.
    const address = asText(src);
    const wish = [
      provision ?? undefined,
      address && pageAddress(address),
      asText(record),
      asText(redirects),
      asText(clauseType),
      asText(mode),
      asText(refresh),
      asSwitch(cache),
    ];
    if (wish.every((part, index) => Object.is(part, this.#wish[index])) && this.#wish.length) return;
    this.#wish = wish;
    this.notice = undefined;
    this.isUnchecked = false;
    void this.load();
  }

  hostUpdated(): void {
    const event = this.#event;
    // Dispatch after rendering, so that listeners see the card.
    if (!event || !this.#host.locale.current) return;
    this.#event = undefined;
    this.#host.dispatchEvent(event);
  }

  /**
   * Reads the record again; with `refresh` it requests the feed from its server even if it is cached. Resolves when the record
   * is rendered or has failed; never rejects.
   */
  async load(refresh = false): Promise<void> {
    this.#session?.abort();
    const session = new AbortController();
    this.#session = session;
    this.#pending = true;
    this.isUnchecked = false;
    // `hostConnected` loads it later.
    if (!this.#host.isConnected) return;
    const [provision, src, record, redirects, , mode, interval, cache] = this.#wish as readonly [
      unknown,
      ...(string | undefined)[],
    ];
    const host = this.#host;
    const { signal } = session;
    let published: ShownRecord | undefined;
    try {
      if (provision !== undefined) {
        await this.show(this.#pick(coreParser.parseProvision(provision), record));
        return;
      }
      const follow = redirects === 'follow' ? 'follow' : undefined;
      if (src === undefined && !inlineData(host)) {
        this.shown = this.error = undefined;
        host.requestUpdate();
      }
      await childrenParsed(host);
      if (signal.aborted) return;
      published = this.#inlineRecord(record, src !== undefined);
      if (published) void this.show(published);
      const more = mode === 'live' || interval || cache;
      if (src === undefined || (published && !more && !host.differs)) return;
      const find = () => {
        const ask = { signal, redirects: follow, refresh } as const;
        return record === undefined && host.choose
          ? pageStore.get(src, ask).then((loaded) => this.#pick({ ok: true, ...loaded }, record))
          : pageStore.find(src, record, ask);
      };
      let found: ShownRecord | undefined;
      const isFollowed = published !== undefined || more || (await host.differs?.((found = await find())));
      if (isFollowed) {
        // A failure to load the locale must not prevent the comparison, because its English messages are in the same chunk.
        const [following] = await Promise.all([
          this.#loadPinning().catch(warnOnce),
          host.locale.loadMore().catch(ignore),
        ]);
        if (signal.aborted) return;
        if (following) {
          const wish = {
            host,
            src,
            record,
            redirects: follow,
            published,
            found,
            find,
            isAsked: refresh,
            signal,
          } as const;
          await following.follow(this, wish);
          return;
        }
      }
      if (isFollowed) this.notChecked();
      if (published) return;
      found ??= await find();
      if (!signal.aborted) await this.show(found);
    } catch (error) {
      if (!signal.aborted && !published) this.fail(error, src);
    }
  }

  /**
   * Returns the record of the `application/json` child. Ignores a child that an editor has damaged if there is a `src` as well.
   */
  #inlineRecord(record: string | undefined, hasSource: boolean): ShownRecord | undefined {
    const inline = inlineData(this.#host);
    if (!inline) return undefined;
    try {
      return this.#pick(coreParser.parseFeedText(inline.textContent), record);
    } catch (error) {
      if (!hasSource) throw error;
      warnOnce(error);
      return undefined;
    }
  }

  /** Reports that the record could not be compared with the page's wording. */
  notChecked(): void {
    this.isUnchecked = true;
    this.#host.requestUpdate();
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

  /**
   * Renders a record. Dispatches `provision-load` unless `isNews` is false, as for an update of the same record. Synchronous,
   * except for a feed that is not in our format: that needs a chunk first, which reads the other members.
   */
  show(shown: ShownRecord, isNews = true): Promise<void> | undefined {
    const session = this.#session;
    if (hasUsualMembers(shown))
      return import('../feed/fill-in.js')
        .then(({ fillIn }) => {
          fillIn(shown);
        }, ignore)
        .then(() => {
          if (session === this.#session) this.#showNow(shown, isNews);
        });
    this.#showNow(shown, isNews);
    return undefined;
  }

  #showNow(shown: ShownRecord, isNews: boolean): void {
    this.shown = shown;
    this.error = undefined;
    this.#pending = false;
    if (isNews) this.#event = new ProvisionLoadEvent(shown.feed, shown.provision, shown.warnings);
    this.#host.requestUpdate();
  }

  /** Replaces the record by the host's own content and dispatches `provision-error`. */
  fail(cause: unknown, src: string | undefined): void {
    const error = cause instanceof FeedError ? cause : new FeedError('network', String(cause), { url: src, cause });
    this.shown = undefined;
    this.error = error;
    this.#pending = false;
    this.#event = new ProvisionErrorEvent(error);
    this.#host.requestUpdate();
    warnOnce(error);
  }
}

/** Warns once per error, not once per card. */
function warnOnce(error: unknown): undefined {
  const text =
    error instanceof FeedError
      ? `${error.code}: ${error.message} (${error.url ?? 'in the page'}#${error.pointer ?? ''})`
      : String(error);
  if (!warned.has(text)) console.warn(`[provision-embed] ${text}`);
  warned.add(text);
}

function ignore(): undefined {
  return undefined;
}

function inlineData(host: RecordHost): Element | undefined {
  return [...(host.quotation ?? host).children].find((child) => child.matches('script[type="application/json"]'));
}
