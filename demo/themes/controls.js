/** The form fields of the gallery, generated from the list of tokens. */
import { colours, fonts, lengths, levels, stacks } from './tokens.js';

export function element(tag, properties = {}, ...children) {
  const node = Object.assign(document.createElement(tag), properties);
  node.append(...children);
  return node;
}

function colourField([name, label]) {
  const field = (scheme) =>
    element('label', {}, scheme, element('input', { type: 'color', name: `${name} ${scheme.toLowerCase()}` }));
  return element('fieldset', { className: 'colour' }, element('legend', {}, label), field('Light'), field('Dark'));
}

function lengthField([name, label, unit, min, max, step]) {
  const input = element('input', { type: 'range', name, min, max, step, id: `token-${name}` });
  const output = element('output', { htmlFor: `token-${name}` });
  input.dataset.unit = unit;
  return element('div', { className: 'field' }, element('label', { htmlFor: input.id }, `${label}: `, output), input);
}

function fontField([name, label]) {
  const options = Object.entries(stacks).map(([value, [words]]) => element('option', { value }, words));
  return element(
    'div',
    { className: 'field' },
    element('label', { htmlFor: `token-${name}` }, label),
    element('select', { name, id: `token-${name}` }, element('option', { value: '' }, 'As in the preset'), ...options),
  );
}

export function fieldsFor(themes) {
  const presets = themes.map(({ name, title }) => element('option', { value: name }, title));
  return [
    element(
      'div',
      { className: 'field' },
      element('label', { htmlFor: 'theme' }, 'Start from'),
      element('select', { name: 'theme', id: 'theme' }, ...presets),
    ),
    ...colours.map(colourField),
    element('details', {}, element('summary', {}, 'Colours of the levels'), ...levels.map(colourField)),
    ...lengths.map(lengthField),
    ...fonts.map(fontField),
  ];
}

/** Shows values in the fields. */
export function fill(form, values) {
  for (const field of form.elements) {
    const [name, scheme] = field.name?.split(' ') ?? [];
    if (!(name in values)) continue;
    field.value = scheme ? values[name][scheme === 'light' ? 0 : 1] : values[name];
    if (field.type === 'range')
      field.parentElement.querySelector('output').value = `${field.value}${field.dataset.unit}`;
  }
}

/** Reads the values from the fields. */
export function read(form, values) {
  const found = { ...values };
  for (const field of form.elements) {
    const [name, scheme] = field.name?.split(' ') ?? [];
    if (!(name in values)) continue;
    if (scheme === 'light') found[name] = [field.value, found[name][1]];
    else if (scheme === 'dark') found[name] = [found[name][0], field.value];
    else found[name] = field.type === 'range' ? Number(field.value) : field.value;
  }
  return found;
}
