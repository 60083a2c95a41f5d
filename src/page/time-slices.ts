/** Splits long work into slices, so that the page stays responsive. */

/**
 * Lets pending tasks run. Not `scheduler.yield`, because its continuation runs before all timers of the page, which would then
 * stall until the work ends. Not `setTimeout`, because nested timers wait at least 4 ms each.
 */
export async function yieldToPage(): Promise<void> {
  const { port1, port2 } = new MessageChannel();
  await new Promise((resolve) => {
    port1.onmessage = resolve;
    port2.postMessage(undefined);
  });
  port1.close();
}

/**
 * Milliseconds of work between two pauses: a fifth of the delay that a reader notices, because slow machines take five times as
 * long.
 */
const sliceDuration = 8;

/** Decides when long work pauses. */
export class TimeSlices {
  #until = performance.now() + sliceDuration;

  constructor(private readonly signal: AbortSignal) {}

  /** Pauses if the current slice is over. Rejects with the signal's reason after an abort. */
  async pause(): Promise<void> {
    if (!this.over) return;
    await yieldToPage();
    this.signal.throwIfAborted();
    this.#until = performance.now() + sliceDuration;
  }

  /** Whether the current slice is over. Checking it first avoids a promise per step. */
  get over(): boolean {
    return performance.now() > this.#until;
  }
}
