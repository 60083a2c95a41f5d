import { css } from 'lit';

/**
 * Styles of a quotation once its card is painted. They remove the newspaper's quotation marks, rules and italics, because these
 * are meant for quotations. Position and width remain the newspaper's, except for the browser's default indent of quotations
 * (`show-card.ts`).
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
 * Where the browser indents the quotation by its default 40 pixels, widen the card instead of moving the quotation, because a
 * move of the quotation would count as a layout shift of everything in it.
 */
export const outdentStyles = css`
  :host {
    min-inline-size: calc(min(100%, 15em) - 80px);
  }
  provision-card {
    margin-inline: -40px;
  }
`;
