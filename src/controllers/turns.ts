/**
 * Many on one page: those that are far away begin when a reader comes near, or when the page has been there for a while, one a
 * frame; those that are near come on the screen a few a frame. Until then the page's own text stands in their place.
 */
import { near } from './near.js';

/** So many begin at once, wherever they stand: an article with a few embeds is whole from its start. */
const few = 10;
/** So many come on the screen in one frame: two take a cheap phone's share of it and more. */
let share = 2;
/** Milliseconds. Then all come, one by one: who finds, lists headings, or has the page read aloud must meet all of them. */
const patience = 3000;

const waiting = new Map<Element, () => void>();
let there = 0;

/** Makes an element begin at once if it has waited. */
export function begin(element: Element): void {
  const then = waiting.get(element);
  waiting.delete(element);
  then?.();
}

/** The next frame, or a tenth of a second: none comes where nobody looks, nor on a page that has taken them away. */
function frame(): Promise<unknown> {
  return new Promise((done) => {
    requestAnimationFrame(done);
    setTimeout(done, 100);
  });
}

async function beginAllInTurn(): Promise<void> {
  for (const element of waiting.keys()) {
    begin(element);
    await frame();
  }
}

/** Paper has all of them, and does not wait for frames. */
function beginAll(): void {
  share = Infinity;
  for (const element of waiting.keys()) begin(element);
}

/** Calls when an element that has come into the page is to begin: at once, or when a reader is near. */
export function arrive(element: Element, then: () => void): void {
  if (there++ < few || !globalThis.IntersectionObserver) {
    then();
    return;
  }
  addEventListener('beforeprint', beginAll);
  if (!waiting.size) setTimeout(() => void beginAllInTurn(), patience);
  waiting.set(element, then);
  void near(element).then(() => {
    begin(element);
  });
}

/** @returns whether it had begun */
export function leave(element: Element): boolean {
  there--;
  return !waiting.delete(element);
}

/** Those that have come on the screen in this frame. */
let painted = 0;

/** Resolves when an element may come on the screen; at once where nobody looks. */
export async function turn(): Promise<void> {
  if (document.hidden) return;
  while (painted >= share) await frame();
  if (painted++) return;
  void frame().then(() => {
    painted = 0;
  });
}
