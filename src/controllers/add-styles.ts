import type { CSSResult } from 'lit';

/** Adds the styles of a part that has been loaded later; once, however often it is asked. */
export function addStyles({ shadowRoot }: HTMLElement, { styleSheet }: CSSResult): void {
  if (shadowRoot && styleSheet && !shadowRoot.adoptedStyleSheets.includes(styleSheet)) {
    shadowRoot.adoptedStyleSheets = [...shadowRoot.adoptedStyleSheets, styleSheet];
  }
}
