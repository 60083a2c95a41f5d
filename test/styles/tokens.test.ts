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

/** Comments name tokens too, and set none. */
function withoutComments({ cssText }: CSSResult): string {
  return cssText.replace(/\/\*.*?\*\//gs, '');
}

const cssOf = (tag: string) => sheetsOf(tag).map(withoutComments).join('\n');

/** The lazy chunks' too. */
const css = [...tags.map(cssOf), withoutComments(panelStyles), withoutComments(toolStyles)].join('\n');

const used = (text: string) => new Set([...text.matchAll(/var\(\s*(--[\w-]+)/g)].map(([, name]) => name!));
const declared = (text: string) => new Set([...text.matchAll(/[{;\s](--[\w-]+)\s*:/g)].map(([, name]) => name!));
const isPublic = (name: string) => name.startsWith('--provision-');
const isPrivate = (name: string) => name.startsWith('--_');

/** What `var(--x, …)` falls back to, with its brackets in pairs. */
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
  it('have only tokens that are public or private', () => {
    expect([...used(css), ...declared(css)].filter((name) => !isPublic(name) && !isPrivate(name))).toEqual([]);
  });

  it('never set a public token: it is the page’s', () => {
    expect([...declared(css)].filter(isPublic)).toEqual([]);
  });

  it('read each public token with a value of our own, the same wherever it is read', () => {
    for (const name of publicTokens) {
      // What opens over the page asks whether the page has set two of them: there, none is the answer.
      const values = [...css.matchAll(new RegExp(`(?<!color-mix\\(.*)var\\(\\s*${name}(?![\\w-])`, 'g'))].map(
        ({ index }) => fallbackAt(css, index),
      );
      expect(values.length, name).toBeGreaterThan(0);
      expect(values[0], name).toMatch(/\S/);
      expect(new Set(values).size, name).toBe(1);
    }
  });

  it('read a public token that several places share through one private token', () => {
    const [tokens, ...others] = sheetsOf('provision-card').map(({ cssText }) => cssText);
    const shared = publicTokens.filter((name) => others.join('\n').split(new RegExp(`${name}(?![\\w-])`)).length > 2);
    expect(shared).toEqual([]);
    expect(tokens).toContain('--_space: var(--provision-space');
  });

  it('set nothing on :host that a page’s reset would take away', () => {
    // The host itself: what stands inside it is out of the page's reach, whatever is asked of the host.
    const hosts = [...css.matchAll(/:host(?:\([^{\s]*\))?\s*\{([^}]*)\}/g)].map(([, body]) =>
      body!.trim().replace(/\s+/g, ' '),
    );
    expect(hosts.length).toBeGreaterThan(1);
    for (const body of hosts) expect(body).toMatch(/^display: (block|none);$/);
  });

  it('leave no private token unused', () => {
    const read = used(css);
    expect([...declared(css)].filter((name) => isPrivate(name) && !read.has(name))).toEqual([]);
  });

  it.each(tags)('of <%s> use no private token that it does not define', (tag) => {
    const text = cssOf(tag);
    const known = declared(text);
    expect([...used(text)].filter((name) => isPrivate(name) && !known.has(name))).toEqual([]);
  });

  it('measure in em and px, never in rem: a page may have made a rem 10 px', () => {
    expect(css).not.toMatch(/\d\s*rem\b/);
  });

  it('speak no text that a screen reader would read, but the name of what turns letters round', () => {
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

/** All that is computed for every piece of an element. */
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

describe('a public token', () => {
  it('is there for all that a newsroom restyles', () => {
    const wanted = 'surface text muted border accent radius space font label-font measure rule inset'.split(' ');
    expect(publicTokens).toEqual(expect.arrayContaining(wanted.map((name) => `--provision-${name}`).sort()));
  });

  it.each(severityLevels)('is there for the level %s: colour, tint, on-colour', (level) => {
    expect(publicTokens).toEqual(
      expect.arrayContaining(['', '-tint', '-on'].map((end) => `--provision-${level}${end}`)),
    );
  });

  it.each(publicTokens)('%s changes what is seen, and nothing once it is gone', async (name) => {
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

  it('--provision-accent is the colour of a link that is pointed at', async () => {
    document.body.style.setProperty('--provision-accent', 'rgb(1, 2, 3)');
    await show('provision-card', full);
    const link = page.getByRole('link', { name: 'Permanent link' });
    await link.hover();
    await expect.poll(() => getComputedStyle(link.element()).color).toBe('rgb(1, 2, 3)');
  });

  it('of surface and text reaches what opens over the page, where both are set', async () => {
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

  it('of one level leaves the others alone', async () => {
    const low = await show('provision-severity', record({ severity: { level: 'low' } }));
    const plain = look(low);
    document.body.style.setProperty('--provision-high', 'rgb(1, 2, 3)');
    expect(look(low)).toBe(plain);
  });

  it('of a level gives a tint and an on-colour that fit, and each can be set apart', async () => {
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

describe('a page’s own private token of the same name', () => {
  const ours = [...used(css)].filter(isPrivate).sort();

  async function reaches(name: string): Promise<boolean> {
    const looks = async () => [look(await show('provision-card', record())), look(await show('provision-card', full))];
    const plain = await looks();
    document.body.style.setProperty(name, 'rgb(1, 2, 3)');
    return String(await looks()) !== String(plain);
  }

  it.each(ours)('%s does not reach us', async (name) => {
    expect(await reaches(name)).toBe(false);
  });
});

describe('a page that resets everything', () => {
  it.each([
    '* { all: unset }',
    '* { all: initial }',
    '* { color: inherit; background: none; font: inherit; border: 0; letter-spacing: 1em }',
  ])('%s: leaves the card’s own look', async (reset) => {
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

  it('* { all: unset }: keeps the article’s font and colour where the page gives them to the article', async () => {
    document.body.insertAdjacentHTML(
      'beforeend',
      '<style>* { all: unset } body { color: rgb(1, 2, 3); font-family: monospace }</style>',
    );
    const card = await show('provision-card', full);
    const { color, fontFamily } = getComputedStyle(part(card, 'heading'));
    expect([color, fontFamily]).toEqual(['rgb(1, 2, 3)', 'monospace']);
  });
});
