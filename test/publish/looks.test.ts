import { describe, expect, it } from 'vitest';
import { severityShape } from '../../src/elements/provision-severity/severity-shape.js';
import { severityLevels } from '../../src/provision/severity.js';
import { levelLooks } from '../../src/publish/looks.js';
import { shapePaths } from '../../src/publish/shape.js';
import { tokens } from '../../src/styles/tokens.styles.js';

type Triple = readonly [number, number, number];

const rgb = (hex: string): Triple => {
  const digits = hex.length === 4 ? hex.slice(1).replace(/./g, '$&$&') : hex.slice(1);
  return [0, 2, 4].map((at) => parseInt(digits.slice(at, at + 2), 16) / 255) as unknown as Triple;
};

/** CSS Color 4: sRGB to Oklab and back. */
function oklab(hex: string): Triple {
  const [r, g, b] = rgb(hex).map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)) as unknown as Triple;
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

/** Computes `color-mix(in oklab, colour percent, other)`. */
function mixed(colour: string, percent: number, other: string): Triple {
  const [a, b] = [oklab(colour), oklab(other)];
  return a.map((value, index) => (value * percent + b[index]! * (100 - percent)) / 100) as unknown as Triple;
}

/** A lightness difference of 0.01 is not visible. */
const near = (hex: string, expected: Triple) => {
  for (const [index, value] of oklab(hex).entries()) expect(value).toBeCloseTo(expected[index]!, 2);
};

describe.each(severityLevels)('levelLooks of %s', (level) => {
  const look = levelLooks[level];
  const [, light = '', dark = ''] =
    new RegExp(`--provision-${level}, var\\(--_plain-level, light-dark\\((#\\w+), (#\\w+)\\)`).exec(tokens.cssText) ??
    [];

  it('has the colours of the elements', () => {
    expect(look.colour).toEqual([light, dark]);
    expect(tokens.cssText).toContain('color-mix(in oklab, var(--_level) 14%, light-dark(#fff, #111))');
    expect(tokens.cssText).toContain('color-mix(in oklab, var(--_level) 45%, light-dark(#000, #fff))');
    near(look.tint, mixed(light, 14, '#fff'));
    near(look.on, mixed(light, 45, '#000'));
  });

  it('has the shape of the elements', () => {
    const [fill, outline] = severityShape(level).values;
    const paths = shapePaths(level, '#000').toString();
    expect(paths).toContain(`d="${String(outline)}"`);
    expect(paths.includes('stroke-dasharray')).toBe(fill === 'shape dashed');
    expect(paths.split('<path').length - 1).toBe(fill === 'shape half' ? 2 : 1);
  });
});
