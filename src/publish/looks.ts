import type { SeverityLevel } from '../provision/severity.js';

/** The appearance of a level without Lit and `color-mix()`: in an SVG file, an old browser or an e-mail. */
export interface LevelLook {
  /** Colour of the shape and the border, on a light and on a dark background. */
  readonly colour: readonly [light: string, dark: string];
  /** Light background colour. */
  readonly tint: string;
  /** Text colour on `tint`. */
  readonly on: string;
  /** Path of the shape on a 12 × 12 grid. */
  readonly outline: string;
  readonly fill: 'full' | 'half' | 'empty' | 'dashed';
}

const octagon = 'M4 1h4l3 3v4l-3 3H4L1 8V4z';
const triangle = 'M6 1l5.5 10H.5z';
const diamond = 'M6 .7L11.3 6 6 11.3.7 6z';
const circle = 'M6 1.5a4.5 4.5 0 110 9 4.5 4.5 0 010-9z';
const dot = 'M6 3a3 3 0 110 6 3 3 0 010-6z';
const square = 'M1.8 1.8h8.4v8.4H1.8z';

const grey = { colour: ['#5f6670', '#a3abb5'], tint: '#e7e8ea', on: '#1a1d20', outline: circle } as const;

/** Computed values of the elements' styles (`tokens.styles.ts`, `severity-shapes.ts`); a test compares the two. */
export const levelLooks: Readonly<Record<SeverityLevel, LevelLook>> = {
  critical: { colour: ['#9b0025', '#ff8095'], tint: '#f5dfde', on: '#300006', outline: octagon, fill: 'full' },
  high: { colour: ['#b8300c', '#ff8a66'], tint: '#f9e3de', on: '#3b0901', outline: triangle, fill: 'full' },
  'medium-high': { colour: ['#a94f08', '#f5a04a'], tint: '#f5e6de', on: '#351401', outline: triangle, fill: 'half' },
  medium: { colour: ['#8a5d00', '#e3b341'], tint: '#eee7de', on: '#2a1900', outline: diamond, fill: 'full' },
  'low-medium': { colour: ['#666d00', '#c2c94a'], tint: '#e8eade', on: '#1d1f00', outline: diamond, fill: 'half' },
  low: { colour: ['#2a7538', '#6fc37f'], tint: '#e1ebe2', on: '#07220c', outline: dot, fill: 'full' },
  info: { colour: ['#2563a8', '#76b0ef'], tint: '#e0e9f4', on: '#061c35', outline: square, fill: 'full' },
  none: { ...grey, fill: 'empty' },
  unknown: { ...grey, fill: 'dashed' },
};
