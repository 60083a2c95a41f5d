import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { showAnchored } from '../../page/floating-surface.js';

/** One item of a menu. */
export interface MenuChoice {
  readonly label: string;
  /** An address is opened by the browser; a function is called. */
  readonly action: string | (() => void);
}

/**
 * A menu with the keyboard behaviour of the "Menu Button" pattern (WAI-ARIA Authoring Practices): arrows, Home, End and first
 * letters move, Enter and Space choose, Escape and Tab close.
 */
export class Menu {
  readonly #onClose: () => void;
  #hide: (() => void) | undefined;
  #frame: HTMLElement | undefined;

  constructor(onClose: () => void) {
    this.#onClose = onClose;
  }

  /** Renders the menu, for a place next to its button. */
  render(label: string, choices: readonly MenuChoice[]): TemplateResult {
    return html`<div
      class="menu"
      part="menu"
      role="menu"
      aria-label=${label}
      popover="manual"
      @keydown=${(event: KeyboardEvent) => {
        this.#key(event);
      }}
      @keypress=${(event: KeyboardEvent) => {
        this.#key(event);
      }}
      @keyup=${(event: KeyboardEvent) => {
        this.#key(event);
      }}
      @focusout=${({ relatedTarget }: FocusEvent) => {
        if (!this.#frame?.contains(relatedTarget as Node | null)) this.close(false);
      }}
    >
      ${choices.map(({ label: words, action }) => this.#item(words, action))}
    </div>`;
  }

  #item(words: string, action: MenuChoice['action']): TemplateResult {
    const choose = () => {
      this.close(true);
      if (typeof action === 'function') action();
    };
    return typeof action === 'function'
      ? html`<button role="menuitem" part="menu-item" tabindex="-1" type="button" @click=${choose}>${words}</button>`
      : html`<a
          role="menuitem"
          part="menu-item"
          tabindex="-1"
          href=${action}
          target="_blank"
          rel="noopener noreferrer"
          @click=${choose}
          >${words}</a
        >`;
  }

  /** Shows the menu rendered in `frame` next to the frame's button and focuses its first item, or its last one. */
  open(frame: HTMLElement, last = false): void {
    const anchor = frame.querySelector('button');
    const panel = frame.querySelector<HTMLElement>('[role=menu]');
    if (!anchor || !panel || this.#hide) return;
    this.#frame = frame;
    this.#hide = showAnchored({ frame, anchor, panel }, (refocus) => {
      this.close(refocus);
    });
    // `preventScroll`, because the menu is positioned a moment later and a browser without popovers would scroll to its old
    // position.
    this.#items()
      .at(last ? -1 : 0)
      ?.focus({ preventScroll: true });
  }

  /** Closes the menu; `refocus` returns the focus to its button. */
  close(refocus: boolean): void {
    const hide = this.#hide;
    if (!hide) return;
    // Cleared first, because moving the focus calls `close` again.
    this.#hide = undefined;
    if (refocus) this.#frame?.querySelector('button')?.focus();
    hide();
    this.#onClose();
  }

  #items(): readonly HTMLElement[] {
    return [...(this.#frame?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])];
  }

  #key(event: KeyboardEvent): void {
    const { key, target, ctrlKey, metaKey, altKey } = event;
    // Letters search the items and must not trigger the page's shortcuts.
    if (key.length === 1 && !ctrlKey && !metaKey && !altKey) event.stopPropagation();
    if (event.type !== 'keydown') return;
    const items = this.#items();
    const at = items.indexOf(target as HTMLElement);
    if (key === 'Tab') {
      // The browser then moves the focus on from the button.
      this.close(true);
    } else if (key === ' ' && target instanceof HTMLAnchorElement) {
      event.preventDefault();
      target.click();
    } else {
      const next = itemAfter(items, at, event);
      if (!next) return;
      event.preventDefault();
      next.focus();
    }
  }
}

/** Returns the item that a key moves to. */
function itemAfter(
  items: readonly HTMLElement[],
  at: number,
  { key, ctrlKey, metaKey, altKey }: KeyboardEvent,
): HTMLElement | undefined {
  switch (key) {
    case 'ArrowDown':
      return items[(at + 1) % items.length];
    case 'ArrowUp':
      return items.at(at - 1);
    case 'Home':
      return items[0];
    case 'End':
      return items.at(-1);
  }
  if (key.length !== 1 || key === ' ' || ctrlKey || metaKey || altKey) return undefined;
  const starts = ({ textContent }: HTMLElement) => textContent.trim().toLowerCase().startsWith(key.toLowerCase());
  return [...items.slice(at + 1), ...items.slice(0, at + 1)].find(starts);
}
