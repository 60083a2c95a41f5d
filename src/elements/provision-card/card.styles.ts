import { css } from 'lit';

/** Styles of the card. Platform wording has a shade, analysis is plain, and the publisher's note is between two rules. */
export const cardStyles = css`
  .kicker {
    color: var(--_muted);
    font-size: max(0.8em, 12px);
    line-height: 1.4;
    margin-block-end: 0.25em;
  }
  .ratings {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0.35em 1.4em;
    margin-block-start: 0.55em;
    font-size: max(0.85em, 13px);
  }
  .ratings > div {
    display: flex;
    align-items: baseline;
    gap: 0.45em;
  }
  .ratings > div > dt {
    color: var(--_muted);
  }
  .status {
    margin-block-start: 0.8em;
    padding-inline-start: 0.7em;
    border-inline-start: 3px solid;
  }
  .summary {
    margin-block-start: 0.75em;
    font-size: 1.05em;
  }
  .platform {
    padding: 0.9em 1em;
    border-radius: var(--_radius);
    background: var(--_shade);
  }
  .platform blockquote p + p {
    margin-block-start: 0.5em;
  }
  .platform .facts {
    margin-block-start: 0.6em;
  }
  cite {
    font-style: normal;
  }
  .note {
    margin-block-start: var(--_space);
    padding-block: 0.7em;
    border-block: 2px dotted;
  }
  .note[hidden] {
    display: none;
  }
  .disclaimer {
    margin-block-end: 0.35em;
  }
  /* A guest is a little smaller than the article around it. */
  .guest {
    --_space: calc(0.8 * var(--provision-space, 1em));
    font-size: 0.94em;
  }
  .guest .summary {
    margin-block-start: 0.5em;
    font-size: 1em;
  }
  .guest .title {
    font-size: 1.2em;
  }
  .guest .platform {
    padding-block: 0.6em;
  }
  .guest .platform .facts {
    margin-block-start: 0.2em;
  }
  /* A second section begins below the closed fold, because half a line of its heading would show otherwise. */
  .guest .fold.line > .section {
    margin-block-start: 9em;
  }
  .guest .rows > li {
    padding-block: 0.3em;
  }
  .guest .rows {
    margin-block-start: 0.2em;
  }
  .guest .row-head > :first-child {
    flex: 1 0 auto;
    max-inline-size: 100%;
  }
  /* Target height of 24 px (WCAG 2.5.8). */
  .guest .row-head a {
    padding-block: 0.3em;
  }
  @container (min-inline-size: 36em) {
    .body {
      display: grid;
      grid-template-columns: 1fr 1fr;
      column-gap: 2em;
    }
    .body > * {
      grid-column: 1 / -1;
    }
    .why:has(+ .impact) {
      grid-column: 1;
    }
    .why:has(+ .impact) + .impact {
      grid-column: 2;
    }
    .guest .impact:has(+ .comparison:not(.all-rows)) {
      grid-column: 1;
    }
    .guest .impact + .comparison:not(.all-rows) {
      grid-column: 2;
    }
    .guest .impact:has(+ .comparison:not(.all-rows)) .fold.line {
      max-block-size: 6lh;
    }
  }
  ::slotted([slot='note']) {
    margin-block: 0.2em !important;
  }
  @media print {
    /* Some engines do not break grid rows across pages. */
    .body {
      display: block;
    }
    .platform {
      border: 1px solid;
    }
  }
`;
