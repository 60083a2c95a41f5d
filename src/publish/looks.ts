import type { SeverityLevel } from '../provision/severity.js';

/** The colours of a level where there is no Lit and no `color-mix()`: in an SVG file, in an old browser, in a mail. */
export interface LevelLook {
  /** Colour of the shape and the border, on a light and on a dark background. */
  readonly colour: readonly [light: string, dark: string];
  /** Light background colour. */
  readonly tint: string;
  /** Text colour on `tint`. */
  readonly on: string;
}

const grey = { colour: ['#5f6670', '#a3abb5'], tint: '#e7e8ea', on: '#1a1d20' } as const;

/** The elements' colours (`tokens.styles.ts`), computed. A test compares the two. */
export const levelLooks: Readonly<Record<SeverityLevel, LevelLook>> = {
  critical: { colour: ['#9b0025', '#ff8095'], tint: '#f5dfde', on: '#300006' },
  high: { colour: ['#b8300c', '#ff8a66'], tint: '#f9e3de', on: '#3b0901' },
  'medium-high': { colour: ['#a94f08', '#f5a04a'], tint: '#f5e6de', on: '#351401' },
  medium: { colour: ['#8a5d00', '#e3b341'], tint: '#eee7de', on: '#2a1900' },
  'low-medium': { colour: ['#666d00', '#c2c94a'], tint: '#e8eade', on: '#1d1f00' },
  low: { colour: ['#2a7538', '#6fc37f'], tint: '#e1ebe2', on: '#07220c' },
  info: { colour: ['#2563a8', '#76b0ef'], tint: '#e0e9f4', on: '#061c35' },
  none: grey,
  unknown: grey,
};
