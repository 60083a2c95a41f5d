/**
 * Follows a record after its first reading: changes since the article was published, changes while the page is open, and the
 * offline copy. Lazy, because a card whose quotation equals the clause needs none of it.
 */
import type { ReactiveController } from 'lit';
import { addStyles } from '../../page/late-styles.js';
import { whenNearViewport } from '../../page/near-viewport.js';
import { pageStore } from '../../page/feed-store.js';
import { asSwitch, asText } from '../../page/attribute-values.js';
import type { RecordRequest, RecordController } from '../../controllers/record-controller.js';
import type { ShownRecord } from '../../page/shown-record.js';
import { ProvisionChangeEvent } from '../../events/change.js';
import { isOlder } from '../../feed/older.js';
import { completeRecord } from '../../feed/complete-record.js';
import { enChanges } from '../../i18n/locales/en-changes.js';
import { comparePublished } from '../../provision/changes/compare.js';
import type { Comparison } from '../../provision/changes/compare.js';
import type { Difference, Published } from '../../provision/changes/difference.js';
import { sameValue } from '../../provision/changes/same-value.js';
import { announce } from './announce.js';
import { changesStyles } from '../templates/changes/changes.styles.js';
import { newsOf } from './notice.js';
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

const followers = new WeakMap<RecordController, RecordFollower>();

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
  readonly #wish: RecordRequest;
  /** Seconds between two polls; undefined for a single request. */
  readonly #seconds: number | undefined;
  /** The first record of a live element. Later changes are reported relative to it. */
  #first: ShownRecord | undefined;
  /** The record that is rendered unless the reader chooses the current one. */
  #pinned: ShownRecord | undefined;
  #stop: (() => void) | undefined;
  #isStarted = false;

  constructor(records: RecordController, wish: RecordRequest) {
    const { host, signal, published } = wish;
    this.#records = records;
    this.#wish = wish;
    this.isLive = host.mode === 'live';
    this.isComplete = !!published;
    const seconds = Number(asText(host.refresh) ?? (this.isLive ? 60 : 0));
    this.#seconds = seconds > 0 ? seconds : undefined;
    // The page repeated the request: keep the state, so that the reader does not get the same changes again.
    const last = followers.get(records);
    if (last?.isLive && this.isLive && last.#wish.src === wish.src && last.#wish.record === wish.record) {
      this.#first = last.#first;
      this.current = last.current;
      this.asOf = last.asOf;
      this.differences = last.differences;
      this.#pinned = last.#pinned;
      records.notice = this;
    }
    followers.set(records, this);
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
    this.#stop?.();
    this.#stop = undefined;
  }

  hostUpdated(): void {
    const time = this.#wish.host.shadowRoot?.querySelector('[part~="as-of"] time');
    const said = this.asOf === undefined ? undefined : this.formatTime?.(this.asOf);
    // Written directly, because a page translator may have replaced the text node.
    if (time && said !== undefined && time.textContent !== said) time.textContent = said;
  }

  async start(): Promise<void> {
    const { found, find, isAsked, signal, src, record, host, published } = this.#wish;
    const isOnce = published && this.#seconds === undefined && !this.isLive && !isAsked;
    if (isOnce) await whenNearViewport(host);
    if (signal.aborted) return;
    try {
      const answer = found ?? (await find());
      if (signal.aborted) return;
      if (this.current) {
        await this.#answered(answer, Date.now());
      } else {
        await this.#take(answer, Date.now());
        this.#keep(answer);
      }
    } catch (error) {
      const copy = asSwitch(host.cache) ? await lastCopyOf(src, record) : undefined;
      if (signal.aborted) return;
      this.isStale = true;
      // The published record is good enough to stay.
      if (this.current) this.#wish.host.requestUpdate();
      else if (copy && !(published && isOlder(copy.shown.feed, published.feed)))
        await this.#take(copy.shown, copy.keptAt);
      else if (published) this.#records.notChecked();
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
  async #take(answer: ShownRecord, at: number): Promise<void> {
    const { host, signal, published } = this.#wish;
    const isFirst = !this.current;
    const carried: Published | undefined = this.isLive
      ? { record: (this.#first ??= answer) }
      : host.differs && publishedIn(host, answer, published);
    const comparison = carried && (await compared(carried, answer));
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
      : (published ?? (carried && differences.length ? quotedRecord(answer, carried, differences) : answer));
    const news = this.#tell(differences);
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
    if (this.isLive || news) this.#announce();
  }

  #show(isNews = false): void {
    const shown = this.showsCurrent ? this.current : this.#pinned;
    if (shown) void this.#records.show(shown, isNews);
  }

  /** Dispatches `provision-change` for each new difference. @returns whether there was one */
  #tell(differences: readonly Difference[]): boolean {
    const news = differences.filter((one) => !this.differences.some((known) => sameValue(known, one)));
    this.differences = differences;
    const { host } = this.#wish;
    const [pinned, current] = [(this.isLive ? this.#first : this.#pinned)?.provision, this.current?.provision];
    if (pinned && current) {
      for (const { kind } of news) host.dispatchEvent(new ProvisionChangeEvent(kind, pinned, current));
    }
    return news.length > 0;
  }

  #poll(): void {
    const { host, src, redirects, record } = this.#wish;
    // An offline copy is rendered: poll until the source answers.
    const seconds = this.#seconds ?? (this.isStale && this.current ? 60 : undefined);
    if (seconds === undefined || this.#stop) return;
    let ended = false;
    this.#stop = () => {
      ended = true;
    };
    void import('../../page/feed-polling.js').then(({ followFeed, finder }) => {
      if (ended) return;
      this.#stop = followFeed({
        src,
        redirects,
        seconds,
        find: finder(record, host),
        onAnswer: (page, provision) => {
          void this.#answered({ ...page, provision }, page.fetchedAt);
        },
        onFailure: () => {
          this.#stale(true);
        },
      });
    }, ignore);
  }

  async #answered(answer: ShownRecord, at: number): Promise<void> {
    const { host } = this.#wish;
    const { current } = this;
    this.#stale(false);
    if (this.#seconds === undefined) this.hostDisconnected();
    if (current && (isOlder(answer.feed, current.feed) || sameRecord(host, current, answer))) {
      this.asOf = at;
      // Only the time changed, which needs no rendering.
      this.hostUpdated();
      return;
    }
    await this.#take(answer, at);
    this.#keep(answer);
  }

  #stale(isStale: boolean): void {
    if (isStale === this.isStale) return;
    this.isStale = isStale;
    this.#wish.host.requestUpdate();
  }

  #keep(answer: ShownRecord): void {
    const { host, src, record } = this.#wish;
    if (asSwitch(host.cache)) {
      void import('../../page/offline-copy.js')
        .then(({ saveOfflineCopy }) => saveOfflineCopy(src, record, answer))
        .catch(ignore);
    }
  }

  #announce(): void {
    const { kind } = this.differences[0] ?? {};
    announce((count) => {
      const { host } = this.#wish;
      const { current: localization } = host.locale;
      if (!localization) return;
      const words = localization.say('changes', enChanges);
      this.announcement =
        count > 1
          ? words.announced(localization.formats.count(count))
          : kind
            ? newsOf(words, this.isLive, this.differences[0] as Difference)
            : words.changedBack;
      host.requestUpdate();
    });
  }
}

function compared(carried: Published, shown: ShownRecord): Promise<Comparison> {
  return comparePublished(
    { ...carried, record: carried.record && completeRecord(carried.record) },
    completeRecord(shown),
  );
}

function ignore(): undefined {
  return undefined;
}

async function lastCopyOf(src: string, record: string | undefined) {
  const code = await import('../../page/offline-copy.js').catch(ignore);
  return code?.readOfflineCopy(src, record);
}
