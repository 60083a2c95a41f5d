import type { LocalizedHost } from '../../page/localized-host.js';
import { LazyCode } from '../../controllers/lazy-code.js';
import type * as Code from './record-tools.js';

/** The reader's tools for a record. Their code loads at the first use. */
export class ReadersTools {
  /** The last result or failure, for the host's polite live region. */
  announced = '';
  loaded: Code.RecordTools | undefined;

  readonly #host: LocalizedHost;
  readonly #code: LazyCode<typeof Code>;
  readonly #failed: () => string;

  /** @param failed returns the message for a failure to load the tools */
  constructor(host: LocalizedHost, failed: () => string) {
    this.#host = host;
    this.#code = new LazyCode(host, () => import('./record-tools.js'));
    this.#failed = failed;
  }

  /**
   * Runs a function with the loaded tools. Never rejects; on a failure to load it announces the failure and resolves with
   * undefined.
   */
  async use<Result>(action: (tools: Code.RecordTools) => Result | Promise<Result>): Promise<Result | undefined> {
    await this.#code.load();
    const { code } = this.#code;
    if (code)
      return action(
        (this.loaded ??= new code.RecordTools(this.#host, (text) => {
          this.announce(text);
        })),
      );
    this.announce(this.#failed());
    return undefined;
  }

  /** Announces a text in the host's live region. */
  announce(words: string): void {
    // Screen readers announce a repeated text only if it changes.
    this.announced = this.announced === words ? `${words}\xa0` : words;
    this.#host.requestUpdate();
  }
}
