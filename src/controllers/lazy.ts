import type { CSSResult, ReactiveController } from 'lit';
import { addStyles } from './add-styles.js';
import type { SpeakingHost } from './language.js';

/** Code that an element loads when it is needed, with its `styles` and its words; the element updates when it is there. */
export class Lazy<Code extends object> implements ReactiveController {
  /** What was loaded. */
  code: Code | undefined;
  /** It could not be loaded (blocked, offline); the next asking tries again. */
  failed = false;

  readonly #host: SpeakingHost;
  readonly #load: () => Promise<Code>;
  #asked: Promise<void> | undefined;
  #try: (() => void) | undefined;

  constructor(host: SpeakingHost, load: () => Promise<Code>) {
    this.#host = host;
    this.#load = load;
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('pageshow', this);
  }

  hostDisconnected(): void {
    removeEventListener('pageshow', this);
  }

  /** As in `RecordController`: what was on its way when the reader left. Who waits for it has it then. */
  handleEvent({ persisted }: PageTransitionEvent): void {
    if (persisted && !this.code) this.#try?.();
  }

  /** Loads it, once. Resolves when that is done; never rejects. */
  ask(): Promise<void> {
    return (this.#asked ??= new Promise((done) => {
      (this.#try = () => {
        void Promise.all([this.#load(), this.#host.language.loadMore()])
          .then(
            ([code]) => {
              this.code = code;
              this.failed = false;
              if ('styles' in code) addStyles(this.#host, code.styles as CSSResult);
            },
            (error: unknown) => {
              this.failed = true;
              this.#asked = undefined;
              console.warn('[provision-embed]', error);
            },
          )
          .then(() => {
            this.#host.requestUpdate();
            done();
          });
      })();
    }));
  }
}
