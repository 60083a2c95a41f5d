/** The behaviour of a popover. Lazy: loads at the reader's first interaction with one. */
import type { ReactiveControllerHost } from 'lit';
import { showAnchored } from '../page/floating-surface.js';
import type { AnchoredPieces } from '../page/floating-surface.js';

/**
 * An interaction with a popover's frame. Copied from the event at once, because the browser clears an event's targets after
 * dispatch.
 */
export interface Reach {
  readonly type: string;
  readonly pointerType: string | undefined;
  readonly target: EventTarget | null;
  /** The element that receives the focus or the pointer. */
  readonly relatedTarget: EventTarget | null | undefined;
  readonly currentTarget: Element;
}

/**
 * Milliseconds. A pointer must rest for `openDelay` to open the panel, and has `closeDelay` to cross from the anchor to the
 * panel (WCAG 1.4.13).
 */
const openDelay = 120;
const closeDelay = 250;

/** One popover. The reader can point at its content and tab into it; Escape, a click elsewhere and leaving close it. */
export class PopoverSession {
  open = false;

  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #onToggle: (open: boolean) => void;
  /** Opened by a tap, Enter or Space: `pointerleave` does not close it. */
  #held = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #hide: (() => void) | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, onToggle: (open: boolean) => void) {
    this.#host = host;
    this.#onToggle = onToggle;
  }

  close(): void {
    this.#set(false);
  }

  /** Closes the popover if an update of the host has removed the panel. */
  check(): void {
    if (this.open && !this.#pieces()) this.#set(false);
  }

  handle({ type, pointerType, target, relatedTarget, currentTarget }: Reach): void {
    const byMouse = pointerType === 'mouse';
    const anchor = currentTarget.querySelector('button');
    switch (type) {
      case 'pointerenter':
        if (byMouse) this.#later(true, openDelay);
        break;
      case 'pointerleave':
        if (byMouse && !this.#held) this.#later(false, closeDelay);
        break;
      case 'focusin':
        // Keyboard focus only.
        if (anchor?.matches(':focus-visible')) this.#set(true);
        break;
      case 'focusout':
        if (!contains(currentTarget, relatedTarget)) this.#set(false);
        break;
      case 'click':
        if (contains(anchor, target)) this.#set(!this.#held, true);
        break;
    }
  }

  #later(open: boolean, delay: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#set(open);
    }, delay);
  }

  #set(open: boolean, hold = false): void {
    clearTimeout(this.#timer);
    this.#held = open && (hold || this.#held);
    if (open === this.open) return;
    this.open = open;
    this.#hide?.();
    this.#hide = undefined;
    this.#host.requestUpdate();
    if (open) void this.#show();
    this.#onToggle(open);
  }

  async #show(): Promise<void> {
    // Wait for the content, because the panel's position depends on its size.
    await this.#host.updateComplete;
    const pieces = this.#pieces();
    if (!this.open || this.#hide || !pieces) return;
    this.#hide = showAnchored(pieces, (refocus) => {
      if (refocus && pieces.panel.contains(this.#host.shadowRoot?.activeElement ?? null)) pieces.anchor.focus();
      this.#set(false);
    });
  }

  #pieces(): AnchoredPieces | undefined {
    const frame = this.#host.shadowRoot?.querySelector<HTMLElement>('[data-popover]');
    const anchor = frame?.querySelector<HTMLElement>('button');
    const panel = frame?.querySelector<HTMLElement>('[popover]');
    return frame && anchor && panel ? { frame, anchor, panel } : undefined;
  }
}

function contains(element: Element | null, target: EventTarget | null | undefined): boolean {
  return target instanceof Node && !!element?.contains(target);
}
