/** The theme gallery: presets side by side, and a theme to edit live. Colours are set through the CSSOM only. */
import { contrast, pairs } from './colour.js';
import { element, fieldsFor, fill, read } from './controls.js';
import { levels } from './tokens.js';
import { propertiesOf, queryOf, styleSheet, valuesOf, withQuery } from './values.js';

const $ = (id) => document.getElementById(id);
const source = `${location.origin}/feeds/r/CW-0007.json`;
const schemes = ['light', 'dark'];

function card(attributes) {
  const made = document.createElement('provision-card');
  for (const [name, value] of Object.entries({ src: source, ...attributes })) made.setAttribute(name, value);
  return made;
}

/** On phones the twelve cards use a shorter layout, because they are stacked. */
const shownOfPresets = matchMedia('(max-width: 40em)').matches
  ? { layout: 'compact', 'heading-level': '4' }
  : { sections: 'summary clause', 'heading-level': '4' };

function preset({ name, title, className, description }) {
  const panes = schemes.map((scheme) =>
    element('div', { className: `pane ${scheme} ${className}` }, card(shownOfPresets)),
  );
  return element(
    'section',
    { className: 'preset' },
    element('h3', { id: name }, title),
    element('p', {}, description, ' ', element('a', { href: `/themes?theme=${name}#own` }, `Change ${title}`)),
    element('div', { className: 'panes' }, ...panes),
  );
}

/** Returns the badge of an element once it is rendered. */
async function rendered(element) {
  for (;;) {
    const badge = element.shadowRoot?.querySelector('[part~="badge"]');
    if (badge) return badge;
    await new Promise(requestAnimationFrame);
  }
}

/** Reads the default colours of each level in both schemes from a rendered badge. */
async function shownLevels() {
  await customElements.whenDefined('provision-severity');
  const shown = new Map(levels.map(([name]) => [name, []]));
  for (const scheme of schemes) {
    const pane = element('div', { className: `pane ${scheme}` });
    document.body.append(pane);
    for (const [name] of levels) {
      const badge = document.createElement('provision-severity');
      badge.setAttribute('level', name);
      pane.append(badge);
      shown.get(name).push(getComputedStyle(await rendered(badge)).borderTopColor);
    }
    pane.remove();
  }
  return (name) => shown.get(name);
}

function showContrast(values) {
  const rows = pairs(levels).map(([front, back, label, needed]) => {
    const ratios = schemes.map((_, index) => contrast(values[front][index], values[back][index]));
    return { label, needed, ratios, low: ratios.some((ratio) => ratio < needed) };
  });
  $('contrast').replaceChildren(
    ...rows.map(({ label, needed, ratios, low }) => {
      // Round down, because 4.46 does not reach 4.5.
      const [light, dark] = ratios.map((ratio) => (Math.floor(ratio * 10) / 10).toFixed(1));
      const words = `${label}: light ${light}, dark ${dark}`;
      return element('li', { className: low ? 'low' : '' }, low ? `${words} – too low, needs ${needed}:1` : words);
    }),
  );
  const low = rows.filter((row) => row.low).map(({ label }) => label);
  const verdict = low.length
    ? `${low.length} of ${rows.length} too low: ${low.join('; ')}.`
    : `All ${rows.length} have enough contrast, in both schemes.`;
  // Announce changes of the verdict only, not every step of a slider.
  if ($('verdict').textContent !== verdict) $('verdict').textContent = verdict;
}

async function start() {
  const themes = await (await fetch('/dist/themes/index.json')).json();
  $('presets').replaceChildren(...themes.map(preset));
  const shown = await shownLevels();
  const form = $('tokens');
  form.replaceChildren(...fieldsFor(themes));
  const panes = [...$('live').children];
  for (const pane of panes) pane.append(card({}));

  const find = (name) => themes.find((theme) => theme.name === name) ?? themes[0];
  const query = new URLSearchParams(location.search);
  let theme = find(query.get('theme'));
  let initial = valuesOf(theme.className, shown);
  let values = withQuery(initial, query);

  const show = () => {
    fill(form, values);
    const properties = propertiesOf(values, initial, theme.className);
    for (const pane of panes) {
      for (const name of [...pane.style]) pane.style.removeProperty(name);
      for (const [name, value] of properties) pane.style.setProperty(name, value);
    }
    $('css').value = styleSheet(properties);
    $('copied').textContent = '';
    showContrast(values);
  };
  form.elements.theme.value = theme.name;
  form.addEventListener('input', ({ target }) => {
    if (target.name === 'theme') {
      theme = find(target.value);
      initial = valuesOf(theme.className, shown);
      values = initial;
    } else values = read(form, values);
    show();
    history.replaceState(null, '', `?${queryOf(theme.name, values, initial)}${location.hash}`);
  });
  form.addEventListener('submit', (event) => event.preventDefault());
  $('copy').addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText($('css').value);
      $('copied').textContent = 'Copied.';
    } catch {
      // Without permission or https, select the text for manual copying.
      $('css').select();
      $('copied').textContent = 'Selected: copy it with the keyboard.';
    }
  });
  show();
  $('own').hidden = false;
  if (location.hash === '#own') $('own').scrollIntoView();
}

await start();
