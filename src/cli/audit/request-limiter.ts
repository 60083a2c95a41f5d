/** Limits how many tasks run at a time, in total and per host. */
export class RequestLimiter {
  readonly #limit: number;
  readonly #hostLimit: number;
  readonly #hosts = new Map<string, number>();
  readonly #waiting: { readonly host: string; readonly start: () => void }[] = [];
  #running = 0;

  constructor(limit: number, hostLimit: number) {
    this.#limit = limit;
    this.#hostLimit = hostLimit;
  }

  /** Runs a task when a slot is free. Tasks of one host run in order. */
  async run<T>(host: string, task: () => Promise<T>): Promise<T> {
    await new Promise<void>((resolve) => {
      this.#waiting.push({ host, start: resolve });
      this.#startNext();
    });
    try {
      return await task();
    } finally {
      this.#running--;
      this.#hosts.set(host, (this.#hosts.get(host) ?? 1) - 1);
      this.#startNext();
    }
  }

  #startNext(): void {
    for (let at = 0; at < this.#waiting.length && this.#running < this.#limit;) {
      const { host, start } = this.#waiting[at] ?? { host: '', start: () => undefined };
      const running = this.#hosts.get(host) ?? 0;
      if (running >= this.#hostLimit) {
        at++;
        continue;
      }
      this.#waiting.splice(at, 1);
      this.#running++;
      this.#hosts.set(host, running + 1);
      start();
    }
  }
}
