import type { CSSResult } from 'lit';

/** An element whose styles may grow. */
export interface StyledHost extends HTMLElement {
  /** What has been added so far; a shadow root forgets it when it is moved to another document. */
  late?: CSSStyleSheet[];
  adoptedCallback?(): void;
}

/** Adds the styles of a part that has been loaded later; once, however often it is asked. */
export function addStyles(host: StyledHost, { styleSheet }: CSSResult): void {
  const late = (host.late ??= []);
  const { shadowRoot, ownerDocument } = host;
  if (!shadowRoot || !styleSheet || late.includes(styleSheet)) return;
  late.push(styleSheet);
  if (ownerDocument === document) shadowRoot.adoptedStyleSheets = [...shadowRoot.adoptedStyleSheets, styleSheet];
  else host.adoptedCallback?.();
}
