import { css } from 'lit';

/**
 * Styles of the chart. Each line is 2em high. `comparison-section.ts` reserves this height before the chart loads: one line per
 * level, one for the sentence above, and one for the record's name.
 *
 * @usedby provision-card provision-comparison
 */
export const pictureStyles = css`
  table.picture {
    margin-block-end: 0.8em;
    font-size: max(0.85em, 13px);
    inline-size: 100%;
    table-layout: fixed;
    border-collapse: collapse;
    line-height: 2;
  }
  .picture caption {
    font-weight: 700;
    text-align: start;
  }
  .picture th,
  .picture td {
    padding: 0;
    font-weight: inherit;
    text-align: start;
    vertical-align: top;
  }
  .picture .name {
    inline-size: 9.5em;
  }
  .picture .count {
    inline-size: 3.2em;
  }
  .picture .level {
    display: flex;
    gap: 0.5em;
    align-items: baseline;
    padding-block: 0.3em;
    line-height: 1.4;
  }
  .picture .figure {
    padding-inline-end: 0.9em;
    font-variant-numeric: tabular-nums;
    text-align: end;
  }
  .strip {
    display: block;
    block-size: 10px;
    margin-block: calc(1em - 5px);
    overflow: hidden;
    color: var(--_level);
  }
  .strip line {
    stroke: currentColor;
    stroke-width: 10;
  }
  .strip .strokes {
    stroke-dasharray: 0.68 0.32;
  }
  .spectrum {
    margin-block-end: 0.5em;
    font-size: max(0.85em, 13px);
    line-height: 1.8;
  }
  .spectrum > p {
    font-weight: 700;
  }
  .shares {
    display: flex;
    gap: 2px;
    margin-block: 0.4em;
  }
  .shares > .strip {
    margin: 0;
  }
  .spectrum > ul {
    display: flex;
    flex-wrap: wrap;
    column-gap: 1em;
    list-style: none;
  }
  .spectrum li {
    display: flex;
    gap: 0.4em;
    align-items: baseline;
    font-variant-numeric: tabular-nums;
  }
  /* Below the strip, pointing up at it. */
  .own {
    display: flex;
    gap: 0.4em;
    min-block-size: 1.4em;
    line-height: 1.4;
    margin-block-start: -0.3em;
    margin-block-end: 0.3em;
  }
  .own::before {
    content: '';
    flex: none;
    block-size: 0;
    margin-block-start: 0.2em;
    border-inline: 0.35em solid transparent;
    border-block-end: 0.6em solid currentColor;
  }
  .strip:dir(rtl),
  :host(:not([dir])) .strip:lang(ar),
  :host(:not([dir])) .strip:lang(he) {
    transform: scaleX(-1);
  }
  @container (max-inline-size: 35.99em) {
    .strip .wide {
      stroke-dasharray: none;
    }
  }
  @container (min-inline-size: 36em) {
    .picture .name {
      inline-size: 13em;
    }
  }
  @media (forced-colors: active) {
    .strip {
      color: CanvasText;
    }
    .own::before {
      border-block-end-color: CanvasText;
      forced-color-adjust: none;
    }
  }
  @media print {
    .picture {
      break-inside: avoid;
    }
  }
`;
