/** Limits how many tasks run at a time, in total and per host. */
export class Slots {
  readonly #most: number;
  readonly #mostOfHost: number;
  readonly #hosts = new Map<string, number>();
  readonly #waiting: { readonly host: string; readonly begin: () => void }[] = [];
  #running = 0;

  constructor(most: number, mostOfHost: number) {
    this.#most = most;
    this.#mostOfHost = mostOfHost;
  }

  /** Runs a task when a slot is free. Tasks of one host run in order. */
  async run<T>(host: string, task: () => Promise<T>): Promise<T> {
    await new Promise<void>((resolve) => {
      this.#waiting.push({ host, begin: resolve });
      this.#next();
    });
    try {
      return await task();
    } finally {
      this.#running--;
      this.#hosts.set(host, (this.#hosts.get(host) ?? 1) - 1);
      this.#next();
    }
  }

  #next(): void {
    for (let at = 0; at < this.#waiting.length && this.#running < this.#most;) {
      const { host, begin } = this.#waiting[at] ?? { host: '', begin: () => undefined };
      const running = this.#hosts.get(host) ?? 0;
      if (running >= this.#mostOfHost) {
        at++;
        continue;
      }
      this.#waiting.splice(at, 1);
      this.#running++;
      this.#hosts.set(host, running + 1);
      begin();
    }
  }
}
