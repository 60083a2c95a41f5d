/** A theme as values: the preset, the changes, and their form in the URL and in CSS. */
import { asHex } from './colour.js';
import { colours, fonts, lengths, levels, stacks } from './tokens.js';

const property = (name) => `--provision-${name}`;

/** Returns a preset’s declarations by token from its style sheet in the page. */
export function presetRule(className) {
  for (const sheet of document.styleSheets) {
    for (const rule of sheet.cssRules) {
      if (rule.selectorText === `.${className}`)
        return (name) => rule.style.getPropertyValue(property(name)).replace(/\s+/g, ' ').trim();
    }
  }
  return () => '';
}

/** Returns the initial values. `shownColour(level)` returns the light and dark colour of a level that the preset does not set. */
export function valuesOf(className, shownColour) {
  const rule = presetRule(className);
  const values = {};
  for (const [name] of colours) values[name] = bothOf(rule(name));
  for (const [name] of levels) values[name] = rule(name) ? bothOf(rule(name)) : shownColour(name).map(asHex);
  for (const [name] of lengths) values[name] = Number.parseFloat(rule(name)) || 0;
  for (const [name] of fonts) values[name] = '';
  return values;
}

function bothOf(value) {
  const [, light = value, dark = value] = /^light-dark\((#\w+), (#\w+)\)$/.exec(value) ?? [];
  return [asHex(light), asHex(dark)];
}

/** Returns the CSS for a value; undefined when it equals the preset’s. */
function cssOf(name, value, unit) {
  if (Array.isArray(value)) return value[0] === value[1] ? value[0] : `light-dark(${value.join(', ')})`;
  if (typeof value === 'number') return value === 0 ? '0' : `${value}${unit}`;
  return stacks[value]?.[1];
}

/** Returns every property of the theme with its value. */
export function propertiesOf(values, start, className) {
  const rule = presetRule(className);
  const all = [...colours, ...lengths, ...fonts, ...levels].map(([name, , unit]) => {
    const changed = String(values[name]) !== String(start[name]);
    return [name, changed ? cssOf(name, values[name], unit) : rule(name) || undefined];
  });
  // A preset’s tint and text of a level fit only its own colour, so reset them.
  for (const [name] of levels) {
    for (const end of ['tint', 'on']) {
      const value = rule(`${name}-${end}`);
      if (value && String(values[name]) === String(start[name])) all.push([`${name}-${end}`, value]);
    }
  }
  return all.filter(([, value]) => value !== undefined).map(([name, value]) => [property(name), value]);
}

export function styleSheet(properties) {
  return `:root {\n${properties.map(([name, value]) => `  ${name}: ${value};\n`).join('')}}\n`;
}

/** Writes the changes for the URL: `accent=7d1a22-eea59a&radius=4&font=didone`. */
export function queryOf(theme, values, start) {
  const query = new URLSearchParams({ theme });
  for (const [name, value] of Object.entries(values)) {
    if (String(value) === String(start[name])) continue;
    query.set(name, Array.isArray(value) ? value.map((colour) => colour.slice(1)).join('-') : String(value));
  }
  return query;
}

/** Applies a URL’s values to those of the preset. Invalid values are ignored. */
export function withQuery(start, query) {
  const values = { ...start };
  for (const [name] of [...colours, ...levels]) {
    const given = /^([\da-f]{6})-([\da-f]{6})$/i.exec(query.get(name) ?? '');
    if (given) values[name] = given.slice(1).map((colour) => `#${colour.toLowerCase()}`);
  }
  for (const [name, , , least, most] of lengths) {
    const given = Number(query.get(name) ?? Number.NaN);
    if (given >= least && given <= most) values[name] = given;
  }
  for (const [name] of fonts) if (Object.hasOwn(stacks, query.get(name) ?? '')) values[name] = query.get(name);
  return values;
}
