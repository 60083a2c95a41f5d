import { css } from 'lit';

/**
 * What is said of a quotation once its card is painted. The newspaper's quotation marks, rules and italics are for quotations and
 * go; where it stands and how wide it is stays the newspaper's, but for the browser's own indent of quotations (`card-in.ts`).
 */
export const frameStyles = css`
  :host {
    min-inline-size: min(100%, 15em);
    padding: 0 !important;
    border: 0 !important;
    background: none !important;
    box-shadow: none !important;
    color: inherit !important;
    font: inherit !important;
    direction: inherit !important;
  }
  :host::before,
  :host::after {
    content: none !important;
  }
  provision-card {
    flex: 1;
    grid-column: 1 / -1;
  }
`;
