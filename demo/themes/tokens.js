/** The tokens that the gallery edits: those that newsrooms restyle, with labels for designers. */

/** Colours, each for light and for dark pages. */
export const colours = [
  ['surface', 'Ground'],
  ['text', 'Text'],
  ['muted', 'Small print'],
  ['border', 'Lines and borders'],
  ['accent', 'Accent'],
  ['shade', 'Ground of the platform’s words'],
];

/** Colours of the levels; a badge’s tint and text derive from them. */
export const levels = [
  ['critical', 'Critical'],
  ['high', 'High'],
  ['medium-high', 'Medium to high'],
  ['medium', 'Medium'],
  ['low-medium', 'Low to medium'],
  ['low', 'Low'],
  ['info', 'For information'],
  ['none', 'None'],
  ['unknown', 'Not rated'],
];

/** Lengths: name, label, unit, minimum, maximum, step. */
export const lengths = [
  ['radius', 'Corners', 'px', 0, 24, 1],
  ['rule', 'Width of lines', 'px', 0, 6, 1],
  ['space', 'Space between sections', 'em', 0.5, 2, 0.05],
  ['inset', 'Space at the sides', 'em', 0, 3, 0.05],
  ['measure', 'Greatest width', 'em', 20, 60, 1],
];

export const fonts = [
  ['font', 'Font of the text'],
  ['heading-font', 'Font of the title'],
  ['label-font', 'Font of labels'],
];

/** Installed font families; none is downloaded. */
export const stacks = {
  article: ['The article’s own', 'inherit'],
  oldstyle: ['Old-style serif', "'Iowan Old Style', 'Palatino Linotype', Palatino, 'Noto Serif', Georgia, serif"],
  transitional: ['Text serif', "Charter, 'Bitstream Charter', Cambria, Georgia, serif"],
  didone: ['High-contrast serif', "Didot, 'Bodoni 72', 'Noto Serif Display', Georgia, serif"],
  grotesque: ['Grotesque', "'Helvetica Neue', Helvetica, Arial, 'Liberation Sans', sans-serif"],
  narrow: ['Narrow sans', "'Arial Narrow', 'Roboto Condensed', 'Liberation Sans Narrow', sans-serif"],
  system: ['The system’s own', "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif"],
  typewriter: ['Typewriter', "ui-monospace, Menlo, Consolas, 'Liberation Mono', monospace"],
};
