import type { Io } from './io.js';

/** Steps between two messages, on a terminal and elsewhere, and the largest total that shows no progress. */
const quickSteps = { terminal: 25, elsewhere: 500, short: 500 } as const;
const slowSteps = { terminal: 1, elsewhere: 25, short: 3 } as const;

/**
 * Reports progress on standard error: on a terminal by updating one line, elsewhere with a line at long intervals. Short tasks report
 * nothing.
 */
export class Progress {
  readonly #stderr: Io['stderr'];
  #total: number;
  readonly #what: string;
  readonly #isSlow: boolean;
  #done = 0;
  #shown = false;

  /** @param isSlow whether one step may take a second, such as a request; then even a few steps report progress (default: false) */
  constructor({ stderr }: Io, total: number, what: string, isSlow = false) {
    this.#stderr = stderr;
    this.#total = total;
    this.#what = what;
    this.#isSlow = isSlow;
  }

  /** Adds steps that were discovered during the task. */
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

  /** Clears the line on the terminal. */
  end(): void {
    if (this.#shown) this.#stderr.write('\r\u001b[K');
    this.#shown = false;
  }
}
