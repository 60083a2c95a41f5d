import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { budgets, builtSizes, entrySizes, leastScript, sizesOf } from './sizes.mjs';

const dist = new URL('../../dist/', import.meta.url);
const map = JSON.parse(readFileSync(new URL('provision-embed.js.map', dist), 'utf8')) as { sources: string[] };

const sizes = [...builtSizes(), ...(await entrySizes())];

it('sets a budget for the script, each chunk and each entry, and none for a removed file', () => {
  expect(sizes.map(({ name }) => name).sort()).toEqual(Object.keys(budgets).sort());
});

it('keeps the script, each chunk and each entry within its budget', () => {
  const over = sizes.filter(({ name, brotli }) => brotli > (budgets[name] ?? 0));
  expect(over.map(({ name, brotli }) => `${name}: ${brotli} of ${budgets[name]} bytes`)).toEqual([]);
});

it('contains the elements in the script, because a build without them would be small too', () => {
  expect(sizesOf('provision-embed.js').brotli).toBeGreaterThanOrEqual(leastScript);
  expect(map.sources).toContainEqual(expect.stringMatching(/src\/elements\/provision-card\/provision-card\.ts$/));
});

it('leaves the positioning of popovers to a lazy chunk', () => {
  expect(map.sources.filter((source) => source.includes('@floating-ui'))).toEqual([]);
});

it('ships Lit’s production build and its licence', () => {
  expect(map.sources.filter((source) => /\/lit[^/]*\/development\//.test(source))).toEqual([]);
  expect(readFileSync(new URL('LICENSES.txt', dist), 'utf8')).toMatch(/^## lit-html - .*BSD-3-Clause/m);
});
