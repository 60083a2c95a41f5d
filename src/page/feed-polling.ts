/** Polls feeds for changes. Lazy, because most pages have no live or refreshed element. */
import { feedPages } from '../feed/feed-pages.js';
import type { FeedStore, GetOptions, LoadedFeed } from '../feed/store.js';
import type { Feed, Provision } from '../feed/types.js';
import { memoizeResponses } from './response-memo.js';
import { pageStore, reader } from './feed-store.js';
import { findRecord } from './pick-record.js';
import type { RecordHost } from './record-host.js';

/** An element's subscription to a feed. */
export interface Follower {
  readonly src: string;
  readonly redirects: GetOptions['redirects'];
  /** Seconds between two polls, at least 60. The smallest value of a feed's followers counts. */
  readonly seconds: number;
  /** Returns the follower's record on one page of the feed. */
  find(feed: Feed): Provision | undefined;
  /** Called after each answer of the server, changed or not. */
  onAnswer(answer: LoadedFeed, provision: Provision): void;
  /** Called if the request failed or the record is gone. The rendered record stays. */
  onFailure(): void;
}

/** Clock, random numbers and page state; replaced in tests. */
export interface PollPlatform {
  now(): number;
  random(): number;
  /** Calls `then` once after a delay. Returns a function that cancels it. */
  wait(milliseconds: number, then: () => void): () => void;
  /** Whether the page is visible and online. */
  isActive(): boolean;
  /** Calls `changed` when `isActive` may have changed. Returns a function that stops it. */
  onActivity(changed: () => void): () => void;
}

/** Lower limit of the interval, whatever a page requests, to spare the feed's server. */
const minSeconds = 60;
const maxSeconds = 24 * 60 * 60;
/** Milliseconds. Longest pause after repeated failures. */
const maxBackOff = 60 * 60 * 1000;
/** Random share added to the interval, so that readers of one article do not all send requests in the same second. */
const jitter = 0.2;

/** One poll per feed and page for all elements that follow it. The next poll starts after the last has ended. */
export class FeedPolls {
  readonly #store: Pick<FeedStore, 'get' | 'peek'>;
  readonly #platform: PollPlatform;
  readonly #polls = new Map<string, FeedPoll>();

  constructor(store: Pick<FeedStore, 'get' | 'peek'>, platform: PollPlatform) {
    this.#store = store;
    this.#platform = platform;
  }

  /** Follows a feed. Returns a function that stops it. */
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
  /** Time of the last request, in milliseconds since the epoch, and the number of failures since the last answer. */
  #requestedAt: number;
  #failures = 0;
  #dice: number;
  #cancel: (() => void) | undefined;
  #asking: AbortController | undefined;

  constructor(store: Pick<FeedStore, 'get' | 'peek'>, platform: PollPlatform, { src, redirects }: Follower) {
    this.#store = store;
    this.#platform = platform;
    this.#src = src;
    this.#redirects = redirects;
    this.#requestedAt = store.peek(src, redirects)?.fetchedAt ?? platform.now();
    this.#dice = platform.random();
    this.#unlisten = platform.onActivity(() => {
      // Online or visible again: drop the back-off, because the failures may have had the same cause.
      if (platform.isActive()) this.#failures = Math.min(this.#failures, 1);
      this.#schedule();
    });
  }

  add(follower: Follower): void {
    this.#followers.add(follower);
    this.#schedule();
  }

  /** Removes a follower. @returns whether it was the last one */
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
    // A comparison with NaN is false, so an invalid interval becomes the least one.
    const interval = (seconds > minSeconds ? Math.min(seconds, maxSeconds) : minSeconds) * 1000;
    const backOff = Math.max(interval, Math.min(interval * 2 ** this.#failures, maxBackOff));
    const due = this.#requestedAt + backOff * (1 + jitter * this.#dice);
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
    this.#requestedAt = this.#platform.now();
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
  // A page that is being prerendered is hidden as well.
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
let isMemoizing = false;

/** Follows a feed for an element of this page. Returns a function that stops it. */
export function followFeed(follower: Follower): () => void {
  if (!isMemoizing) memoizeResponses(reader);
  isMemoizing = true;
  return polls.follow(follower);
}

/** Returns a function that finds a host's record in a feed, by the same rule as the first request. */
export function finder(record: string | undefined, host: Pick<RecordHost, 'choose'>): Follower['find'] {
  return (feed) => findRecord(host, feed, record);
}
