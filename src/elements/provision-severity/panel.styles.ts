import { css } from 'lit';

/** Panels in the top layer: they bring a surface of their own, since they may come to lie over anything. */
export const panelStyles = css`
  .panel {
    display: none;
    position: fixed;
    inset: auto;
    margin: 0;
    inline-size: max-content;
    max-inline-size: min(22em, 100vw - 16px);
    padding: 0.9em 1em;
    border: 1px solid var(--provision-popover-text, light-dark(#1a1a1a, #f2f2f2));
    border-radius: var(--_radius);
    background: var(--provision-popover-surface, light-dark(#fff, #1d1f22));
    color: var(--provision-popover-text, light-dark(#1a1a1a, #f2f2f2));
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
