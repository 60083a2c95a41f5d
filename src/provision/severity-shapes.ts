/** The shapes of the severity levels, for the elements' badge and for published SVG files. */
import type { SeverityLevel } from './severity.js';

export interface SeverityShape {
  /** Path of the outline on a 12 × 12 grid. */
  readonly outline: string;
  readonly fill: 'full' | 'half' | 'empty' | 'dashed';
}

const octagon = 'M4 1h4l3 3v4l-3 3H4L1 8V4z';
const triangle = 'M6 1l5.5 10H.5z';
const diamond = 'M6 .7L11.3 6 6 11.3.7 6z';
const circle = 'M6 1.5a4.5 4.5 0 110 9 4.5 4.5 0 010-9z';
const dot = 'M6 3a3 3 0 110 6 3 3 0 010-6z';
const square = 'M1.8 1.8h8.4v8.4H1.8z';

/**
 * One silhouette per level, because colour alone must not carry the level (WCAG 1.4.1). Severer levels have more
 * corners and weight. An in-between level has the shape of its severer neighbour, half filled.
 */
export const severityShapes: Readonly<Record<SeverityLevel, SeverityShape>> = {
  critical: { outline: octagon, fill: 'full' },
  high: { outline: triangle, fill: 'full' },
  'medium-high': { outline: triangle, fill: 'half' },
  medium: { outline: diamond, fill: 'full' },
  'low-medium': { outline: diamond, fill: 'half' },
  low: { outline: dot, fill: 'full' },
  info: { outline: square, fill: 'full' },
  none: { outline: circle, fill: 'empty' },
  unknown: { outline: circle, fill: 'dashed' },
};
