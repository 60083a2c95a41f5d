import { css } from 'lit';

/**
 * The base styles of every element. The inner root resets the properties that a page's reset passes on by inheritance, then inherits
 * the article's font and colour again. `:host` alone is not enough, because `* { all: unset }` in the page overrides it. Sizes are in
 * em and px, never rem, because a page may have set a rem to 10 px.
 *
 * @cssprop {<color>} --provision-text - All text but small print and links that are pointed at.
 * @cssprop {<font-family>} --provision-font - All text, where no other font is set for it.
 * @cssprop {<font-family>} --provision-label-font - Headings of sections, ratings, buttons and small print.
 */
export const sharedStyles = css`
  :host([hidden]) {
    display: none;
  }
  .root {
    all: initial;
    font: inherit;
    font-family: var(--provision-font, inherit);
    line-height: 1.5;
    color: var(--provision-text, inherit);
    color-scheme: inherit;
    visibility: inherit;
    pointer-events: inherit;
    position: relative;
    overflow-wrap: anywhere;
  }
  /* Sets the direction of Arabic and Hebrew, inline too, unless the page sets "dir" on the element. */
  :host(:not([dir])) .root:lang(ar),
  :host(:not([dir])) .root:lang(he) {
    direction: rtl;
    unicode-bidi: isolate;
  }
  .root *,
  .root *::before {
    box-sizing: border-box;
  }
  p,
  dl,
  dd,
  ul,
  blockquote {
    margin: 0;
    padding: 0;
  }
  a {
    color: inherit;
    text-decoration: underline var(--_accent);
    text-decoration-thickness: 0.06em;
    text-underline-offset: 0.18em;
  }
  a:hover {
    color: var(--_accent);
    text-decoration-thickness: 0.12em;
  }
  button {
    all: unset;
    box-sizing: border-box;
    cursor: pointer;
  }
  a:focus-visible,
  button:focus-visible {
    outline: 2px solid;
    outline-offset: 2px;
    border-radius: var(--_radius);
  }
  .turn {
    display: inline-block;
  }
  .turn::before {
    content: 'U+202E';
    border: 1px solid;
    padding-inline: 0.2em;
    font-size: 0.8em;
  }
  .turn.ltr::before {
    content: 'U+202D';
  }
  .sr {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    /* Prevents an overflow of one pixel at the end of a line. */
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .unavailable {
    margin: 0;
    font-style: italic;
  }
  .label,
  .facts,
  .tools,
  .kicker,
  .ratings {
    font-family: var(--provision-label-font, inherit);
  }
  .label {
    font-size: max(0.9em, 13px);
    font-weight: 700;
    line-height: 1.35;
  }
  .facts {
    color: var(--_muted);
    font-size: max(0.8em, 12px);
    line-height: 1.45;
  }
  /* Break lines between facts, so that a date or a link stays in one piece. */
  .facts bdi {
    display: inline-block;
  }
  /* Touch targets of at least 24 px (WCAG 2.5.8), without changing the height of other lines. */
  .facts a {
    padding-block: 0.5em;
    line-height: 2;
  }
  .fold:not(.open) {
    max-block-size: 15em;
    max-block-size: 10lh;
    overflow: hidden;
    -webkit-mask-image: linear-gradient(#000 calc(100% - 3.75em), transparent);
    mask-image: linear-gradient(#000 calc(100% - 3.75em), transparent);
  }
  .fold.brief {
    max-block-size: 7.5em;
    max-block-size: 5lh;
  }
  .fold.line {
    max-block-size: 3em;
    max-block-size: 2lh;
  }
  .fold.brief,
  .fold.line {
    -webkit-mask-image: linear-gradient(#000 calc(100% - 1.5em), transparent);
    mask-image: linear-gradient(#000 calc(100% - 1.5em), transparent);
  }
  .fold.shut {
    max-block-size: 0;
    -webkit-mask-image: none;
    mask-image: none;
  }
  @container (min-inline-size: 36em) {
    .fold.narrow {
      max-block-size: none;
      -webkit-mask-image: none;
      mask-image: none;
    }
    .fold.narrow + .more {
      display: none;
    }
  }
  .more {
    display: inline-block;
    min-block-size: 24px;
    padding-block: 0.3em;
    font-size: max(0.8em, 12px);
    text-decoration: underline;
    text-decoration-thickness: 0.06em;
    text-underline-offset: 0.18em;
  }
  @media print {
    .fold:not(.open) {
      max-block-size: none !important;
      -webkit-mask-image: none;
      mask-image: none;
    }
    .more {
      display: none;
    }
    a[href]::after {
      content: ' <' attr(href) '>';
      font-size: 0.85em;
    }
  }
`;
