/** What became of a wording over time: which transitions are changes of the platform, and which are not. */
import { lastIndex } from '../last-index.js';
import { fold } from './blocks.js';

/** The wording of a clause in one version. */
export interface Seen {
  /** Undefined where the version does not have the clause. */
  readonly text: string | undefined;
  /** Index of the version among those of its document. */
  readonly version: number;
  /** Milliseconds since 1970. */
  readonly time: number;
  /** Whether the archive's own tools made this version. */
  readonly technical: boolean;
}

/** A wording over a time without another one in between that counts. */
interface State {
  text: string | undefined;
  first: Seen;
  last: Seen;
}

/** A change of the platform. `from` or `to` is undefined where the clause was added or removed. */
export interface Transition {
  readonly from: State;
  readonly to: State;
}

/** Wordings that came and went within days. */
export interface Flapping {
  /** Times that the document went back to a wording it had just left. */
  readonly returns: number;
  /** Different wordings among which it went. */
  readonly wordings: number;
  readonly first: Seen;
  readonly last: Seen;
}

export interface History {
  /** Oldest first. */
  readonly transitions: readonly Transition[];
  readonly flapping: Flapping | undefined;
  /** Changes of the wording that only the archive's own tools made. */
  readonly technical: number;
}

const day = 86_400_000;
const key = (text: string | undefined) => (text === undefined ? undefined : fold(text));

/**
 * Sorts out the wordings of a clause, oldest first.
 *
 * - A version that the archive's own tools made changes the wording without a transition.
 * - A wording that gives way to an earlier one within `flapDays` was no change: a site served two editions by turns. The days
 *   count from its first version, because an archive has a version only when something changed.
 * - A wording that came by turns with another must last `flapDays` before the transition to it counts, and the transition
 *   is dated when it began to last.
 */
export function historyOf(seen: readonly Seen[], flapDays: number): History {
  const window = flapDays * day;
  const stack: State[] = [];
  const same = new Set<string>();
  const flaps: { readonly keys: Set<string | undefined>; returns: number; first: Seen; last: Seen }[] = [];
  let technical = 0;
  for (const one of seen) {
    const top = stack.at(-1);
    if (!top) {
      stack.push({ text: one.text, first: one, last: one });
      continue;
    }
    if (top.text === one.text) {
      top.last = one;
      continue;
    }
    const pairKey = JSON.stringify([key(top.text), key(one.text)].sort());
    if (one.technical || same.has(pairKey)) {
      // The archive reads the same wording in another way, then and later.
      if (one.technical) technical++;
      same.add(pairKey);
      top.text = one.text;
      top.last = one;
      continue;
    }
    const back = lastIndex(
      stack,
      (state, index) =>
        index < stack.length - 1 &&
        key(state.text) === key(one.text) &&
        one.time - (stack[index + 1]?.first.time ?? one.time) <= window,
    );
    if (back >= 0) {
      const gone = stack.splice(back + 1);
      const state = stack[back];
      if (!state) continue;
      const keys = new Set([key(state.text), ...gone.map(({ text }) => key(text))]);
      // A return from another typing of the same words is nothing to tell.
      if (keys.size < 2) {
        state.text = one.text;
        state.last = one;
        continue;
      }
      const open = flaps.find(
        (flap) => one.time - flap.last.time <= 2 * window && [...keys].some((text) => flap.keys.has(text)),
      );
      if (open) {
        open.returns++;
        open.last = one;
        for (const text of keys) open.keys.add(text);
      } else {
        flaps.push({ keys, returns: 1, first: gone[0]?.first ?? one, last: one });
      }
      state.text = one.text;
      state.last = one;
      continue;
    }
    stack.push({ text: one.text, first: one, last: one });
  }
  const end = seen.at(-1)?.time ?? 0;
  const states = stack.filter(
    (state, index) => !isUnsettled(state, stack[index - 1], flaps, window, stack[index + 1]?.first.time ?? end),
  );
  const transitions: Transition[] = [];
  states.forEach((to, index) => {
    const from = states[index - 1];
    if (from && from.text !== to.text) transitions.push({ from, to });
  });
  const [first] = flaps;
  return {
    transitions,
    technical,
    flapping: first && {
      returns: flaps.reduce((sum, { returns }) => sum + returns, 0),
      wordings: new Set(flaps.flatMap(({ keys }) => [...keys])).size,
      first: first.first,
      last: flaps.reduce((latest, { last }) => (last.time > latest.time ? last : latest), first.last),
    },
  };
}

/** Whether a wording has flapped with the one before it and has not lasted since. */
function isUnsettled(
  state: State,
  before: State | undefined,
  flaps: readonly { readonly keys: Set<string | undefined>; last: Seen }[],
  window: number,
  until: number,
): boolean {
  if (!before || until - state.first.time > window) return false;
  return flaps.some(
    ({ keys, last }) =>
      keys.has(key(state.text)) && keys.has(key(before.text)) && Math.abs(state.first.time - last.time) <= window,
  );
}
