import type { CSSResult, ReactiveController } from 'lit';
import { addStyles } from '../page/late-styles.js';
import type { LocalizedHost } from '../page/localized-host.js';

/** Loads a chunk on demand, with its `styles` and messages, and updates the host when it has arrived. */
export class LazyCode<Code extends object> implements ReactiveController {
  /** The loaded module. */
  code: Code | undefined;
  /** The chunk could not be loaded (blocked or offline). The next call of `load` tries again. */
  failed = false;

  readonly #host: LocalizedHost;
  readonly #import: () => Promise<Code>;
  #loading: Promise<void> | undefined;
  #attempt: (() => void) | undefined;

  constructor(host: LocalizedHost, load: () => Promise<Code>) {
    this.#host = host;
    this.#import = load;
    host.addController(this);
  }

  /**
   * Removes the listener, so that the page does not retain a removed element. The element calls `load` again when it needs the
   * code.
   */
  hostDisconnected(): void {
    removeEventListener('pageshow', this);
  }

  /**
   * Repeats a pending request when the browser restores the page from its back/forward cache, because a request that was
   * pending then fails or never settles.
   */
  handleEvent({ persisted }: PageTransitionEvent): void {
    if (persisted) this.#attempt?.();
  }

  /** Loads the chunk once. Resolves when it has arrived or failed; never rejects. */
  load(): Promise<void> {
    if (!this.code) addEventListener('pageshow', this);
    return (this.#loading ??= new Promise((done) => {
      (this.#attempt = () => {
        void Promise.all([this.#import(), this.#host.locale.loadMore()])
          .then(
            ([code]) => {
              removeEventListener('pageshow', this);
              this.code = code;
              this.failed = false;
              if ('styles' in code) addStyles(this.#host, code.styles as CSSResult);
            },
            (error: unknown) => {
              // A repeated request succeeded; this failure belongs to the one that the browser dropped.
              if (this.code) return;
              this.failed = true;
              this.#loading = undefined;
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
