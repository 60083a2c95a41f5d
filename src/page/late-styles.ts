import type { CSSResult } from 'lit';

/** An element that can receive styles after its first render. */
export interface StyledHost extends HTMLElement {
  /** Style sheets added so far. Kept because a shadow root loses its adopted sheets when it moves to another document. */
  late?: CSSStyleSheet[];
  adoptedCallback?(): void;
}

/** Adds the styles of a lazily loaded part; repeated calls add them once. */
export function addStyles(host: StyledHost, { styleSheet }: CSSResult): void {
  const late = (host.late ??= []);
  const { shadowRoot, ownerDocument } = host;
  if (!shadowRoot || !styleSheet || late.includes(styleSheet)) return;
  late.push(styleSheet);
  if (ownerDocument === document) shadowRoot.adoptedStyleSheets = [...shadowRoot.adoptedStyleSheets, styleSheet];
  else host.adoptedCallback?.();
}
