/** Returns the contrast ratio of two colours `#rrggbb` (WCAG 2.2, relative luminance). */
export function contrast(one, other) {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

function luminance(hex) {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Converts `#abc` or `rgb(…)` to `#rrggbb` for a colour field. */
export function asHex(colour) {
  const short = /^#([\da-f])([\da-f])([\da-f])$/i.exec(colour);
  if (short)
    return `#${short
      .slice(1)
      .map((digit) => digit + digit)
      .join('')}`.toLowerCase();
  if (/^#[\da-f]{6}$/i.test(colour)) return colour.toLowerCase();
  const parts = /^rgba?\((\d+),? (\d+),? (\d+)/.exec(colour);
  return parts
    ? `#${parts
        .slice(1)
        .map((part) => Number(part).toString(16).padStart(2, '0'))
        .join('')}`
    : '#000000';
}

/** Returns the pairs of colours that need contrast, with the minimum ratio of each. */
export function pairs(levels) {
  return [
    ['text', 'surface', 'Text on its ground', 4.5],
    ['muted', 'surface', 'Small print on its ground', 4.5],
    ['accent', 'surface', 'A link that is pointed at', 4.5],
    ['text', 'shade', 'The platform’s words', 4.5],
    ['muted', 'shade', 'Small print under them', 4.5],
    ['border', 'surface', 'Lines and borders', 3],
    ...levels.map(([name, label]) => [name, 'surface', `Shapes of “${label}”`, 3]),
  ];
}
