/** Computes the contrast of everything that is rendered, for every preset and for none, in both colour schemes. */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import clausewatch from '../../demo/feeds/clausewatch.json';
import { severityLevels } from '../../src/provision/severity.js';
import { themes } from '../../src/themes/index.js';
import { contrastsOf, focusRing, tooLow, type Seen } from '../elements/support/contrasts.js';
import { clear, outcome, part, place, type Tag } from '../elements/support/page.js';

const files = import.meta.glob<string>('../../src/themes/*.css', { query: '?inline', import: 'default', eager: true });
const cssOf = (name: string) => files[`../../src/themes/${name}.css`] ?? '';
const sheets = import.meta.glob<string>('../../src/**/*.styles.ts', { query: '?raw', import: 'default', eager: true });

/** A preset with insufficient contrast. */
const control = `.provision-theme-control {
  --provision-surface: #fff;
  --provision-text: #8a8a8a;
  --provision-border: #ddd;
  --provision-high: #f5c9c9;
}`;

/** A record with all sections, and a row for each level. */
const item = clausewatch.items.find(({ id }) => id === 'CW-0007')!;
const record = {
  ...item,
  _provision: {
    ...item._provision,
    provenance: { ...item._provision.provenance, snapshot_url: undefined },
    comparisons: {
      total: severityLevels.length,
      items: severityLevels.map((level) => ({
        platform: { name: `Platform of ${level}` },
        severity: { level, label: `Word for ${level}` },
        excerpt: 'Nothing that was shared is removed.',
        language: 'en',
        url: `https://${level}.example/terms`,
        captured: '2026-05-10',
      })),
    },
  },
};

/** Waits for a part of an element. */
function there(element: Element, selector: string): Promise<HTMLElement> {
  return vi.waitFor(
    () => {
      const found = element.shadowRoot?.querySelector<HTMLElement>(selector);
      if (!found) throw new Error(`<${element.localName}> has no ${selector}`);
      return found;
    },
    { timeout: 20_000 },
  );
}

/** Renders elements with all sections open. */
async function scene(): Promise<Element[]> {
  const put = async <T extends Tag>(tag: T, attributes: Readonly<Record<string, unknown>> = {}, content = '') => {
    const element = place(tag, { provision: record, ...attributes }, content);
    expect(await outcome(element)).toBe('shown');
    return element;
  };
  const card = await put('provision-card', { layout: 'full' }, '<p slot="note">Ours.</p>');
  await there(card, '[part~=details]');
  for (const button of card.shadowRoot!.querySelectorAll<HTMLElement>('button.more')) button.click();
  part(card, 'badge-button').click();
  await keepOpen(card, 'popover');

  const comparison = await put('provision-comparison');
  await there(comparison, '[part~=distribution]');
  const showAll = [...comparison.shadowRoot!.querySelectorAll<HTMLElement>('button.more')].at(-1)!;
  showAll.click();
  for (let side = 0; side < 2; side++) (await there(comparison, '.compare[aria-pressed=false]')).click();
  await there(comparison, '[part~=side] + [part~=side]');

  const clause = await put('provision-clause');
  await clause.verify();
  await there(clause, '[part~=check]');

  const changes = document.createElement('provision-changes');
  changes.provision = record;
  document.body.append(changes);
  await there(changes, 'ins');

  const badges = severityLevels.map((level) => place('provision-severity', { level, label: 'Word' }));
  await Promise.all(badges.map(({ updateComplete }) => updateComplete));
  return [card, comparison, clause, changes, ...badges];
}

/** A second panel would close the first one, so that each panel is made to stay open for the measurement. */
async function keepOpen(element: Element, name: string): Promise<void> {
  await there(element, `[part~=${name}][data-open]`);
  const panel = part(element, name);
  new MutationObserver(() => {
    if (!panel.hasAttribute('data-open')) panel.setAttribute('data-open', '');
  }).observe(panel, { attributeFilter: ['data-open'] });
}

const style = document.createElement('style');
let elements: Element[] = [];

beforeAll(async () => {
  style.textContent = [...Object.values(files), control].join('\n');
  document.head.append(style);
  elements = await scene();
});
afterAll(() => {
  style.remove();
  document.body.removeAttribute('class');
  clear();
});

/** The page around the elements. */
function dress(theme: string, { colorScheme, background, color }: Readonly<Record<string, string>>): void {
  document.body.className = theme === '' ? '' : `provision-theme-${theme}`;
  Object.assign(document.body.style, { colorScheme, background, color });
}

