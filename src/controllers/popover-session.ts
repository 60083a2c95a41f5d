/** The behaviour of a popover. Lazy: loads at the reader's first interaction with one. */
import type { ReactiveControllerHost } from 'lit';
import { showAnchored } from '../page/floating-surface.js';
import type { AnchoredElements } from '../page/floating-surface.js';

/**
 * An interaction with a popover's frame. Copied from the event at once, because the browser clears an event's targets after
 * dispatch.
 */
export interface Interaction {
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
  #isPinned = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #hide: (() => void) | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, onToggle: (open: boolean) => void) {
    this.#host = host;
    this.#onToggle = onToggle;
  }

  close(): void {
    this.#setOpen(false);
  }

  /** Closes the popover if an update of the host has removed the panel. */
  check(): void {
    if (this.open && !this.#elements()) this.#setOpen(false);
  }

  handle({ type, pointerType, target, relatedTarget, currentTarget }: Interaction): void {
    const byMouse = pointerType === 'mouse';
    const anchor = currentTarget.querySelector('button');
    switch (type) {
      case 'pointerenter':
        if (byMouse) this.#setOpenAfter(true, openDelay);
        break;
      case 'pointerleave':
        if (byMouse && !this.#isPinned) this.#setOpenAfter(false, closeDelay);
        break;
      case 'focusin':
        // Keyboard focus only.
        if (anchor?.matches(':focus-visible')) this.#setOpen(true);
        break;
      case 'focusout':
        if (!contains(currentTarget, relatedTarget)) this.#setOpen(false);
        break;
      case 'click':
        if (contains(anchor, target)) this.#setOpen(!this.#isPinned, true);
        break;
    }
  }

  #setOpenAfter(open: boolean, delay: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#setOpen(open);
    }, delay);
  }

  #setOpen(open: boolean, pin = false): void {
    clearTimeout(this.#timer);
    this.#isPinned = open && (pin || this.#isPinned);
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
    const elements = this.#elements();
    if (!this.open || this.#hide || !elements) return;
    this.#hide = showAnchored(elements, (refocus) => {
      if (refocus && elements.panel.contains(this.#host.shadowRoot?.activeElement ?? null)) elements.anchor.focus();
      this.#setOpen(false);
    });
  }

  #elements(): AnchoredElements | undefined {
    const frame = this.#host.shadowRoot?.querySelector<HTMLElement>('[data-popover]');
    const anchor = frame?.querySelector<HTMLElement>('button');
    const panel = frame?.querySelector<HTMLElement>('[popover]');
    return frame && anchor && panel ? { frame, anchor, panel } : undefined;
  }
}

function contains(element: Element | null, target: EventTarget | null | undefined): boolean {
  return target instanceof Node && !!element?.contains(target);
}
