import { attributes, markup } from '../html/markup.js';
import type { Markup } from '../html/markup.js';
import { severityShapes } from '../provision/severity-shapes.js';
import type { SeverityLevel } from '../provision/severity.js';

/**
 * The paths of a level's shape, told apart without their colour, by presentation attributes alone: no style sheet. Half
 * of a shape is drawn by a path of its own, since a clip would need an id that is unique in the page.
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

/** The lower half of the shapes that are drawn half filled. */
const lowerHalves: Readonly<Record<string, string>> = {
  [severityShapes['medium-high'].outline]: 'M3.25 6h5.5l2.75 5H.5z',
  [severityShapes['low-medium'].outline]: 'M.7 6h10.6L6 11.3z',
};
