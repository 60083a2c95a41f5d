import type { CSSResult, ReactiveController } from 'lit';
import { addStyles } from '../page/late-styles.js';
import type { LocalizedHost } from '../page/localized-host.js';

/** Code that an element loads when it is needed, with its `styles` and its words; the element updates when it is there. */
export class LazyCode<Code extends object> implements ReactiveController {
  /** What was loaded. */
  code: Code | undefined;
  /** It could not be loaded (blocked, offline); the next asking tries again. */
  failed = false;

  readonly #host: LocalizedHost;
  readonly #load: () => Promise<Code>;
  #asked: Promise<void> | undefined;
  #attempt: (() => void) | undefined;

  constructor(host: LocalizedHost, load: () => Promise<Code>) {
    this.#host = host;
    this.#load = load;
    host.addController(this);
  }

  /** One that has gone is not held by the page; whoever needs its code when it is back asks. */
  hostDisconnected(): void {
    removeEventListener('pageshow', this);
  }

  /** As in `RecordController`: what was on its way when the reader left has failed, or never comes. Who waits for it has it then. */
  handleEvent({ persisted }: PageTransitionEvent): void {
    if (persisted) this.#attempt?.();
  }

  /** Loads it, once. Resolves when that is done; never rejects. */
  ask(): Promise<void> {
    if (!this.code) addEventListener('pageshow', this);
    return (this.#asked ??= new Promise((done) => {
      (this.#attempt = () => {
        void Promise.all([this.#load(), this.#host.locale.loadMore()])
          .then(
            ([code]) => {
              removeEventListener('pageshow', this);
              this.code = code;
              this.failed = false;
              if ('styles' in code) addStyles(this.#host, code.styles as CSSResult);
            },
            (error: unknown) => {
              // The one that the browser has dropped.
              if (this.code) return;
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
