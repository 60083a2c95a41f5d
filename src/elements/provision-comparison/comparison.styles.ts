import { css } from 'lit';

/** Styles of the rows of a comparison in all elements. */
export const comparisonStyles = css`
  .rows {
    margin-block-start: 0.6em;
    list-style: none;
  }
  .rows > li {
    break-inside: avoid;
    padding-block: calc(0.7 * var(--_space));
    border-block-start: var(--_rule) solid var(--_border);
  }
  .rows > li:last-child {
    border-block-end: var(--_rule) solid var(--_border);
  }
  .rows .fold:not(.open, .shut) {
    max-block-size: 6em;
    max-block-size: 4lh;
  }
  .row-head {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    gap: 0.2em 0.8em;
    line-height: 1.4;
  }
  .rows blockquote {
    margin-block-start: 0.25em;
    font-size: 0.92em;
  }
  .rows .facts,
  .rows + .facts {
    margin-block-start: 0.3em;
  }
  .prevalence {
    margin-block: 0.1em 0.6em;
  }
`;
