import type { Io } from './io.js';

const shortStep = 25;
const longStep = 500;

/**
 * Tells on the standard error stream how far a long work has come: in place on a terminal, elsewhere in a line now and then.
 * A work of few steps is not long, and nothing is said.
 */
export class Progress {
  readonly #stderr: Io['stderr'];
  readonly #total: number;
  readonly #what: string;
  #done = 0;
  #shown = false;

  constructor({ stderr }: Io, total: number, what: string) {
    this.#stderr = stderr;
    this.#total = total;
    this.#what = what;
  }

  step(): void {
    this.#done++;
    if (this.#total <= longStep) return;
    const text = `${this.#done} of ${this.#total} ${this.#what}`;
    if (this.#stderr.isTTY) {
      if (this.#done % shortStep) return;
      this.#stderr.write(`\r${text}`);
      this.#shown = true;
    } else if (this.#done % longStep === 0) {
      this.#stderr.write(`${text}\n`);
    }
  }

  /** Clears the line of the terminal. */
  end(): void {
    if (this.#shown) this.#stderr.write('\r\u001b[K');
    this.#shown = false;
  }
}
