import { css } from 'lit';

/**
 * Styles of menus and of check results. A menu is in the top layer and has its own surface, like a panel.
 *
 * @usedby provision-card provision-clause
 */
export const toolStyles = css`
  .menu {
    --_plain-sheet: initial;
    --_plain-ink: initial;
    /* The page's own surface and text, if it set both. If one is missing, color-mix() is invalid and our colours apply. */
    --_ink: color-mix(in srgb, var(--provision-text) 100%, var(--provision-surface));
    --_sheet: color-mix(in srgb, var(--provision-surface) 100%, var(--provision-text));
    display: none;
    position: fixed;
    inset: auto;
    margin: 0;
    inline-size: max-content;
    min-inline-size: 11em;
    max-inline-size: min(24em, 100vw - 16px);
    padding: 0.3em 0;
    border: 1px solid;
    border-radius: var(--_radius);
    background: var(--provision-popover-surface, var(--_sheet, var(--_plain-sheet, light-dark(#fff, #1d1f22))));
    color: var(--provision-popover-text, var(--_ink, var(--_plain-ink, light-dark(#1a1a1a, #f2f2f2))));
    font-size: max(1.05em, 14px);
    line-height: 1.4;
    overflow: auto;
    z-index: 2147483647;
  }
  .menu[data-open] {
    display: block;
  }
  /* As in tokens.styles.ts: system colours follow the page's colour scheme without light-dark(). */
  @supports not (color: light-dark(#000, #000)) {
    .menu {
      --_plain-sheet: Canvas;
      --_plain-ink: CanvasText;
    }
  }
  /* Without color-mix() CSS cannot detect whether the page set both colours. */
  @supports not (color: color-mix(in srgb, #000, #000)) {
    .menu {
      --_sheet: Canvas;
      --_ink: CanvasText;
    }
  }
  .menu > * {
    display: block;
    box-sizing: border-box;
    inline-size: 100%;
    padding: 0.45em 1em;
    color: inherit;
    text-decoration: none;
  }
  .menu > :hover,
  .menu > :focus-visible {
    background: #8883;
    color: inherit;
    outline-offset: -2px;
  }
  .checks {
    margin-block-start: 0.6em;
  }
  .checks ul {
    list-style: none;
  }
  .checks li {
    padding-inline-start: 0.7em;
    border-inline-start: 3px solid var(--_border);
    font-size: max(0.9em, 13px);
  }
  .checks li + li {
    margin-block-start: 0.3em;
  }
  .checks .differs {
    border-inline-start: 3px double currentColor;
  }
  @media print {
    .menu[data-open] {
      display: none;
    }
  }
`;
