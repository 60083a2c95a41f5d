/** Attempts per chunk before a failure is final. */
const most = 3;

type Load<T = unknown> = () => Promise<T>;

/** The state of a chunk: its latest request, undefined after a failure, and the number of attempts left. */
const asked = new Map<Load, { chunk: Promise<unknown> | undefined; left: number }>();

/**
 * Starts again when the browser restores the page from its back/forward cache, because a request that was pending may never
 * settle.
 */
const forget = ({ persisted }: PageTransitionEvent): void => {
  if (persisted) asked.clear();
};

/**
 * Loads a chunk that every element requests at every update: one request for all, and at most two more after failures. The
 * returned promise stays rejected after the last failure; callers need not catch it.
 *
 * @param load imports the chunk; must be the same function each time, because it is the key
 */
export function loadChunk<T>(load: Load<T>): Promise<T> {
  addEventListener('pageshow', forget);
  const known = asked.get(load) ?? { chunk: undefined, left: most };
  asked.set(load, known);
  if (!known.chunk) {
    known.left--;
    known.chunk = load();
    known.chunk.catch(() => {
      if (known.left) known.chunk = undefined;
    });
  }
  return known.chunk as Promise<T>;
}

/** Whether the latest request of a chunk failed and attempts are left. */
export function canRetry(load: Load | undefined): boolean {
  const known = load && asked.get(load);
  return !!known && !known.chunk;
}
