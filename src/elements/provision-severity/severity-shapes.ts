import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { SeverityLevel } from '../../provision/severity.js';

/** Outlines on a 12 × 12 grid. */
const octagon = 'M4 1h4l3 3v4l-3 3H4L1 8V4z';
const triangle = 'M6 1l5.5 10H.5z';
const diamond = 'M6 .7L11.3 6 6 11.3.7 6z';
const circle = 'M6 1.5a4.5 4.5 0 110 9 4.5 4.5 0 010-9z';
const dot = 'M6 3a3 3 0 110 6 3 3 0 010-6z';
const square = 'M1.8 1.8h8.4v8.4H1.8z';

/**
 * One silhouette a level, so that a level reads without its colour: the graver, the more corners and weight. An
 * in-between level is the shape of its graver neighbour, half filled. How a shape is filled is a class of the style sheet.
 */
const shapes: Record<SeverityLevel, readonly [outline: string, fill: 'full' | 'half' | 'empty' | 'dashed']> = {
  critical: [octagon, 'full'],
  high: [triangle, 'full'],
  'medium-high': [triangle, 'half'],
  medium: [diamond, 'full'],
  'low-medium': [diamond, 'half'],
  low: [dot, 'full'],
  info: [square, 'full'],
  none: [circle, 'empty'],
  unknown: [circle, 'dashed'],
};

/** The shape of a level: decoration beside its word, so hidden from screen readers. */
export function severityShape(level: SeverityLevel): TemplateResult {
  const [outline, fill] = shapes[level];
  return html`<svg class=${`shape ${fill}`} part="shape" viewBox="0 0 12 12" aria-hidden="true">
    <path class="fill" d=${outline}></path>
    <path class="outline" d=${outline}></path>
  </svg>`;
}
