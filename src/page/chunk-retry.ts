/** Attempts per chunk before a failure is final. */
const maxAttempts = 3;

type Load<T = unknown> = () => Promise<T>;

/** The state of a chunk: its latest request, undefined after a failure, and the number of attempts left. */
const requests = new Map<Load, { chunk: Promise<unknown> | undefined; attemptsLeft: number }>();

/**
 * Starts again when the browser restores the page from its back/forward cache, because a request that was pending may never
 * settle.
 */
const resetOnRestore = ({ persisted }: PageTransitionEvent): void => {
  if (persisted) requests.clear();
};

/**
 * Loads a chunk that every element requests at every update: one request for all, and at most two more after failures. The
 * returned promise stays rejected after the last failure; callers need not catch it.
 *
 * @param load imports the chunk; must be the same function each time, because it is the key
 */
export function loadChunk<T>(load: Load<T>): Promise<T> {
  addEventListener('pageshow', resetOnRestore);
  const request = requests.get(load) ?? { chunk: undefined, attemptsLeft: maxAttempts };
  requests.set(load, request);
  if (!request.chunk) {
    request.attemptsLeft--;
    request.chunk = load();
    request.chunk.catch(() => {
      if (request.attemptsLeft) request.chunk = undefined;
    });
  }
  return request.chunk as Promise<T>;
}

/** Whether the latest request of a chunk failed and attempts are left. */
export function canRetry(load: Load | undefined): boolean {
  const request = load && requests.get(load);
  return !!request && !request.chunk;
}
