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

/**
 * Where the browser has indented the quotation, by 40 pixels, it is the card that reaches out: a frame that moved aside would count as
 * a shift of all that is in it.
 */
export const reachingStyles = css`
  :host {
    min-inline-size: calc(min(100%, 15em) - 80px);
  }
  provision-card {
    margin-inline: -40px;
  }
`;
