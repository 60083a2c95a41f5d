import { describe, expect, it } from 'vitest';
import { FeedPolls } from '../../src/page/feed-polling.js';
import type { Follower, PollPlatform } from '../../src/page/feed-polling.js';
import { FeedError } from '../../src/feed/error.js';
import { parseFeed } from '../../src/feed/parse.js';
import type { FetchFeedOptions } from '../../src/feed/request.js';
import { FeedStore } from '../../src/feed/store.js';
import type { ParsedFeed } from '../../src/feed/types.js';

const src = 'https://observatory.example/feed.json';
const minute = 60_000;

function feedOf(...ids: string[]): ParsedFeed {
  const result = parseFeed({ items: ids.map((id) => ({ id })) });
  if (!result.ok) throw result.error;
  return result;
}

/** A page with its own clock, and a server. */
function world({ dice = 0 } = {}) {
  let now = 0;
  let active = true;
  const timers = new Map<object, { readonly at: number; readonly then: () => void }>();
  const listeners = new Set<() => void>();
  const platform: PollPlatform = {
    now: () => now,
    random: () => dice,
    wait: (milliseconds, then) => {
      const timer = {};
      timers.set(timer, { at: now + milliseconds, then });
      return () => timers.delete(timer);
    },
    isActive: () => active,
    onActivity: (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
  };
  const asked: number[] = [];
  let inFlight = 0;
  const server = { answer: (): Promise<ParsedFeed> => Promise.resolve(feedOf('r')), most: 0 };
  const store = new FeedStore(async (_url: string, options?: FetchFeedOptions) => {
    asked.push(now);
    server.most = Math.max(server.most, ++inFlight);
    try {
      return await Promise.race([
        server.answer(),
        new Promise<never>((_resolve, reject) => {
          options?.signal?.addEventListener('abort', () => {
            reject(options.signal?.reason as Error);
          });
        }),
      ]);
    } finally {
      inFlight--;
    }
  });
  return {
    polls: new FeedPolls(store, platform),
    store,
    server,
    asked,
    timers,
    listeners,
    /** Lets promises settle. */
    rest: () => new Promise((resolve) => setTimeout(resolve)),
    async pass(milliseconds: number) {
      const end = now + milliseconds;
      for (;;) {
        const [next] = [...timers].sort(([, a], [, b]) => a.at - b.at);
        if (!next || next[1].at > end) break;
        now = Math.max(now, next[1].at);
        timers.delete(next[0]);
        next[1].then();
        await this.rest();
      }
      now = end;
    },
    turn(isActive: boolean) {
      active = isActive;
      for (const listener of [...listeners]) listener();
    },
  };
}

function follower(
  details: Partial<Follower> = {},
): Follower & { readonly answers: number[]; readonly failures: number[] } {
  const answers: number[] = [];
  const failures: number[] = [];
  return {
    src,
    redirects: undefined,
    seconds: 60,
    find: (feed) => feed.items.find(({ id }) => id === 'r'),
    onAnswer: () => answers.push(1),
    onFailure: () => failures.push(1),
    ...details,
    answers,
    failures,
  };
}

describe('FeedPolls', () => {
  it('sends one request for all followers of a feed and notifies each', async () => {
    const all = Array.from({ length: 50 }, () => follower());
    const made = world();
    for (const one of all) made.polls.follow(one);
    await made.pass(10 * minute);
    expect(made.asked).toEqual(Array.from({ length: 10 }, (_, index) => (index + 1) * minute));
    expect(all.every(({ answers }) => answers.length === 10)).toBe(true);
  });

  it.each([0, -5, 1, NaN])('sends at most one request per minute for an interval of %d', async (seconds) => {
    const { polls, asked, ...made } = world();
    polls.follow(follower({ seconds }));
    await made.pass(5 * minute);
    expect(asked.length).toBeLessThanOrEqual(5);
  });

  it('waits longer than requested, never less, so that readers do not all send requests in the same second', async () => {
    const { polls, asked, ...made } = world({ dice: 0.5 });
    polls.follow(follower());
    await made.pass(5 * minute);
    expect(asked).toEqual([66_000, 132_000, 198_000, 264_000]);
  });

  it('backs off up to an hour while the server fails, and returns to the interval after an answer', async () => {
    const { polls, asked, server, ...made } = world();
    const one = follower();
    server.answer = () => Promise.reject(new FeedError('http', 'HTTP 500'));
    polls.follow(one);
    await made.pass(8 * 60 * minute);
    const gaps = asked.map((at, index) => (at - (asked[index - 1] ?? 0)) / minute);
    expect(gaps).toEqual([1, 2, 4, 8, 16, 32, 60, 60, 60, 60, 60, 60]);
    expect(one.failures).toHaveLength(asked.length);
    server.answer = () => Promise.resolve(feedOf('r'));
    await made.pass(62 * minute);
    expect(one.answers.length).toBeGreaterThan(1);
  });

  it('stops while the page is hidden, and sends a request at once after a long absence', async () => {
    const { polls, asked, ...made } = world();
    polls.follow(follower());
    made.turn(false);
    expect(made.timers.size).toBe(0);
    await made.pass(300 * minute);
    expect(asked).toEqual([]);
    made.turn(true);
    await made.pass(0);
    expect(asked).toEqual([300 * minute]);
    // A short absence changes nothing.
    made.turn(false);
    made.turn(true);
    await made.pass(minute - 1);
    expect(asked).toHaveLength(1);
  });

  it('never overlaps requests: the next one starts after a hanging request was aborted', async () => {
    const { polls, asked, server, ...made } = world();
    let giveUp!: (reason: Error) => void;
    server.answer = () => new Promise((_resolve, reject) => (giveUp = reject));
    const one = follower();
    polls.follow(one);
    await made.pass(30 * minute);
    expect(asked).toEqual([minute]);
    giveUp(new FeedError('timeout', 'No byte'));
    await made.rest();
    server.answer = () => Promise.resolve(feedOf('r'));
    await made.pass(2 * minute);
    expect([asked.length, one.failures.length, one.answers.length, server.most]).toEqual([2, 1, 1, 1]);
  });

  it('leaves no timer and no request after the last follower has gone', async () => {
    const { polls, asked, server, ...made } = world();
    server.answer = () => new Promise(() => undefined);
    const stops = [polls.follow(follower()), polls.follow(follower())];
    await made.pass(minute);
    expect(asked).toHaveLength(1);
    for (const stop of stops) stop();
    await made.rest();
    expect([made.timers.size, made.listeners.size]).toEqual([0, 0]);
    await made.pass(10 * minute);
    expect(asked).toHaveLength(1);
  });

  it('reads a feed’s pages up to its followers’ records', async () => {
    const { polls, server, ...made } = world();
    const result = parseFeed({ items: [{ id: 'a' }], next_url: 'https://observatory.example/2.json' });
    const pages = [result, feedOf('r')];
    let at = 0;
    server.answer = () => Promise.resolve(pages[at++ % 2] as ParsedFeed);
    const [first, second] = [follower({ find: (feed) => feed.items.find(({ id }) => id === 'a') }), follower()];
    polls.follow(first);
    polls.follow(second);
    await made.pass(minute);
    expect([at, first.answers.length, second.answers.length]).toEqual([2, 1, 1]);
  });
});
