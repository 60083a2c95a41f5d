/** Keeps feeds up to date. Lazy: a page that has nothing live pays nothing for it. */
import { feedPages } from '../feed/feed-pages.js';
import { findItem } from '../feed/find-item.js';
import type { FeedStore, GetOptions, LoadedFeed } from '../feed/store.js';
import type { Feed, Provision } from '../feed/types.js';
import { memoizeResponses } from './response-memo.js';
import { pageStore, reader } from './feed-store.js';
import type { RecordHost } from './record-host.js';

/** What an element wants to know of a feed. */
export interface Follower {
  readonly src: string;
  readonly redirects: GetOptions['redirects'];
  /** Seconds between two looks, at least 60. The smallest of a feed's followers counts. */
  readonly seconds: number;
  /** Its record, on a page of the feed. */
  find(feed: Feed): Provision | undefined;
  /** The server has answered, with something new or not. */
  onAnswer(answer: LoadedFeed, provision: Provision): void;
  /** It has not, or the record is gone; what is shown stays. */
  onFailure(): void;
}

/** The clock, the dice and the page. */
export interface PollPlatform {
  now(): number;
  random(): number;
  /** Calls once after so many milliseconds; returns what cancels it. */
  wait(milliseconds: number, then: () => void): () => void;
  /** Whether somebody can see the page, and the page the network. */
  isActive(): boolean;
  /** Calls when that may have changed; returns what ends it. */
  onActivity(changed: () => void): () => void;
}

/** Never oftener, whatever a page asks for: a feed is somebody's server. */
const leastSeconds = 60;
const mostSeconds = 24 * 60 * 60;
/** The longest that a failing server is left alone. */
const longestBackOff = 60 * 60 * 1000;
/** Readers of one article must not all ask in the same second. */
const jitter = 0.2;

/** One poll per feed and page, however many elements follow it; the next begins when the last has ended. */
export class FeedPolls {
  readonly #store: Pick<FeedStore, 'get' | 'peek'>;
  readonly #platform: PollPlatform;
  readonly #polls = new Map<string, FeedPoll>();

  constructor(store: Pick<FeedStore, 'get' | 'peek'>, platform: PollPlatform) {
    this.#store = store;
    this.#platform = platform;
  }

  /** Follows a feed until the function that is returned is called. */
  follow(follower: Follower): () => void {
    const key = `${follower.redirects ?? ''} ${follower.src}`;
    const poll = this.#polls.get(key) ?? new FeedPoll(this.#store, this.#platform, follower);
    this.#polls.set(key, poll);
    poll.add(follower);
    return () => {
      if (poll.remove(follower) && this.#polls.get(key) === poll) this.#polls.delete(key);
    };
  }
}

class FeedPoll {
  readonly #followers = new Set<Follower>();
  readonly #store: Pick<FeedStore, 'get' | 'peek'>;
  readonly #platform: PollPlatform;
  readonly #src: string;
  readonly #redirects: GetOptions['redirects'];
  readonly #unlisten: () => void;
  /** When the server was last asked, and how often it has failed since it last answered. */
  #asked: number;
  #failures = 0;
  #dice: number;
  #cancel: (() => void) | undefined;
  #asking: AbortController | undefined;

  constructor(store: Pick<FeedStore, 'get' | 'peek'>, platform: PollPlatform, { src, redirects }: Follower) {
    this.#store = store;
    this.#platform = platform;
    this.#src = src;
    this.#redirects = redirects;
    this.#asked = store.peek(src, redirects)?.fetchedAt ?? platform.now();
    this.#dice = platform.random();
    this.#unlisten = platform.onActivity(() => {
      // Back on line, or on the screen: what failed then need not fail now.
      if (platform.isActive()) this.#failures = Math.min(this.#failures, 1);
      this.#schedule();
    });
  }

  add(follower: Follower): void {
    this.#followers.add(follower);
    this.#schedule();
  }

  /** Whether it was the last one. */
  remove(follower: Follower): boolean {
    this.#followers.delete(follower);
    if (this.#followers.size) return false;
    this.#cancel?.();
    this.#asking?.abort();
    this.#unlisten();
    return true;
  }

  #schedule(): void {
    this.#cancel?.();
    this.#cancel = undefined;
    if (this.#asking || !this.#followers.size || !this.#platform.isActive()) return;
    const seconds = Math.min(...[...this.#followers].map((follower) => follower.seconds));
    // What is no number is no wish.
    const interval = (seconds > leastSeconds ? Math.min(seconds, mostSeconds) : leastSeconds) * 1000;
    const backOff = Math.max(interval, Math.min(interval * 2 ** this.#failures, longestBackOff));
    const due = this.#asked + backOff * (1 + jitter * this.#dice);
    this.#cancel = this.#platform.wait(Math.max(0, due - this.#platform.now()), () => {
      this.#cancel = undefined;
      void this.#ask();
    });
  }

  async #ask(): Promise<void> {
    const asking = new AbortController();
    this.#asking = asking;
    const waiting = new Set(this.#followers);
    const answered: [Follower, LoadedFeed, Provision][] = [];
    try {
      const options = { signal: asking.signal, redirects: this.#redirects, refresh: true };
      for await (const [, page] of feedPages(this.#src, (url) => this.#store.get(url, options))) {
        if (page.refreshError) throw page.refreshError;
        for (const follower of waiting) {
          const provision = follower.find(page.feed);
          if (!provision) continue;
          waiting.delete(follower);
          answered.push([follower, page, provision]);
        }
        if (!waiting.size) break;
      }
      this.#failures = 0;
    } catch {
      if (asking.signal.aborted) return;
      this.#failures++;
    }
    this.#asking = undefined;
    this.#asked = this.#platform.now();
    this.#dice = this.#platform.random();
    this.#schedule();
    for (const [follower, page, provision] of answered) {
      if (this.#followers.has(follower)) follower.onAnswer(page, provision);
    }
    for (const follower of waiting) if (this.#followers.has(follower)) follower.onFailure();
  }
}

const thisPage: PollPlatform = {
  now: () => Date.now(),
  random: () => Math.random(),
  wait: (milliseconds, then) => {
    const timer = setTimeout(then, milliseconds);
    return () => {
      clearTimeout(timer);
    };
  },
  // A page that is being prerendered is hidden, too.
  isActive: () => document.visibilityState === 'visible' && navigator.onLine,
  onActivity: (changed) => {
    const ended = new AbortController();
    const { signal } = ended;
    document.addEventListener('visibilitychange', changed, { signal });
    for (const type of ['online', 'offline', 'pageshow']) window.addEventListener(type, changed, { signal });
    return () => {
      ended.abort();
    };
  },
};

const polls = /* @__PURE__ */ new FeedPolls(pageStore, thisPage);
let remembers = false;

/** Follows a feed on behalf of an element of this page, until the function that is returned is called. */
export function followFeed(follower: Follower): () => void {
  if (!remembers) memoizeResponses(reader);
  remembers = true;
  return polls.follow(follower);
}

/** Finds the record of a host in a feed, as its first reading did. */
export function finder(record: string | undefined, host: Pick<RecordHost, 'choose'>): Follower['find'] {
  return (feed) => (record === undefined && host.choose ? host.choose(feed) : findItem(feed, record));
}
