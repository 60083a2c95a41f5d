/**
 * Follows a record after its first reading: changes since the article was published, changes while the page is open, and the
 * offline copy. Lazy, because a card whose quotation equals the clause needs none of it.
 */
import type { ReactiveController } from 'lit';
import { addStyles } from '../../page/late-styles.js';
import { whenNearViewport } from '../../page/near-viewport.js';
import { pageStore } from '../../page/feed-store.js';
import { asSwitch, asText } from '../../page/attribute-values.js';
import type { RecordController } from '../../controllers/record-controller.js';
import type { RecordRequest } from '../../page/record-request.js';
import type { ShownRecord } from '../../page/shown-record.js';
import { ProvisionChangeEvent } from '../../events/change.js';
import { isOlder } from '../../feed/feed-age.js';
import { completeRecord } from '../../feed/complete-record.js';
import { enChanges } from '../../i18n/locales/en-changes.js';
import { comparePublished } from '../../provision/changes/compare.js';
import type { DifferenceReport } from '../../provision/changes/compare.js';
import type { Difference, Published } from '../../provision/changes/difference.js';
import { sameValue } from '../../provision/changes/same-value.js';
import { announce } from './announce.js';
import { changesStyles } from '../templates/changes/changes.styles.js';
import { describeDifference } from './notice.js';
import type { NoticeState } from '../../page/notice-state.js';
import { publishedIn } from './published.js';
import { quotedRecord } from './quoted-record.js';
import { sameRecord } from './same-record.js';
import { updateInPlace } from './update-in-place.js';

/** Takes over a request for a record. Resolves when the record is rendered or has failed; never rejects. */
export function follow(records: RecordController, found: RecordRequest): Promise<void> {
  // Repeated requests may be answered by an older copy of the feed.
  pageStore.isOlder = isOlder;
  return new RecordFollower(records, found).start();
}

const latestFollowers = new WeakMap<RecordController, RecordFollower>();

class RecordFollower implements ReactiveController, NoticeState {
  differences: readonly Difference[] = [];
  showsCurrent = false;
  asOf: number | undefined;
  isStale = false;
  announcement = '';
  current: ShownRecord | undefined;
  readonly isLive: boolean;
  readonly isComplete: boolean;
  formatTime: NoticeState['formatTime'];

  readonly #records: RecordController;
  readonly #request: RecordRequest;
  /** Seconds between two polls; undefined for a single request. */
  readonly #pollSeconds: number | undefined;
  /** The first record of a live element. Later changes are reported relative to it. */
  #first: ShownRecord | undefined;
  /** The record that is rendered unless the reader chooses the current one. */
  #pinned: ShownRecord | undefined;
  #stopPolling: (() => void) | undefined;
  #isStarted = false;

  constructor(records: RecordController, request: RecordRequest) {
    const { host, signal, published } = request;
    this.#records = records;
    this.#request = request;
    this.isLive = host.mode === 'live';
    this.isComplete = !!published;
    const seconds = Number(asText(host.refresh) ?? (this.isLive ? 60 : 0));
    this.#pollSeconds = seconds > 0 ? seconds : undefined;
    // The page repeated the request: keep the state, so that the reader does not get the same changes again.
    const last = latestFollowers.get(records);
    if (last?.isLive && this.isLive && last.#request.src === request.src && last.#request.record === request.record) {
      this.#first = last.#first;
      this.current = last.current;
      this.asOf = last.asOf;
      this.differences = last.differences;
      this.#pinned = last.#pinned;
      records.notice = this;
    }
    latestFollowers.set(records, this);
    signal.addEventListener('abort', () => {
      this.hostDisconnected();
      host.removeController(this);
    });
    host.addController(this);
  }

  get shown(): ShownRecord | undefined {
    return this.#records.shown;
  }

