import { css } from 'lit';

/**
 * Styles of the tools and of two platforms side by side.
 *
 * @usedby provision-card provision-comparison
 */
export const toolsStyles = css`
  .compare-tools:focus,
  .sides:focus {
    outline: none;
  }
  .compare-tools:focus-visible,
  .sides:focus-visible {
    outline: 2px solid;
    outline-offset: 4px;
  }
  .filter {
    display: block;
    inline-size: fit-content;
    min-block-size: 24px;
    padding-inline: 0.4em;
    margin-inline-start: -0.4em;
    border-radius: var(--_radius);
  }
  .filter .word {
    text-decoration: underline dotted 1px;
    text-underline-offset: 0.22em;
  }
  .filter[aria-pressed='true'] {
    outline: 2px solid;
    outline-offset: -2px;
    font-weight: 700;
  }
  .filter[aria-pressed='true'] .word,
  .compare[aria-pressed='true'] {
    text-decoration: none;
  }
  .compare[aria-pressed='true'] {
    padding-inline: 0.4em;
    margin-inline-start: -0.4em;
    border-radius: var(--_radius);
    outline: 2px solid;
    outline-offset: -2px;
    font-weight: 700;
  }
  /* The pressed state has an outline too; an offset separates it from the focus outline. */
  .filter[aria-pressed='true']:focus-visible,
  .compare[aria-pressed='true']:focus-visible {
    outline-offset: 2px;
  }
  .bar {
    display: flex;
    flex-wrap: wrap;
    gap: 0.6em 1em;
    font-size: max(0.85em, 13px);
  }
  .bar label {
    display: flex;
    flex-direction: column;
    gap: 0.2em;
  }
  .search {
    flex: 1 1 14em;
  }
  .order {
    flex: 0 1 9em;
  }
  input,
  select {
    box-sizing: border-box;
    inline-size: 100%;
    min-block-size: 36px;
    margin: 0;
    padding: 0.3em 0.5em;
    border: 1px solid var(--_muted);
    border-radius: var(--_radius);
    background: transparent;
    color: inherit;
    /* iOS zooms into fields with text below 16px. */
    font-family: inherit;
    font-size: max(16px, 1em);
  }
  option {
    background: Canvas;
    color: CanvasText;
  }
  input:focus-visible,
  select:focus-visible {
    outline: 2px solid;
    outline-offset: 1px;
  }
  .compare-actions,
  .side-actions {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 1.2em;
    margin-block: 0.3em;
  }
  .compare-actions > .facts {
    flex: 1 0 auto;
    font-variant-numeric: tabular-nums;
  }
  .page {
    content-visibility: auto;
    contain-intrinsic-size: auto 200em;
    /* Containment clips paint at the group's edge; leave room for outlines. */
    overflow: clip;
    overflow-clip-margin: 5px;
  }
  .row {
    padding-block: calc(0.7 * var(--_space));
    border-block-start: var(--_rule) solid var(--_border);
  }
  .page:last-child > .row:last-child {
    border-block-end: var(--_rule) solid var(--_border);
  }
  .rows .more {
    margin-inline-end: 1.2em;
  }
  .sides {
    margin-block: 0.6em var(--_space);
    padding: 0.8em 1em;
    border-radius: var(--_radius);
    background: var(--_shade);
  }
  .pair {
    display: grid;
    gap: 1em 1.6em;
    margin-block-start: 0.3em;
  }
  .side {
    min-inline-size: 0;
  }
  .side blockquote {
    margin-block-start: 0.25em;
    font-size: 0.92em;
  }
  .side blockquote p {
    white-space: pre-line;
  }
  .side-link {
    font-size: max(0.8em, 12px);
  }
  .side .facts {
    margin-block-start: 0.4em;
  }
  @container (min-inline-size: 32em) {
    .pair {
      grid-template-columns: 1fr 1fr;
    }
  }
  ::highlight(provision-search) {
    background-color: #ffe066;
    color: #1a1a1a;
  }
  @media (forced-colors: active) {
    .sides {
      border: 1px solid;
    }
    ::highlight(provision-search) {
      background-color: Highlight;
      color: HighlightText;
    }
  }
  @media print {
    .bar,
    .compare-actions,
    .sides .more,
    .compare,
    .compare-tools.paired > .rows {
      display: none;
    }
    .page {
      content-visibility: visible;
    }
    .row {
      break-inside: avoid;
    }
    .sides {
      padding-inline: 0;
      border-block: 1px solid;
      border-radius: 0;
      background: none;
    }
    .filter .word {
      text-decoration: none;
    }
    .pair {
      grid-template-columns: 1fr 1fr;
    }
    .filter[aria-pressed='true'] {
      outline: 1px solid;
    }
  }
`;
