import { css } from 'lit';

/**
 * Styles of block elements: a hairline above, and a short bar in the colour of the rating.
 *
 * @cssprop {<color>} --provision-surface - Background. Set `--provision-text` with it, and usually `--provision-inset`.
 * @cssprop {<length>} --provision-inset - Space between the background's edge and the text, at both sides.
 * @cssprop {<length>} --provision-measure - Maximum width; `none` fills the column.
 * @cssprop {<font-family>} --provision-heading-font - Font of the record's title.
 */
export const blockStyles = css`
  :host {
    display: block;
  }
  .block {
    display: block;
    container-type: inline-size;
    max-inline-size: var(--provision-measure, 40em);
    padding: 0 var(--provision-inset, 0) calc(0.9 * var(--_space));
    /* Not a shorthand followed by a longhand, because a copy for another document (adopted-styles.ts) would lose both. */
    border-block-start: var(--_rule) solid var(--_accent);
    border-block-end: var(--_rule) solid var(--_border);
    background: var(--provision-surface, transparent);
  }
  .block::before {
    content: '';
    display: block;
    inline-size: 3.2em;
    block-size: 5px;
    margin-block-end: calc(0.7 * var(--_space));
    background: var(--_level);
  }
  .title {
    font-family: var(--provision-heading-font, inherit);
    font-size: 1.3em;
    font-weight: 700;
    line-height: 1.22;
    text-wrap: balance;
  }
  .byline {
    margin-block-start: 0.25em;
    color: var(--_muted);
    font-size: max(0.85em, 13px);
  }
  .footer {
    margin-block-start: var(--_space);
    color: var(--_muted);
    font-size: max(0.8em, 12px);
    line-height: 1.45;
  }
  .tools {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0.5em;
    margin-block-start: var(--_space);
    font-size: max(0.8em, 12px);
  }
  .tool {
    padding: 0.35em 0.8em;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
  }
  .tool:hover {
    border-color: currentColor;
  }
  .footer .facts {
    color: inherit;
    font-size: 1em;
  }
  .section {
    margin-block-start: var(--_space);
  }
  .section > .label {
    margin-block-end: 0.2em;
  }
  .section p:not([class]) {
    white-space: pre-line;
  }
  blockquote {
    overflow: clip;
  }
  /* Room for the target of the last link, because a reader's own line spacing may be lower. */
  blockquote > .facts {
    padding-block-end: 0.5em;
  }
  blockquote > p:not(.facts)::before {
    content: open-quote;
    content: open-quote / '';
  }
  blockquote > p:not(.facts)::after {
    content: close-quote;
    content: close-quote / '';
  }
  @media (forced-colors: active) {
    .block::before {
      background: CanvasText;
    }
  }
  @media print {
    .tools {
      display: none;
    }
    .block::before {
      border-block-start: 5px solid;
      block-size: 0;
    }
  }
`;
