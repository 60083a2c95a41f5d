import type { LocalizedHost } from '../../page/localized-host.js';
import { LazyCode } from '../../controllers/lazy-code.js';
import type * as Code from './record-tools.js';

/** What a reader can do with a record. All of it is loaded at the first use; here is only that it can be used. */
export class ReadersTools {
  /** What has been done last, or failed, for the host's polite live region. */
  announced = '';
  loaded: Code.RecordTools | undefined;

  readonly #host: LocalizedHost;
  readonly #code: LazyCode<typeof Code>;
  readonly #failed: () => string;

  /** @param failed what to say where the tools cannot be loaded */
  constructor(host: LocalizedHost, failed: () => string) {
    this.#host = host;
    this.#code = new LazyCode(host, () => import('./record-tools.js'));
    this.#failed = failed;
  }

  /** Does something with the tools. Never rejects; undefined where they could not be loaded, which the reader is told. */
  async use<Result>(does: (tools: Code.RecordTools) => Result | Promise<Result>): Promise<Result | undefined> {
    await this.#code.ask();
    const { code } = this.#code;
    if (code)
      return does(
        (this.loaded ??= new code.RecordTools(this.#host, (text) => {
          this.announce(text);
        })),
      );
    this.announce(this.#failed());
    return undefined;
  }

  /** Says in the host's live region what has been done. */
  announce(words: string): void {
    // The same words twice are heard twice only if they differ.
    this.announced = this.announced === words ? `${words}\xa0` : words;
    this.#host.requestUpdate();
  }
}
