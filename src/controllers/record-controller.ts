import type { ReactiveController } from 'lit';
import { ProvisionErrorEvent } from '../events/error.js';
import { ProvisionLoadEvent } from '../events/load.js';
import { FeedError } from '../feed/error.js';
import { coreParser, hasPlainJsonFeedMembers } from '../feed/parse-core.js';
import type { ParseResult } from '../feed/parser.js';
import { findItem } from '../feed/find-item.js';
import type { Feed, Provision } from '../feed/types.js';
import { asSwitch, asText } from '../page/attribute-values.js';
import type { NoticeState } from '../page/notice-state.js';
import type { RecordHost } from '../page/record-host.js';
import type { ShownRecord } from '../page/shown-record.js';
import { pageAddress } from '../page/page-address.js';
import { pageStore } from '../page/feed-store.js';
import { childrenParsed } from '../page/children-parsed.js';

/** What comes where a page asks for more than the record as it is now. */
export type LoadPinning = () => Promise<{
  readonly follow: (records: RecordController, found: RecordRequest) => Promise<void>;
}>;

/** A record on its way to a host, and what the host's page has published of it. */
export interface RecordRequest {
  readonly host: RecordHost;
  readonly src: string;
  readonly record: string | undefined;
  readonly redirects: 'follow' | undefined;
  /** As the `application/json` child has it; it is on the screen already. */
  readonly published: ShownRecord | undefined;
  /** As its source has it, where that is known already. */
  readonly found: ShownRecord | undefined;
  readonly find: () => Promise<ShownRecord>;
  /** The page itself has asked for it, with `reload()`. */
  readonly isAsked: boolean;
  /** Aborted when the host wants another record. */
  readonly signal: AbortSignal;
}

const warned = new Set<string>();

/**
 * Finds the record that its host asks for: the `provision` property, else the `application/json` child, else `src`.
 * The newest wish wins; a failure leaves the host's own content on the screen.
 */
export class RecordController implements ReactiveController {
  /** The record to show; the last one stays until another has come. */
  shown: ShownRecord | undefined;
  /** Why there is none. */
  error: FeedError | undefined;
  /** A comparison with what the page carries could not be made; the record line says so. */
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
    // A move: the wish is the same, and what was being fetched is fetched on.
    if (this.#pending) void this.load();
  }

  hostDisconnected(): void {
    removeEventListener('pageshow', this);
    if (this.#pending) this.#session?.abort();
  }

  /** The browser had kept the page, and shows it again: what was on its way when the reader left has failed, or never comes. */
  handleEvent({ persisted }: PageTransitionEvent): void {
    if (!persisted) return;
    this.#host.requestUpdate();
    if (!this.#pending && !this.error) return;
    this.#session?.abort();
    // The store's request ends when all have left it.
    setTimeout(() => void this.load());
  }

  hostUpdate(): void {
    const { provision, src, record, redirects, clauseType, mode, refresh, cache } = this.#host;
    // Each by itself: a page may have changed what `map` gives, and what is thrown here is thrown before anything is painted.
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
    // What has been read is news when it is on the screen.
    if (!event || !this.#host.locale.current) return;
    this.#event = undefined;
    this.#host.dispatchEvent(event);
  }

  /** Reads the record anew; with `refresh` the feed's server is asked again. Resolves when that is done; never rejects. */
  async load(refresh = false): Promise<void> {
    this.#session?.abort();
    const session = new AbortController();
    this.#session = session;
    this.#pending = true;
    this.isUnchecked = false;
    // It asks when it is back.
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
        // The words of another language are no reason to go without the comparison: its English words come with it.
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

  /** The record of the `application/json` child. A child that an editor has mangled is passed over where there is a `src`. */
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

  /** Says that the record could not be compared with what the page carries. */
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
   * Puts a record on the screen; the page is told unless it is the same record, brought up to date. At once, unless its feed is not in our
   * format: then code comes first that reads the other members.
   */
  show(shown: ShownRecord, isNews = true): Promise<void> | undefined {
    const session = this.#session;
    if (hasPlainJsonFeedMembers(shown))
      return import('../feed/fill-from-json-feed.js')
        .then(({ fillFromJsonFeed }) => {
          fillFromJsonFeed(shown);
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

  /** Gives the place back to the host's own content. */
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
