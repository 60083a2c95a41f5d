import { css } from 'lit';

/** Styles of the badge in all elements. */
export const severityStyles = css`
  .badge {
    display: inline-flex;
    align-items: baseline;
    gap: 0.35em;
    max-inline-size: 100%;
    padding: 0.05em 0.5em 0.08em;
    border: 1px solid var(--_level);
    border-radius: var(--_radius);
    background: var(--_tint);
    color: var(--_on);
    font-size: max(0.82em, 12px);
    font-weight: 700;
    line-height: 1.4;
    text-align: start;
  }
  .shape {
    flex: none;
    inline-size: 0.8em;
    block-size: 0.8em;
    overflow: visible;
    color: var(--_level);
    transform: translateY(0.06em);
  }
  .outline {
    fill: none;
    stroke: currentColor;
    stroke-width: 1.3;
    stroke-linejoin: round;
  }
  .dashed .outline {
    stroke-dasharray: 2 1.6;
  }
  .fill {
    fill: none;
  }
  .full .fill,
  .half .fill {
    fill: currentColor;
  }
  .half .fill {
    clip-path: inset(50% 0 0);
  }
  .explained {
    display: inline-block;
    max-inline-size: 100%;
    vertical-align: baseline;
  }
  /* The target is 24 px high (WCAG 2.5.8) without changing the line height of a sentence. */
  .plain {
    position: relative;
    max-inline-size: 100%;
  }
  .plain::after {
    content: '';
    position: absolute;
    inset: -4px 0;
  }
  .plain .word {
    text-decoration: underline dotted 1px;
    text-underline-offset: 0.22em;
  }
  @media (forced-colors: active) {
    .badge {
      border-color: CanvasText;
    }
    .shape {
      color: CanvasText;
    }
  }
  @media print {
    .plain .word {
      text-decoration: none;
    }
  }
`;
