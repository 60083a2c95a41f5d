/**
 * Follows a record after its first reading: what has changed since the article was published, what changes while it is
 * being read, and the last good copy. Lazy: a card whose quotation is still the clause needs none of it.
 */
import type { ReactiveController } from 'lit';
import { addStyles } from '../../page/late-styles.js';
import { whenNearViewport } from '../../page/near-viewport.js';
import { pageStore } from '../../page/feed-store.js';
import { asSwitch, asText } from '../../page/attribute-values.js';
import type { RecordRequest, RecordController } from '../../controllers/record-controller.js';
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
import { newsOf } from './notice.js';
import type { NoticeState } from '../../page/notice-state.js';
import { publishedIn } from './published.js';
import { quotedRecord } from './quoted-record.js';
import { sameRecord } from './same-record.js';
import { updateInPlace } from './update-in-place.js';

/** Takes over a record that has been asked for. Resolves when it is on the screen; never rejects. */
export function follow(records: RecordController, found: RecordRequest): Promise<void> {
  // From here on an answer may come again, and be an older one.
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
  /** Seconds between two looks; undefined for one look only. */
  readonly #seconds: number | undefined;
  /** What a live element has shown first; its changes are told against it. */
  #first: ShownRecord | undefined;
  /** What is on the screen unless the reader asks for the current one. */
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
    // The page has asked again for the same: what the reader knows goes on.
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

  /** Again, after a move. */
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
    // A page's translator replaces text nodes; whatever is there now gives way.
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
      // What was published is a good copy, too.
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

  /** Puts what has been read on the screen, or beside what is there. */
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

  /** Tells the page of each difference that it has not been told of; returns whether there was one. */
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
    // A copy is shown until the source is back.
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
      // Nothing else is new, and needs no rendering.
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

function compared(carried: Published, shown: ShownRecord): Promise<DifferenceReport> {
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
