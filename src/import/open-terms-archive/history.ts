/** Decides which transitions of a wording are changes by the platform. */
import { lastIndex } from '../last-index.js';
import { fold } from './blocks.js';

/** The wording of a clause in one version. */
export interface Seen {
  /** Undefined when the version does not contain the clause. */
  readonly text: string | undefined;
  /** Index of the version in its document. */
  readonly version: number;
  /** Milliseconds since 1970. */
  readonly time: number;
  /** Whether the archive's own tools made this version. */
  readonly technical: boolean;
}

/** A period with one wording. */
interface State {
  text: string | undefined;
  first: Seen;
  last: Seen;
}

/** A change by the platform. `from` is undefined when the clause was added, `to` when it was removed. */
export interface Transition {
  readonly from: State;
  readonly to: State;
}

/** Wordings that alternated within days. */
export interface Flapping {
  /** Number of returns to the previous wording. */
  readonly returns: number;
  /** Number of different wordings. */
  readonly wordings: number;
  readonly first: Seen;
  readonly last: Seen;
}

export interface History {
  /** Oldest first. */
  readonly transitions: readonly Transition[];
  readonly flapping: Flapping | undefined;
  /** Number of changes that only the archive's own tools made. */
  readonly technical: number;
}

const day = 86_400_000;
const key = (text: string | undefined) => (text === undefined ? undefined : fold(text));

/**
 * Sorts the wordings of a clause, oldest first, into changes and noise.
 *
 * - A version by the archive's own tools replaces the wording without a transition.
 * - A wording that gives way to an earlier one within `flapDays` is not a change: the site served two editions alternately. The days
 *   count from its first version, because an archive stores a version only when something changed.
 * - A wording that alternated with another must last `flapDays` before its transition counts. The transition is dated at the start of
 *   that period.
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
      // The archive's tools changed, so the same wording is extracted differently from here on.
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
      // Do not report a return that only differs in typography.
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

/** Returns whether a wording has alternated with the one before it and has not lasted since. */
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
