/** Long work in short slices, so that the page stays quick under the reader's fingers. */

/**
 * Lets everything else that waits have its turn. Not `scheduler.yield`: what follows that goes before all timers of the
 * page, which would then stand still until the work is done. A timer of our own would wait 4 ms each time, for nothing.
 */
export async function yieldToPage(): Promise<void> {
  const { port1, port2 } = new MessageChannel();
  await new Promise((resolve) => {
    port1.onmessage = resolve;
    port2.postMessage(undefined);
  });
  port1.close();
}

/** Milliseconds of work between two breaths: a fifth of what a reader notices, since slow machines are five times slower. */
const slice = 8;

/** Tells long work when to pause. */
export class TimeSlices {
  #until = performance.now() + slice;

  constructor(private readonly signal: AbortSignal) {}

  /** Pauses if a slice is over. Rejects with the signal's reason when the work is no longer wanted. */
  async pause(): Promise<void> {
    if (!this.over) return;
    await yieldToPage();
    this.signal.throwIfAborted();
    this.#until = performance.now() + slice;
  }

  /** Whether it is time to pause; asked first, it saves a promise for each step of the work. */
  get over(): boolean {
    return performance.now() > this.#until;
  }
}