  /** Continues after a move. */
  hostConnected(): void {
    if (this.#isStarted) this.#poll();
  }

  hostDisconnected(): void {
    this.#stopPolling?.();
    this.#stopPolling = undefined;
  }

  hostUpdated(): void {
    const time = this.#request.host.shadowRoot?.querySelector('[part~="as-of"] time');
    const text = this.asOf === undefined ? undefined : this.formatTime?.(this.asOf);
    // Written directly, because a page translator may have replaced the text node.
    if (time && text !== undefined && time.textContent !== text) time.textContent = text;
  }

  async start(): Promise<void> {
    const { found, find, isReload, signal, src, record, host, published } = this.#request;
    const isOnce = published && this.#pollSeconds === undefined && !this.isLive && !isReload;
    if (isOnce) await whenNearViewport(host);
    if (signal.aborted) return;
    try {
      const answer = found ?? (await find());
      if (signal.aborted) return;
      if (this.current) {
        await this.#onAnswer(answer, Date.now());
      } else {
        await this.#applyAnswer(answer, Date.now());
        this.#saveCopy(answer);
      }
    } catch (error) {
      const copy = asSwitch(host.cache) ? await readCopy(src, record) : undefined;
      if (signal.aborted) return;
      this.isStale = true;
      // The published record is good enough to stay.
      if (this.current) this.#request.host.requestUpdate();
      else if (copy && !(published && isOlder(copy.shown.feed, published.feed)))
        await this.#applyAnswer(copy.shown, copy.keptAt);
      else if (published) this.#records.reportUnchecked();
      else this.#records.fail(error, src);
    }
    this.#isStarted = true;
    if (!signal.aborted && host.isConnected) this.#poll();
  }

  toggle(): void {
    this.showsCurrent = !this.showsCurrent;
    this.#show();
  }

  /** Compares an answer with the page's record and renders it, or the notice about it. */
  async #applyAnswer(answer: ShownRecord, at: number): Promise<void> {
    const { host, signal, published } = this.#request;
    const isFirst = !this.current;
    const pageWording: Published | undefined = this.isLive
      ? { record: (this.#first ??= answer) }
      : host.differs && publishedIn(host, answer, published);
    const comparison = pageWording && (await compareWithPage(pageWording, answer));
    let differences = comparison?.differences ?? [];
    if (signal.aborted) return;
    if (this.isLive && !differences.length && this.#first && !sameRecord(host, this.#first, answer)) {
      differences = [{ kind: 'analysis' }];
    }
    this.#records.isUnchecked = comparison?.isUnchecked ?? false;
    this.asOf = at;
    this.current = answer;
    this.#pinned = this.isLive
      ? answer
      : (published ?? (pageWording && differences.length ? quotedRecord(answer, pageWording, differences) : answer));
    const added = this.#dispatchChanges(differences);
    if (host.differs) addStyles(host, changesStyles);
    this.#records.notice = this;
    if (isFirst) {
      this.#show(!published);
      return;
    }
    await updateInPlace(
      host,
      () => {
        this.#show();
      },
      this.isLive,
    );
    if (this.isLive || added) this.#announce();
  }

  #show(isNew = false): void {
    const shown = this.showsCurrent ? this.current : this.#pinned;
    if (shown) void this.#records.show(shown, isNew);
  }

  /** Dispatches `provision-change` for each new difference. @returns whether there was one */
  #dispatchChanges(differences: readonly Difference[]): boolean {
    const added = differences.filter((one) => !this.differences.some((known) => sameValue(known, one)));
    this.differences = differences;
    const { host } = this.#request;
    const [pinned, current] = [(this.isLive ? this.#first : this.#pinned)?.provision, this.current?.provision];
    if (pinned && current) {
      for (const { kind } of added) host.dispatchEvent(new ProvisionChangeEvent(kind, pinned, current));
    }
    return added.length > 0;
  }

  #poll(): void {
    const { host, src, redirects, record } = this.#request;
    // An offline copy is rendered: poll until the source answers.
    const seconds = this.#pollSeconds ?? (this.isStale && this.current ? 60 : undefined);
    if (seconds === undefined || this.#stopPolling) return;
    let ended = false;
    this.#stopPolling = () => {
      ended = true;
    };
    void import('../../page/feed-polling.js').then(({ followFeed, finder }) => {
      if (ended) return;
      this.#stopPolling = followFeed({
        src,
        redirects,
        seconds,
        find: finder(record, host),
        onAnswer: (page, provision) => {
          void this.#onAnswer({ ...page, provision }, page.fetchedAt);
        },
        onFailure: () => {
          this.#setStale(true);
        },
      });
    }, ignore);
  }

  async #onAnswer(answer: ShownRecord, at: number): Promise<void> {
    const { host } = this.#request;
    const { current } = this;
    this.#setStale(false);
    if (this.#pollSeconds === undefined) this.hostDisconnected();
    if (current && (isOlder(answer.feed, current.feed) || sameRecord(host, current, answer))) {
      this.asOf = at;
      // Only the time changed, which needs no rendering.
      this.hostUpdated();
      return;
    }
    await this.#applyAnswer(answer, at);
    this.#saveCopy(answer);
  }

  #setStale(isStale: boolean): void {
    if (isStale === this.isStale) return;
    this.isStale = isStale;
    this.#request.host.requestUpdate();
  }

  #saveCopy(answer: ShownRecord): void {
    const { host, src, record } = this.#request;
    if (asSwitch(host.cache)) {
      void import('../../page/offline-copy.js')
        .then(({ saveOfflineCopy }) => saveOfflineCopy(src, record, answer))
        .catch(ignore);
    }
  }

  #announce(): void {
    const { kind } = this.differences[0] ?? {};
    announce((count) => {
      const { host } = this.#request;
      const { current: localization } = host.locale;
      if (!localization) return;
      const words = localization.say('changes', enChanges);
      this.announcement =
        count > 1
          ? words.announced(localization.formats.count(count))
          : kind
            ? describeDifference(words, this.isLive, this.differences[0] as Difference)
            : words.changedBack;
      host.requestUpdate();
    });
  }
}

function compareWithPage(pageWording: Published, shown: ShownRecord): Promise<DifferenceReport> {
  return comparePublished(
    { ...pageWording, record: pageWording.record && completeRecord(pageWording.record) },
    completeRecord(shown),
  );
}

function ignore(): undefined {
  return undefined;
}

async function readCopy(src: string, record: string | undefined) {
  const code = await import('../../page/offline-copy.js').catch(ignore);
  return code?.readOfflineCopy(src, record);
}
