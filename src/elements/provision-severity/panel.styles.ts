import { css } from 'lit';

/**
 * Styles of panels in the top layer. They have their own surface, because they may cover anything.
 *
 * @cssprop {<color>} --provision-popover-surface - Background of panels and menus that open over the page. Default:
 * `--provision-surface` if the page also sets `--provision-text`.
 * @cssprop {<color>} --provision-popover-text - Text and border on that background; set both or none.
 * @usedby provision-card provision-severity
 */
export const panelStyles = css`
  .panel {
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
    max-inline-size: min(22em, 100vw - 16px);
    padding: 0.9em 1em;
    border: 1px solid;
    border-radius: var(--_radius);
    background: var(--provision-popover-surface, var(--_sheet, var(--_plain-sheet, light-dark(#fff, #1d1f22))));
    color: var(--provision-popover-text, var(--_ink, var(--_plain-ink, light-dark(#1a1a1a, #f2f2f2))));
    font-size: max(0.85em, 14px);
    font-weight: 400;
    line-height: 1.45;
    text-align: start;
    white-space: normal;
    overflow: auto;
    z-index: 2147483647;
  }
  .panel[data-open] {
    display: block;
  }
  /* As in tokens.styles.ts: system colours follow the page's colour scheme without light-dark(). */
  @supports not (color: light-dark(#000, #000)) {
    .panel {
      --_plain-sheet: Canvas;
      --_plain-ink: CanvasText;
    }
  }
  /* Without color-mix() CSS cannot detect whether the page set both colours. */
  @supports not (color: color-mix(in srgb, #000, #000)) {
    .panel {
      --_sheet: Canvas;
      --_ink: CanvasText;
    }
  }
  .panel dl > div + div,
  .panel > a {
    margin-block-start: 0.7em;
  }
  .panel > a {
    display: inline-block;
  }
  .panel dt {
    font-size: max(0.85em, 12px);
  }
  .panel p {
    margin-block-start: 0.15em;
  }
  .panel:focus {
    outline: none;
  }
  @media print {
    .panel[data-open] {
      display: none;
    }
  }
`;
