/**
 * Many on one page: those that are far away begin when a reader comes near, or when the page has been there for a while, one a
 * frame; those that are near come on the screen a few a frame. Until then the page's own text stands in their place. One that the
 * others have pushed away while its record was on its way is far away again.
 */

/** So many begin at once, wherever they stand: an article with a few embeds is whole from its start. */
const few = 10;
/** So many come on the screen in one frame: two take a cheap phone's share of it and more. */
let share = 2;
/** Milliseconds. Then all come, one by one: who finds, lists headings, or has the page read aloud must meet all of them. */
const patience = 3000;

let there = 0;
let observer: IntersectionObserver | undefined;
/** Those that no reader is near to, in their order. */
const far = new Set<Element>();
const waiting = new Map<Element, () => void>();
/** Those that have something to show. */
const turns = new Map<Element, () => void>();
/** Those that have come on the screen in this frame. */
let painted = 0;

/** Makes an element begin at once if it has waited, and show what it has. Throws what it throws: the others are to begin apart from it. */
export function begin(element: Element): void {
  observer?.unobserve(element);
  come(element);
  next();
}

function come(element: Element): void {
  far.delete(element);
  const then = waiting.get(element);
  waiting.delete(element);
  then?.();
}

function wait(element: Element): void {
  if (!far.size) setTimeout(() => void beginAllInTurn(), patience);
  far.add(element);
}

/**
 * After the next frame, when it is known who is near; or a tenth of a second: none comes where nobody looks, nor on a page that has taken
 * them away.
 */
function frame(): Promise<unknown> {
  return new Promise((done) => {
    requestAnimationFrame(() => setTimeout(done));
    setTimeout(done, 100);
  });
}

async function beginAllInTurn(): Promise<void> {
  for (const element of far) {
    queueMicrotask(() => {
      begin(element);
    });
    await frame();
  }
}

/** Paper has all of them, and does not wait for frames. */
function beginAll(): void {
  share = Infinity;
  for (const element of far) {
    queueMicrotask(() => {
      begin(element);
    });
  }
}

/** Calls when an element that has come into the page is to begin: at once, or when a reader is near. */
export function arrive(element: Element, then: () => void): void {
  // The first ones are what the page's reader waits for: they are not asked where they stand.
  if (++there <= share || !globalThis.IntersectionObserver) {
    then();
    return;
  }
  observer ??= new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        if (isIntersecting)
          queueMicrotask(() => {
            come(target);
            next();
          });
        else if (target.isConnected && there > few) wait(target);
      }
    },
    { rootMargin: '100%' },
  );
  observer.observe(element);
  if (there <= few) {
    then();
    return;
  }
  addEventListener('beforeprint', beginAll);
  wait(element);
  waiting.set(element, then);
}

/** @returns whether it had begun */
export function leave(element: Element): boolean {
  there--;
  const hadBegun = !waiting.delete(element);
  // What it shows where nobody sees it costs nothing.
  begin(element);
  return hadBegun;
}

/** Resolves when an element may come on the screen; at once where nobody looks. */
export async function turn(element: Element): Promise<void> {
  if (document.hidden) return;
  await new Promise<void>((resolve) => {
    turns.set(element, resolve);
    next();
  });
}

function next(): void {
  for (const [element, show] of turns) {
    if (painted >= share) return;
    if (far.has(element)) continue;
    turns.delete(element);
    observer?.unobserve(element);
    show();
    if (!painted++) {
      void frame().then(() => {
        painted = 0;
        next();
      });
    }
  }
}
