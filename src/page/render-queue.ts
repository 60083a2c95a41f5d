/**
 * Defers off-screen elements on pages with many, and paints at most two per frame. The page's own text stands in the place of a
 * deferred element. Elements near the viewport start first; the others start one per frame after `startAllAfter`.
 */

/** The first elements of a page start at once wherever they stand, so that an article with few embeds is complete early. */
const immediateStarts = 10;
/** Two cards already fill a low-end phone's frame budget. Unlimited once the page is printed. */
let paintsPerFrame = 2;
/** Milliseconds. After that all elements start, because find-in-page, heading lists and screen readers must reach all of them. */
const startAllAfter = 3000;

let connected = 0;
let observer: IntersectionObserver | undefined;
/** Elements far from the viewport, in their order of connection. */
const distant = new Set<Element>();
const starts = new Map<Element, () => void>();
/** Elements with something to paint, and the callbacks that let them. */
const paints = new Map<Element, () => void>();
let paintedInFrame = 0;

/** Starts a deferred element at once and lets it paint. Rethrows an error of its start callback, so each caller must isolate it. */
export function startNow(element: Element): void {
  observer?.unobserve(element);
  start(element);
  paintNext();
}

function start(element: Element): void {
  distant.delete(element);
  const callback = starts.get(element);
  starts.delete(element);
  callback?.();
}

function defer(element: Element): void {
  if (!distant.size) setTimeout(() => void startAllInFrames(), startAllAfter);
  distant.add(element);
}

/**
 * Resolves after the next frame, when intersections are known. `requestAnimationFrame` never fires in a hidden tab, nor on a page
 * that has replaced it; hence the 100 ms fallback.
 */
function nextFrame(): Promise<unknown> {
  return new Promise((done) => {
    requestAnimationFrame(() => setTimeout(done));
    setTimeout(done, 100);
  });
}

async function startAllInFrames(): Promise<void> {
  for (const element of distant) {
    queueMicrotask(() => {
      startNow(element);
    });
    await nextFrame();
  }
}

/** Starts all elements without waiting for frames, because print needs all of them at once. */
function startAll(): void {
  paintsPerFrame = Infinity;
  for (const element of distant) {
    queueMicrotask(() => {
      startNow(element);
    });
  }
}

/** Calls `callback` when a connected element may start: at once, or when it comes near the viewport. */
export function queueStart(element: Element, callback: () => void): void {
  // The first elements start without an observer, because it reports only after a frame.
  if (++connected <= paintsPerFrame || !globalThis.IntersectionObserver) {
    callback();
    return;
  }
  observer ??= new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        if (isIntersecting)
          queueMicrotask(() => {
            start(target);
            paintNext();
          });
        // Other elements may push this one away while its record loads.
        else if (target.isConnected && connected > immediateStarts) defer(target);
      }
    },
    { rootMargin: '100%' },
  );
  observer.observe(element);
  if (connected <= immediateStarts) {
    callback();
    return;
  }
  addEventListener('beforeprint', startAll);
  defer(element);
  starts.set(element, callback);
}

/** Removes a disconnected element from the queue. @returns whether it had started */
export function leaveQueue(element: Element): boolean {
  connected--;
  const hadStarted = !starts.delete(element);
  // A disconnected element paints at once, because nobody sees it.
  startNow(element);
  return hadStarted;
}

/** Resolves when an element may paint; at once in a hidden tab. */
export async function whenPaintAllowed(element: Element): Promise<void> {
  if (document.hidden) return;
  await new Promise<void>((resolve) => {
    paints.set(element, resolve);
    paintNext();
  });
}

function paintNext(): void {
  for (const [element, paint] of paints) {
    if (paintedInFrame >= paintsPerFrame) return;
    if (distant.has(element)) continue;
    paints.delete(element);
    observer?.unobserve(element);
    paint();
    if (!paintedInFrame++) {
      void nextFrame().then(() => {
        paintedInFrame = 0;
        paintNext();
      });
    }
  }
}
