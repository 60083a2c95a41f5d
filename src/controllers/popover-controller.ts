import type { CSSResult, ReactiveController, ReactiveControllerHost } from 'lit';
import type { LocalizedHost } from '../page/localized-host.js';
import { LazyCode } from './lazy-code.js';
import type { PopoverSession, Interaction } from './popover-session.js';

/** The chunk that loads at the first interaction: the popover's behaviour and the panel's content. */
export interface PopoverCode<Content> {
  readonly PopoverSession: new (
    host: ReactiveControllerHost & HTMLElement,
    onToggle: (open: boolean) => void,
  ) => PopoverSession;
  readonly content: Content;
  readonly styles: CSSResult;
}

/**
 * A popover that opens on hover, keyboard focus or tap. Its behaviour, its content and floating-ui load at the reader's first
 * interaction; until then this controller only records the latest event, because most readers never open it. The popover's
 * frame must use this controller as listener: `@pointerenter @pointerleave @focusin @focusout @click`.
 */
export class PopoverController<Content> implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #lazy: LazyCode<PopoverCode<Content>>;
  readonly #onToggle: (open: boolean) => void;
  #popover: PopoverSession | undefined;
  /** The latest interaction before the chunk arrived. */
  #latest: Interaction | undefined;

  constructor(host: LocalizedHost, load: () => Promise<PopoverCode<Content>>, onToggle: (open: boolean) => void) {
    this.#host = host;
    this.#lazy = new LazyCode(host, load);
    this.#onToggle = onToggle;
    host.addController(this);
  }

  /** The panel's content while the popover is open. */
  get content(): Content | undefined {
    return this.#popover?.open ? this.#lazy.code?.content : undefined;
  }

  hostDisconnected(): void {
    this.#latest = undefined;
    this.#popover?.close();
  }

  hostUpdated(): void {
    this.#popover?.check();
  }

  handleEvent(event: Event): void {
    const { type, pointerType, target, relatedTarget, currentTarget } = event as Event & Interaction;
    const interaction: Interaction = { type, pointerType, target, relatedTarget, currentTarget };
    if (this.#popover) {
      this.#popover.handle(interaction);
      return;
    }
    const first = !this.#latest;
    this.#latest = interaction;
    if (first) void this.#start();
  }

  async #start(): Promise<void> {
    await this.#lazy.load();
    const { code } = this.#lazy;
    // Blocked or offline: the badge stays readable, and the next interaction tries again.
    if (code) {
      this.#popover = new code.PopoverSession(this.#host, this.#onToggle);
      // `hostDisconnected` clears `#latest`, so a removed element opens nothing.
      if (this.#latest) this.#popover.handle(this.#latest);
    }
    this.#latest = undefined;
  }
}
