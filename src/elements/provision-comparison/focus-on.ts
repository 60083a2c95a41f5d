import type { LitElement } from 'lit';

/** Moves the focus after the host has rendered. */
export async function focusOn(host: LitElement, find: () => HTMLElement | null | undefined): Promise<void> {
  await host.updateComplete;
  find()?.focus();
}
