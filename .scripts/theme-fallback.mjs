// @ts-check
/**
 * A preset's rule for browsers before `light-dark()`: its light colours. Such a browser drops every declaration that uses a token with a
 * `light-dark()` in it, and no CSS tells it whether the page is dark; light text on a light ground is what must not happen.
 * @param {string} css  of a preset: one rule of custom properties
 */
export function withFallback(css) {
  const [, selector = ''] = /^(\.[\w-]+) \{/m.exec(css) ?? [];
  const light = [...css.matchAll(/(--[\w-]+): light-dark\(([^,()]+), [^()]+\);/g)].map(
    ([, name, value]) => `    ${name}: ${value};\n`,
  );
  if (!selector || light.length !== (css.match(/light-dark\(/g) ?? []).length) {
    throw new Error('A preset is one rule, and its colours are light-dark(#…, #…)');
  }
  return `${css}\n@supports not (color: light-dark(#000, #000)) {\n  ${selector} {\n${light.join('')}  }\n}\n`;
}
