import type { CSSResult, ReactiveController, ReactiveControllerHost } from 'lit';
import type { LocalizedHost } from '../page/localized-host.js';
import { LazyCode } from './lazy-code.js';
import type { PopoverSession, Reach } from './popover-session.js';

/** What comes with the first reach: the behaviour, and what the panel says. */
export interface PopoverCode<Content> {
  readonly PopoverSession: new (
    host: ReactiveControllerHost & HTMLElement,
    onToggle: (open: boolean) => void,
  ) => PopoverSession;
  readonly content: Content;
  readonly styles: CSSResult;
}

/**
 * A popover that opens on hover, keyboard focus or tap. All that it does and says is loaded when the reader first
 * reaches for it, floating-ui included; here is only who reached, so that no reader pays for it before.
 * Its frame listens with this controller: `@pointerenter @pointerleave @focusin @focusout @click`.
 */
export class PopoverController<Content> implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #lazy: LazyCode<PopoverCode<Content>>;
  readonly #onToggle: (open: boolean) => void;
  #session: PopoverSession | undefined;
  /** The newest that came before the session. */
  #waiting: Reach | undefined;

  constructor(host: LocalizedHost, load: () => Promise<PopoverCode<Content>>, onToggle: (open: boolean) => void) {
    this.#host = host;
    this.#lazy = new LazyCode(host, load);
    this.#onToggle = onToggle;
    host.addController(this);
  }

  /** What the panel says, while it is open. */
  get content(): Content | undefined {
    return this.#session?.open ? this.#lazy.code?.content : undefined;
  }

  hostDisconnected(): void {
    this.#waiting = undefined;
    this.#session?.close();
  }

  hostUpdated(): void {
    this.#session?.check();
  }

  handleEvent(event: Event): void {
    const { type, pointerType, target, relatedTarget, currentTarget } = event as Event & Reach;
    const reach: Reach = { type, pointerType, target, relatedTarget, currentTarget };
    if (this.#session) {
      this.#session.handle(reach);
      return;
    }
    const first = !this.#waiting;
    this.#waiting = reach;
    if (first) void this.#start();
  }

  async #start(): Promise<void> {
    await this.#lazy.ask();
    const { code } = this.#lazy;
    // Blocked or offline: the badge says its word all the same, and the next reach tries again.
    if (code) {
      this.#session = new code.PopoverSession(this.#host, this.#onToggle);
      // An element that has gone opens nothing.
      if (this.#waiting) this.#session.handle(this.#waiting);
    }
    this.#waiting = undefined;
  }
}
