import { css } from 'lit';

/**
 * Panels in the top layer: they bring a surface of their own, since they may come to lie over anything.
 *
 * @cssprop {<color>} --provision-popover-surface - The ground of what opens over the page. Where the page sets both `--provision-surface`
 * and `--provision-text`, those are taken.
 * @cssprop {<color>} --provision-popover-text - The text and the border on that ground; set both or none.
 * @usedby provision-card provision-severity
 */
export const panelStyles = css`
  .panel {
    --_plain-sheet: initial;
    --_plain-ink: initial;
    /* The page's own surface and text, where it set both: with one of them missing the mix is no colour, and ours are taken. */
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
  /* As in tokens.styles.ts: the system's colours follow the page's scheme where light-dark() does not exist. */
  @supports not (color: light-dark(#000, #000)) {
    .panel {
      --_plain-sheet: Canvas;
      --_plain-ink: CanvasText;
    }
  }
  /* Without color-mix() nothing tells whether the page has set both colours. */
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