/** Collects everything, with the focus ring of each kind of control and the active choice of a menu. */
async function seen(): Promise<Seen[]> {
  const [card] = elements;
  // A menu closes when it loses the focus. Opening it focuses its first choice.
  (await there(card!, 'button[aria-haspopup=menu]')).click();
  await there(card!, '[role=menu][data-open] [role=menuitem]:focus');
  const withMenu = contrastsOf(card!);
  const rings = elements.flatMap(({ shadowRoot }) =>
    ['a', 'button.tool', 'button.plain', 'input', 'select'].flatMap((selector) => {
      const found = [...shadowRoot!.querySelectorAll<HTMLElement>(selector)].find((one) => one.checkVisibility());
      return found ? [focusRing(found)] : [];
    }),
  );
  return [...withMenu, ...rings, ...elements.flatMap(contrastsOf)];
}

const schemes = [
  { colorScheme: 'light', background: '#fff', color: '#1a1a1a' },
  { colorScheme: 'dark', background: '#121212', color: '#eee' },
] as const;

describe.each(themes)('the preset $name', ({ name, className }) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(cssOf(name));
  const [rule] = sheet.cssRules as unknown as CSSStyleRule[];
  const set = [...(rule?.style ?? [])];

  it('is one rule of public tokens, and loads nothing', () => {
    expect(sheet.cssRules).toHaveLength(1);
    expect(rule?.selectorText).toBe(`.${className}`);
    const tokens = new Set(Object.values(sheets).flatMap((text) => text.match(/--provision-[a-z-]+/g) ?? []));
    expect(set.filter((token) => !tokens.has(token))).toEqual([]);
    expect(cssOf(name)).not.toMatch(/url\(|@import|@font-face/);
  });

  it('sets every colour in both schemes, and every token for the shape of an element', () => {
    for (const token of ['surface', 'text', 'muted', 'border', 'accent', 'shade']) {
      expect(rule?.style.getPropertyValue(`--provision-${token}`), token).toMatch(/^\s*light-dark\(/);
    }
    const others = ['font', 'heading-font', 'label-font', 'radius', 'space', 'rule', 'inset', 'measure'];
    expect(set).toEqual(expect.arrayContaining(others.map((token) => `--provision-${token}`)));
  });

  it.each(schemes)('has text with 4.5:1 and lines, shapes and focus with 3:1, $colorScheme', async (look) => {
    dress(name, look);
    const all = await seen();
    expect(all.filter(({ kind }) => kind === 'text').length).toBeGreaterThan(150);
    expect(all.filter(({ kind }) => kind === 'line').length).toBeGreaterThan(50);
    expect(all.filter(({ kind }) => kind === 'shape').length).toBeGreaterThan(30);
    expect(tooLow(all)).toEqual([]);
  });
});

it('every preset differs from the others', () => {
  const looks = themes.map(({ name }) => {
    dress(name, schemes[0]);
    const { backgroundColor, color, fontFamily } = getComputedStyle(part(elements[0]!, 'base'));
    return [backgroundColor, color, fontFamily].join();
  });
  expect(new Set(looks).size).toBe(themes.length);
});

describe('without a token', () => {
  it.each([
    ['white', { colorScheme: 'light', background: '#fff', color: '#1a1a1a' }],
    ['cream', { colorScheme: 'light', background: '#fbf6e9', color: '#222' }],
    ['grey', { colorScheme: 'light', background: '#e5e5e5', color: '#111' }],
    ['dark grey', { colorScheme: 'dark', background: '#1b1b1f', color: '#ddd' }],
    ['black', { colorScheme: 'dark', background: '#000', color: '#eee' }],
  ])('has text with 4.5:1 and lines, shapes and focus with 3:1 on %s', async (_, look) => {
    dress('', look);
    expect(tooLow(await seen())).toEqual([]);
  });
});

describe('the measurement', () => {
  it('detects a preset whose text, lines and shapes are too pale', async () => {
    dress('control', schemes[0]);
    const low = tooLow(await seen());
    for (const fault of [/^text .*provision-card p\./, /^line .*\.tool/, /^shape /, /^line .*border/]) {
      expect(low.filter((line) => fault.test(line)).length, String(fault)).toBeGreaterThan(0);
    }
  });
});
