import type { Io } from './io.js';

/** Steps between two messages on a terminal, and elsewhere; and how many there are in a work that is not long. */
const quickSteps = { terminal: 25, elsewhere: 500, short: 500 } as const;
const slowSteps = { terminal: 1, elsewhere: 25, short: 3 } as const;

/**
 * Tells on the standard error stream how far a long work has come: in place on a terminal, elsewhere in a line now and then.
 * A work of few steps is not long, and nothing is said.
 */
export class Progress {
  readonly #stderr: Io['stderr'];
  #total: number;
  readonly #what: string;
  readonly #isSlow: boolean;
  #done = 0;
  #shown = false;

  /** @param isSlow whether one step may take a second, as a request does: few of them are a long work already */
  constructor({ stderr }: Io, total: number, what: string, isSlow = false) {
    this.#stderr = stderr;
    this.#total = total;
    this.#what = what;
    this.#isSlow = isSlow;
  }

  /** More steps have been found on the way. */
  grow(steps: number): void {
    this.#total += steps;
  }

  step(): void {
    this.#done++;
    const { terminal, elsewhere, short } = this.#isSlow ? slowSteps : quickSteps;
    if (this.#total <= short) return;
    const text = `${this.#done} of ${this.#total} ${this.#what}`;
    if (this.#stderr.isTTY) {
      if (this.#done % terminal) return;
      this.#stderr.write(`\r${text}`);
      this.#shown = true;
    } else if (this.#done % elsewhere === 0) {
      this.#stderr.write(`${text}\n`);
    }
  }

  /** Clears the line of the terminal. */
  end(): void {
    if (this.#shown) this.#stderr.write('\r\u001b[K');
    this.#shown = false;
  }
}
