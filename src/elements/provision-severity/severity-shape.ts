import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { SeverityLevel } from '../../provision/severity.js';
import { severityShapes } from '../../provision/severity-shapes.js';

/** Renders the shape of a level. It decorates the level's word, so that it is hidden from screen readers. A class of the style sheet fills it. */
export function severityShape(level: SeverityLevel): TemplateResult {
  const { outline, fill } = severityShapes[level];
  return html`<svg class=${`shape ${fill}`} part="shape" viewBox="0 0 12 12" aria-hidden="true">
    <path class="fill" d=${outline}></path>
    <path class="outline" d=${outline}></path>
  </svg>`;
}
