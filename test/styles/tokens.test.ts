import type { CSSResult } from 'lit';
import { afterEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { panelStyles } from '../../src/elements/provision-severity/panel.styles.js';
import { toolStyles } from '../../src/elements/toolbar/record-tools.styles.js';
import { severityLevels } from '../../src/provision/severity.js';
import { painted } from '../elements/support/colours.js';
import { clear, part, show, tags } from '../elements/support/page.js';
import { full, record } from '../elements/support/records.js';

afterEach(clear);

const sheetsOf = (tag: string) =>
  (customElements.get(tag) as unknown as { readonly elementStyles: readonly CSSResult[] }).elementStyles;

/** Removes comments, which name tokens without setting them. */
function withoutComments({ cssText }: CSSResult): string {
  return cssText.replace(/\/\*.*?\*\//gs, '');
}

const cssOf = (tag: string) => sheetsOf(tag).map(withoutComments).join('\n');

/** Including those of lazy chunks. */
const css = [...tags.map(cssOf), withoutComments(panelStyles), withoutComments(toolStyles)].join('\n');

const used = (text: string) => new Set([...text.matchAll(/var\(\s*(--[\w-]+)/g)].map(([, name]) => name!));
const declared = (text: string) => new Set([...text.matchAll(/[{;\s](--[\w-]+)\s*:/g)].map(([, name]) => name!));
const isPublic = (name: string) => name.startsWith('--provision-');
const isPrivate = (name: string) => name.startsWith('--_');

/** The fallback in `var(--x, …)`, with balanced brackets. */
function fallbackAt(text: string, start: number): string {
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    if (text[at] === '(') depth++;
    if (text[at] === ')' && --depth === 0)
      return text
        .slice(text.indexOf(',', start) + 1, at)
        .replace(/\s+/g, ' ')
        .trim();
  }
  return '';
}

const publicTokens = [...used(css)].filter(isPublic).sort();

describe('the style sheets', () => {
  it('have only public and private tokens', () => {
    expect([...used(css), ...declared(css)].filter((name) => !isPublic(name) && !isPrivate(name))).toEqual([]);
  });

  it('never set a public token, because it belongs to the page', () => {
    expect([...declared(css)].filter(isPublic)).toEqual([]);
  });

  it('use each public token with a default, which is the same everywhere', () => {
    for (const name of publicTokens) {
      // Popovers test whether the page has set two of them, with no default.
      const values = [...css.matchAll(new RegExp(`(?<!color-mix\\(.*)var\\(\\s*${name}(?![\\w-])`, 'g'))].map(
        ({ index }) => fallbackAt(css, index),
      );
      expect(values.length, name).toBeGreaterThan(0);
      expect(values[0], name).toMatch(/\S/);
      expect(new Set(values).size, name).toBe(1);
    }
  });

  it('read a public token that several rules share through one private token', () => {
    const [tokens, ...others] = sheetsOf('provision-card').map(({ cssText }) => cssText);
    const shared = publicTokens.filter((name) => others.join('\n').split(new RegExp(`${name}(?![\\w-])`)).length > 2);
    expect(shared).toEqual([]);
    expect(tokens).toContain('--_space: var(--provision-space');
  });

  it('set nothing on :host that a page’s reset would override', () => {
    // The host itself; the page's selectors do not reach the elements inside it.
    const hosts = [...css.matchAll(/:host(?:\([^{\s]*\))?\s*\{([^}]*)\}/g)].map(([, body]) =>
      body!.trim().replace(/\s+/g, ' '),
    );
    expect(hosts.length).toBeGreaterThan(1);
    for (const body of hosts) expect(body).toMatch(/^display: (block|none);$/);
  });

  it('have no unused private token', () => {
    const read = used(css);
    expect([...declared(css)].filter((name) => isPrivate(name) && !read.has(name))).toEqual([]);
  });

  it.each(tags)('of <%s> use no private token without a definition', (tag) => {
    const text = cssOf(tag);
    const known = declared(text);
    expect([...used(text)].filter((name) => isPrivate(name) && !known.has(name))).toEqual([]);
  });

  it('use em and px, never rem, because a page may have set a rem to 10 px', () => {
    expect(css).not.toMatch(/\d\s*rem\b/);
  });

  it('generate no text for screen readers, except the name of bidirectional control characters', () => {
    for (const [, content] of css
      .replace(/content: (open|close)-quote;\s*(?=content: \1-quote \/)/g, '')
      .matchAll(/(?<![\w-])content:\s*([^;]*);/g)) {
      if (content === "''" || content!.includes('attr(href)') || /^'U\+202[DE]'$/.test(content!)) continue;
      expect(content).toMatch(/\/\s*''$/);
    }
  });

  it('follow the page’s color-scheme, not the operating system’s', () => {
    expect(css).not.toContain('prefers-color-scheme');
  });
});

/** The computed styles of every part of an element. */
function look(element: Element): string {
  return [...element.shadowRoot!.querySelectorAll('*')]
    .map((piece) => {
      const style = getComputedStyle(piece);
      const before = getComputedStyle(piece, '::before');
      return [
        style.color,
        style.backgroundColor,
        style.borderTopColor,
        style.borderTopWidth,
        style.borderRadius,
        style.fontFamily,
        style.maxInlineSize,
        style.padding,
        style.textDecorationColor,
        style.marginBlock,
        before.backgroundColor,
      ].join();
    })
    .join('\n');
}

const values: Readonly<Record<string, string>> = {
  radius: '9px',
  space: '3em',
  font: 'monospace',
  'heading-font': 'monospace',
  'label-font': 'monospace',
  measure: '123px',
  inset: '11px',
  rule: '7px',
};

const severityToken = (name: string) =>
  severityLevels.find((level) => new RegExp(`^--provision-${level}(-tint|-on)?$`).test(name));

describe('public tokens', () => {
  it('exist for everything that a newsroom restyles', () => {
    const wanted = 'surface text muted border accent radius space font label-font measure rule inset'.split(' ');
    expect(publicTokens).toEqual(expect.arrayContaining(wanted.map((name) => `--provision-${name}`).sort()));
  });

  it.each(severityLevels)('exist for the level %s: colour, tint, on-colour', (level) => {
    expect(publicTokens).toEqual(
      expect.arrayContaining(['', '-tint', '-on'].map((end) => `--provision-${level}${end}`)),
    );
  });

  it.each(publicTokens)('%s changes the rendering, and nothing after it is removed', async (name) => {
    const level = severityToken(name) ?? 'high';
    const provision = {
      ...full,
      _provision: { ...(full['_provision'] as object), severity: { level, label: 'Word', text: 'Why.' } },
    };
    const card = await show('provision-card', provision);
    if (name.startsWith('--provision-popover')) {
      part(card, 'badge-button').click();
      await expect.element(page.getByRole('group', { name: 'Severity' })).toBeVisible();
    }
    const plain = look(card);
    document.body.style.setProperty(name, values[name.replace('--provision-', '')] ?? 'rgb(1, 2, 3)');
    expect(look(card)).not.toBe(plain);
    document.body.style.removeProperty(name);
    expect(look(card)).toBe(plain);
  });

  it('--provision-accent colours a hovered link', async () => {
    document.body.style.setProperty('--provision-accent', 'rgb(1, 2, 3)');
    await show('provision-card', full);
    const link = page.getByRole('link', { name: 'Permanent link' });
    await link.hover();
    await expect.poll(() => getComputedStyle(link.element()).color).toBe('rgb(1, 2, 3)');
  });

  it('for surface and text apply to popovers where both are set', async () => {
    const card = await show('provision-card', full);
    part(card, 'badge-button').click();
    await expect.element(page.getByRole('group', { name: 'Severity' })).toBeVisible();
    const panel = getComputedStyle(part(card, 'popover'));
    const own = [panel.backgroundColor, panel.color, panel.borderTopColor];
    for (const name of ['--provision-surface', '--provision-text']) {
      document.body.style.setProperty(name, 'rgb(1, 2, 3)');
      expect([panel.backgroundColor, panel.color, panel.borderTopColor], name).toEqual(own);
      document.body.style.removeProperty(name);
    }
    document.body.style.setProperty('--provision-surface', 'rgb(0, 0, 255)');
    document.body.style.setProperty('--provision-text', 'rgb(255, 255, 255)');
    expect([panel.backgroundColor, panel.color, panel.borderTopColor].map((colour) => painted(colour))).toEqual([
      [0, 0, 255],
      [255, 255, 255],
      [255, 255, 255],
    ]);
    document.body.style.setProperty('--provision-popover-surface', 'rgb(0, 128, 0)');
    expect(panel.backgroundColor).toBe('rgb(0, 128, 0)');
  });

  it('for one level leave the others unchanged', async () => {
    const low = await show('provision-severity', record({ severity: { level: 'low' } }));
    const plain = look(low);
    document.body.style.setProperty('--provision-high', 'rgb(1, 2, 3)');
    expect(look(low)).toBe(plain);
  });

  it('for a level derive a matching tint and on-colour, which can be set separately', async () => {
    const high = await show('provision-severity', record({ severity: { level: 'high' } }));
    const badge = part(high, 'badge');
    const { backgroundColor, color } = getComputedStyle(badge);
    document.body.style.setProperty('--provision-high', 'rgb(0, 0, 255)');
    expect(getComputedStyle(badge).backgroundColor).not.toBe(backgroundColor);
    expect(getComputedStyle(badge).color).not.toBe(color);
    document.body.style.setProperty('--provision-high-on', 'rgb(1, 2, 3)');
    expect(getComputedStyle(badge).color).toBe('rgb(1, 2, 3)');
  });
});

describe('a page’s private token with the same name', () => {
  const ours = [...used(css)].filter(isPrivate).sort();

  async function reaches(name: string): Promise<boolean> {
    const looks = async () => [look(await show('provision-card', record())), look(await show('provision-card', full))];
    const plain = await looks();
    document.body.style.setProperty(name, 'rgb(1, 2, 3)');
    return String(await looks()) !== String(plain);
  }

  it.each(ours)('%s has no effect on the elements', async (name) => {
    expect(await reaches(name)).toBe(false);
  });
});

describe('a page with a reset', () => {
  it.each([
    '* { all: unset }',
    '* { all: initial }',
    '* { color: inherit; background: none; font: inherit; border: 0; letter-spacing: 1em }',
  ])('%s keeps the card’s own styles', async (reset) => {
    const card = await show('provision-card', full);
    const pieces = () =>
      ['heading', 'clause', 'badge'].map((name) => {
        const { display, fontWeight, letterSpacing, paddingInlineStart } = getComputedStyle(part(card, name));
        return [display, fontWeight, letterSpacing, paddingInlineStart];
      });
    const plain = pieces();
    document.body.insertAdjacentHTML('beforeend', `<style>${reset}</style>`);
    expect(pieces()).toEqual(plain);
  });

  it('* { all: unset } keeps the article’s font and colour where the page sets them on the article', async () => {
    document.body.insertAdjacentHTML(
      'beforeend',
      '<style>* { all: unset } body { color: rgb(1, 2, 3); font-family: monospace }</style>',
    );
    const card = await show('provision-card', full);
    const { color, fontFamily } = getComputedStyle(part(card, 'heading'));
    expect([color, fontFamily]).toEqual(['rgb(1, 2, 3)', 'monospace']);
  });
});
