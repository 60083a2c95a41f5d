/**
 * Follows a record after its first reading: what has changed since the article was published, what changes while it is
 * being read, and the last good copy. Lazy: a card whose quotation is still the clause needs none of it.
 */
import type { ReactiveController } from 'lit';
import { addStyles } from '../../controllers/add-styles.js';
import { near } from '../../controllers/near.js';
import { pageStore } from '../../controllers/page-store.js';
import { asSwitch, asText } from '../../controllers/record.js';
import type { FoundRecord, RecordController, RecordHost, ShownRecord } from '../../controllers/record.js';
import { ProvisionChangeEvent } from '../../events/change.js';
import { emptyObject } from '../../feed/read.js';
import { isOlder } from '../../feed/older.js';
import type { Feed, Provision } from '../../feed/types.js';
import { wholeRecord } from '../../feed/whole.js';
import { enChanges } from '../../i18n/locales/en-changes.js';
import { clauseText, differencesOf } from '../../provision/changes/compare.js';
import type { Difference, Published } from '../../provision/changes/compare.js';
import { sameValue } from '../../provision/changes/same-value.js';
import { sha256Hex } from '../../provision/hash.js';
import { changesStyles } from './changes.styles.js';
import { notice } from './notice.js';
import type { NoticeState } from './notice.js';
import { publishedIn } from './published.js';
import { updateInPlace } from './update-in-place.js';

/** Takes over a record that has been asked for. Resolves when it is on the screen; never rejects. */
export function follow(records: RecordController, found: FoundRecord): Promise<void> {
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
  readonly isWhole: boolean;
  sayTime: NoticeState['sayTime'];

  readonly #records: RecordController;
  readonly #wish: FoundRecord;
  /** Seconds between two looks; undefined for one look only. */
  readonly #seconds: number | undefined;
  /** What a live element has shown first; its changes are told against it. */
  #first: ShownRecord | undefined;
  /** What is on the screen unless the reader asks for the current one. */
  #pinned: ShownRecord | undefined;
  #stop: (() => void) | undefined;
  #isStarted = false;

  constructor(records: RecordController, wish: FoundRecord) {
    const { host, signal, published } = wish;
    this.#records = records;
    this.#wish = wish;
    this.isLive = host.mode === 'live';
    this.isWhole = !!published;
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
      records.notice = (view) => notice(view, this);
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
    const said = this.asOf === undefined ? undefined : this.sayTime?.(this.asOf);
    // A page's translator replaces text nodes; whatever is there now gives way.
    if (time && said !== undefined && time.textContent !== said) time.textContent = said;
  }

  async start(): Promise<void> {
    const { found, find, isAsked, signal, src, record, host, published } = this.#wish;
    const isOnce = published && this.#seconds === undefined && !this.isLive && !isAsked;
    if (isOnce) await near(host);
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
      else if (!published) this.#records.fail(error, src);
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
    let differences = carried ? await compared(carried, answer) : [];
    if (signal.aborted) return;
    if (this.isLive && !differences.length && this.#first && !sameRecord(host, this.#first, answer)) {
      differences = [{ kind: 'analysis' }];
    }
    this.asOf = at;
    this.current = answer;
    this.#pinned = this.isLive
      ? answer
      : (published ?? (carried && differences.length ? quotedRecord(answer, carried, differences) : answer));
    const news = this.#tell(differences);
    if (host.differs) addStyles(host, changesStyles);
    this.#records.notice = (view) => notice(view, this);
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
    if (shown) this.#records.show(shown, isNews);
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
    void import('../../controllers/live.js').then(({ followFeed, finder }) => {
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
      void import('../../controllers/last-copy.js').then(({ keepCopy }) => keepCopy(src, record, answer)).catch(ignore);
    }
  }

  #announce(): void {
    const { kind } = this.differences[0] ?? {};
    const words = enChanges[this.isLive ? 'sinceOpened' : 'sincePublished'];
    announce((count) => {
      this.announcement = enChanges.announced(count, kind ? words[kind] : enChanges.changedBack);
      this.#wish.host.requestUpdate();
    });
  }
}

async function compared(carried: Published, shown: ShownRecord): Promise<readonly Difference[]> {
  const whole = wholeRecord(shown);
  const text = clauseText(whole.provision);
  return differencesOf(
    { ...carried, record: carried.record && wholeRecord(carried.record) },
    whole,
    carried.sha256 === undefined || text === undefined ? undefined : await sha256Hex(text),
  );
}

/** Whether an element would show the same of two answers. */
function sameRecord({ clauseType }: RecordHost, a: ShownRecord, b: ShownRecord): boolean {
  const [first, second] = [wholeRecord(a), wholeRecord(b)];
  return (
    sameValue(first.provision, second.provision) &&
    sameValue(headOf(first.feed), headOf(second.feed)) &&
    sameValue(neighbours(a, clauseType), neighbours(b, clauseType))
  );
}

/** The records of the same feed that a comparison may be built from. */
function neighbours({ provision: { _provision }, feed }: ShownRecord, clauseType: unknown): readonly Provision[] {
  if (!clauseType && _provision.comparisons?.items) return [];
  const type = asText(clauseType) ?? _provision.clause_type;
  return type === undefined ? [] : feed.items.filter((item) => item._provision.clause_type === type);
}

/** The feed's own words; when it was made is told elsewhere. */
function headOf(feed: Feed): object {
  return { ...feed, items: undefined, _provision_feed: { ...feed._provision_feed, generated: undefined } };
}

/** The record as it is now with the wording that the article quotes. */
function quotedRecord(
  shown: ShownRecord,
  { quotation, captured }: Published,
  differences: readonly Difference[],
): ShownRecord {
  const { provision, feed } = wholeRecord(shown);
  const { clauses: [clause] = [], provenance, document, ...details } = provision._provision;
  const from = differences.find((difference) => difference.from)?.from;
  const text = quotation ?? from?.text;
  if (text === undefined) return shown;
  const quoted = {
    ...details,
    clauses: [given({ text, language: clause?.language, attribution: clause?.attribution })],
    document: document && given({ ...document, last_updated: undefined }),
    // The source is the same; when it was captured, and where that copy is, is another thing.
    provenance: given({
      source_url: provenance?.source_url,
      methodology_url: provenance?.methodology_url,
      captured: captured ?? from?.captured,
      archive_url: from?.archive,
    }),
  };
  return { ...shown, feed, provision: given({ ...provision, _provision: given(quoted) }) as Provision };
}

/** As the parser makes objects: without what is missing, and without what a page may have added to all objects. */
function given(members: object): object {
  return Object.assign(
    emptyObject(),
    Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)),
  );
}

function ignore(): undefined {
  return undefined;
}

async function lastCopyOf(src: string, record: string | undefined) {
  const code = await import('../../controllers/last-copy.js').catch(ignore);
  return code?.lastCopy(src, record);
}

const speakers = new Set<(count: number) => void>();

/** One announcement for all that changes at once: the first speaks for how many there are. */
function announce(speak: (count: number) => void): void {
  if (!speakers.size) {
    // When every follower of the same answer has had its turn.
    setTimeout(() => {
      const [first] = speakers;
      first?.(speakers.size);
      speakers.clear();
    });
  }
  speakers.add(speak);
}
