import type { ReactiveController } from 'lit';
import { ProvisionErrorEvent } from '../events/error.js';
import { ProvisionLoadEvent } from '../events/load.js';
import { FeedError } from '../feed/error.js';
import { coreParser, hasPlainJsonFeedMembers } from '../feed/parse-core.js';
import { asSwitch, asText } from '../page/attribute-values.js';
import type { NoticeState } from '../page/notice-state.js';
import { inlineData, inlineRecord } from '../page/inline-record.js';
import { pickRecord } from '../page/pick-record.js';
import type { RecordHost } from '../page/record-host.js';
import type { RecordRequest } from '../page/record-request.js';
import type { ShownRecord } from '../page/shown-record.js';
import { pageAddress } from '../page/page-address.js';
import { pageStore } from '../page/feed-store.js';
import { childrenParsed } from '../page/children-parsed.js';
import { warnOnce } from '../page/warn-once.js';

/** Loads the code for pinned and live records, offline copies and polling. */
export type LoadPinning = () => Promise<{
  readonly follow: (records: RecordController, found: RecordRequest) => Promise<void>;
}>;

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
  #request: readonly unknown[] = [];
  #abortController: AbortController | undefined;
  #isPending = false;
  #eventAfterRender: Event | undefined;

  constructor(host: RecordHost, loadPinning: LoadPinning) {
    this.#host = host;
    this.#loadPinning = loadPinning;
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('pageshow', this);
    // The element was moved: continue the pending request.
    if (this.#isPending) void this.load();
  }

  hostDisconnected(): void {
    removeEventListener('pageshow', this);
    if (this.#isPending) this.#abortController?.abort();
  }

  /**
   * Loads again when the browser restores the page from its back/forward cache, because a request that was pending then fails
   * or never settles.
   */
  handleEvent({ persisted }: PageTransitionEvent): void {
    if (!persisted) return;
    this.#host.requestUpdate();
    if (!this.#isPending && !this.error) return;
    this.#abortController?.abort();
    // The store aborts a shared request only after its last user has left, hence the task.
    setTimeout(() => void this.load());
  }

  hostUpdate(): void {
    const { provision, src, record, redirects, clauseType, mode, refresh, cache } = this.#host;
    // Listed one by one because pages patch `Array.prototype.map`, and an error here would come before anything is painted.
    const address = asText(src);
    const request = [
      provision ?? undefined,
      address && pageAddress(address),
      asText(record),
      asText(redirects),
      asText(clauseType),
      asText(mode),
      asText(refresh),
      asSwitch(cache),
    ];
    if (request.every((part, index) => Object.is(part, this.#request[index])) && this.#request.length) return;
    this.#request = request;
    this.notice = undefined;
    this.isUnchecked = false;
    void this.load();
  }

  hostUpdated(): void {
    const event = this.#eventAfterRender;
    // Dispatch after rendering, so that listeners see the card.
    if (!event || !this.#host.locale.current) return;
    this.#eventAfterRender = undefined;
    this.#host.dispatchEvent(event);
  }

  /**
   * Reads the record again; with `refresh` it requests the feed from its server even if it is cached. Resolves when the record
   * is rendered or has failed; never rejects.
   */
  async load(refresh = false): Promise<void> {
    this.#abortController?.abort();
    const abortController = new AbortController();
    this.#abortController = abortController;
    this.#isPending = true;
    this.isUnchecked = false;
    // `hostConnected` loads it later.
    if (!this.#host.isConnected) return;
    const [provision, src, record, redirects, , mode, interval, cache] = this.#request as readonly [
      unknown,
      ...(string | undefined)[],
    ];
    const host = this.#host;
    const { signal } = abortController;
    let published: ShownRecord | undefined;
    try {
      if (provision !== undefined) {
        await this.show(pickRecord(host, coreParser.parseProvision(provision), record));
        return;
      }
      const follow = redirects === 'follow' ? 'follow' : undefined;
      if (src === undefined && !inlineData(host)) {
        this.shown = this.error = undefined;
        host.requestUpdate();
      }
      await childrenParsed(host);
      if (signal.aborted) return;
      published = inlineRecord(host, record, src !== undefined);
      if (published) void this.show(published);
      const needsPinning = mode === 'live' || interval || cache;
      if (src === undefined || (published && !needsPinning && !host.differs)) return;
      const find = () => {
        const options = { signal, redirects: follow, refresh } as const;
        return record === undefined && host.choose
          ? pageStore.get(src, options).then((loaded) => pickRecord(host, { ok: true, ...loaded }, record))
          : pageStore.find(src, record, options);
      };
      let found: ShownRecord | undefined;
      const isFollowed = published !== undefined || needsPinning || (await host.differs?.((found = await find())));
      if (isFollowed) {
        // A failure to load the locale must not prevent the comparison, because its English messages are in the same chunk.
        const [pinning] = await Promise.all([
          this.#loadPinning().catch(warnOnce),
          host.locale.loadMore().catch(ignore),
        ]);
        if (signal.aborted) return;
        if (pinning) {
          const request = {
            host,
            src,
            record,
            redirects: follow,
            published,
            found,
            find,
            isReload: refresh,
            signal,
          } as const;
          await pinning.follow(this, request);
          return;
        }
      }
      if (isFollowed) this.reportUnchecked();
      if (published) return;
      found ??= await find();
      if (!signal.aborted) await this.show(found);
    } catch (error) {
      if (!signal.aborted && !published) this.fail(error, src);
    }
  }

  /** Reports that the record could not be compared with the page's wording. */
  reportUnchecked(): void {
    this.isUnchecked = true;
    this.#host.requestUpdate();
  }

  /**
   * Renders a record. Dispatches `provision-load` unless `isNew` is false, as for an update of the same record. Synchronous,
   * except for a feed that is not in our format: that needs a chunk first, which reads the other members.
   */
  show(shown: ShownRecord, isNew = true): Promise<void> | undefined {
    const abortController = this.#abortController;
    if (hasPlainJsonFeedMembers(shown))
      return import('../feed/fill-from-json-feed.js')
        .then(({ fillFromJsonFeed }) => {
          fillFromJsonFeed(shown);
        }, ignore)
        .then(() => {
          if (abortController === this.#abortController) this.#showNow(shown, isNew);
        });
    this.#showNow(shown, isNew);
    return undefined;
  }

  #showNow(shown: ShownRecord, isNew: boolean): void {
    this.shown = shown;
    this.error = undefined;
    this.#isPending = false;
    if (isNew) this.#eventAfterRender = new ProvisionLoadEvent(shown.feed, shown.provision, shown.warnings);
    this.#host.requestUpdate();
  }

  /** Replaces the record by the host's own content and dispatches `provision-error`. */
  fail(cause: unknown, src: string | undefined): void {
    const error = cause instanceof FeedError ? cause : new FeedError('network', String(cause), { url: src, cause });
    this.shown = undefined;
    this.error = error;
    this.#isPending = false;
    this.#eventAfterRender = new ProvisionErrorEvent(error);
    this.#host.requestUpdate();
    warnOnce(error);
  }
}

function ignore(): undefined {
  return undefined;
}
