/** How often the page asks for one chunk before it lets a refusal stand. */
const most = 3;

type Load<T = unknown> = () => Promise<T>;

/** The result of a request: the answer, or undefined after a refusal, and how many attempts are left. */
const asked = new Map<Load, { chunk: Promise<unknown> | undefined; left: number }>();

/** Starts anew when the browser shows a page again, because a request that was pending may never be answered. */
const forget = ({ persisted }: PageTransitionEvent): void => {
  if (persisted) asked.clear();
};

/**
 * A chunk that every element asks for at every update: one request for all, and after a refusal a new one, two at most. A chunk that was
 * refused for good stays rejected; nobody has to catch that.
 *
 * @param load imports the chunk; the same function each time
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

/** Whether a chunk was refused and may be asked for again. */
export function canRetry(load: Load | undefined): boolean {
  const known = load && asked.get(load);
  return !!known && !known.chunk;
}
