import { css } from 'lit';

/**
 * Styles of the full record's sections.
 *
 * @usedby provision-card
 */
export const sectionStyles = css`
  .body > .section {
    min-inline-size: 0;
  }
  .entries,
  .chips {
    list-style: none;
  }
  .entries > li + li,
  .part + .part {
    margin-block-start: 0.7em;
  }
  .entries b {
    display: block;
  }
  .caveat {
    margin-block-start: 0.5em;
    color: var(--_muted);
    font-size: max(0.85em, 13px);
  }
  .part-heading {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0.1em 0.6em;
    font-size: max(0.85em, 13px);
    font-weight: 700;
    line-height: 1.5;
  }
  .section > p + p,
  .entries > li > p {
    margin-block-start: 0.3em;
  }
  .fact-list + .fact-list {
    margin-block-start: 0.9em;
  }
  .fact-list > div,
  .groups > div {
    display: grid;
    grid-template-columns: minmax(9em, 1fr) 2.6fr;
    column-gap: 1em;
    padding-block: 0.2em;
  }
  .fact-list dt,
  .groups dt {
    color: var(--_muted);
    font-size: max(0.85em, 13px);
    line-height: 1.7;
  }
  .groups dd {
    grid-column: 2;
  }
  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: 0.4em;
  }
  .chips > li {
    padding-inline: 0.6em;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    font-size: max(0.85em, 13px);
  }
  code {
    font-family: ui-monospace, monospace;
    font-size: 0.88em;
  }
  .hash {
    display: inline-block;
    max-inline-size: 18ch;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    vertical-align: bottom;
  }
  .hash + .more {
    padding-block: 0;
  }
  .claims {
    margin-block-start: 0.9em;
    font-size: max(0.9em, 13px);
  }
  .section .tools {
    margin-block-start: 0.9em;
  }
  .section .citation-text {
    white-space: pre-line;
    font-size: max(0.9em, 13px);
  }
  @container (max-inline-size: 26em) {
    .fact-list > div,
    .groups > div {
      display: block;
    }
    .fact-list dt,
    .groups dt {
      line-height: 1.3;
    }
  }
  /* Firefox 101 to 109 has no container queries; the viewport's width is the best substitute. */
  @supports not (container-type: inline-size) {
    @media (max-width: 30em) {
      .fact-list > div,
      .groups > div {
        display: block;
      }
    }
  }
  @media print {
    .hash {
      display: inline;
      white-space: normal;
      overflow-wrap: anywhere;
    }
    a.address::after {
      content: none;
    }
    .part,
    .entries > li,
    .fact-list > div,
    .groups > div {
      break-inside: avoid;
    }
    .section > .label,
    .part-heading {
      break-after: avoid;
    }
  }
`;
