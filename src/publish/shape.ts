import { attributes, markup } from '../html/markup.js';
import type { Markup } from '../html/markup.js';
import { severityShapes } from '../provision/severity-shapes.js';
import type { SeverityLevel } from '../provision/severity.js';

/**
 * Draws a level's shape. Shapes differ without colour. They use presentation attributes only, because e-mail drops style sheets. The
 * filled half of a shape is a path of its own, because a clip path would need an id that is unique in the page.
 */
export function shapePaths(level: SeverityLevel, colour: string): Markup {
  const { outline, fill } = severityShapes[level];
  const half = fill === 'half' ? markup`<path${attributes({ d: lowerHalves[outline], fill: colour })} />` : undefined;
  return markup`${half}<path${attributes({
    d: outline,
    fill: fill === 'full' ? colour : 'none',
    stroke: colour,
    'stroke-width': 1.3,
    'stroke-linejoin': 'round',
    'stroke-dasharray': fill === 'dashed' ? '2 1.6' : undefined,
  })} />`;
}

/** Paths of the lower half, for half-filled shapes. */
const lowerHalves: Readonly<Record<string, string>> = {
  [severityShapes['medium-high'].outline]: 'M3.25 6h5.5l2.75 5H.5z',
  [severityShapes['low-medium'].outline]: 'M.7 6h10.6L6 11.3z',
};
