/** axe in the looks that a reader may have a story in. addon-a11y itself checks every rule in the light look. */
import axe, { type RuleObject } from 'axe-core';
import { cdp } from 'vitest/browser';

interface Look {
  readonly scheme: 'light' | 'dark';
  readonly forced: 'active' | 'none';
  readonly direction: 'ltr' | 'rtl';
}

/** Dark and right to left are one look, because colours have no direction and places no colour. */
export const looks: Readonly<Record<string, Look>> = {
  light: { scheme: 'light', forced: 'none', direction: 'ltr' },
  'dark, right to left': { scheme: 'dark', forced: 'none', direction: 'rtl' },
  'forced colours': { scheme: 'dark', forced: 'active', direction: 'ltr' },
};

/** The rules about colours and places, which a look can change. Names, roles and their order are the same in all looks. */
const rulesOfLooks = ['color-contrast', 'link-in-text-block', 'scrollable-region-focusable', 'target-size'];

/** Returns each violation below an element: the look, the rule, and the place. */
export async function violationsInLooks(element: Element, rules: RuleObject = {}): Promise<string[]> {
  const found: string[] = [];
  layOutAll();
  const page = document.documentElement;
  const { dir, style } = page;
  const before = style.cssText;
  for (const [name, { scheme, forced, direction }] of Object.entries(looks)) {
    await emulate(scheme, forced);
    page.dir = direction;
    style.colorScheme = scheme;
    style.backgroundColor = scheme === 'dark' ? '#121212' : '#fff';
    style.color = scheme === 'dark' ? '#eee' : '#111';
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    const restore = forced === 'active' ? hideTextFillColor() : undefined;
    const runOnly = rulesOfLooks.filter((rule) => rules[rule]?.enabled !== false);
    const { violations } = await axe.run(element, { runOnly, resultTypes: ['violations'], preload: false });
    restore?.();
    for (const { id, nodes } of violations) {
      const places = nodes.slice(0, 5).map(({ target }) => target.flat().join(' » '));
      found.push(`${name}: ${id} at ${places.join(', ')}${nodes.length > 5 ? ` and ${nodes.length - 5} more` : ''}`);
    }
  }
  await emulate('light', 'none');
  page.dir = dir;
  style.cssText = before;
  return found;
}

function emulate(scheme: string, forced: string): Promise<unknown> {
  return cdp().send('Emulation.setEmulatedMedia', {
    features: [
      { name: 'prefers-color-scheme', value: scheme },
      { name: 'forced-colors', value: forced },
    ],
  });
}

/** An element that `content-visibility` skips has no place yet, so `target-size` could not measure it. */
function layOutAll(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('* { content-visibility: visible !important }');
  for (const { shadowRoot } of document.querySelectorAll('*')) shadowRoot?.adoptedStyleSheets.push(sheet);
}

/** axe reads this property before `color`, and Chromium reports its value without forced colours. It paints the forced one. */
function hideTextFillColor(): () => void {
  const prototype = CSSStyleDeclaration.prototype;
  // eslint-disable-next-line @typescript-eslint/unbound-method -- called with `this` below, and put back
  const { getPropertyValue } = prototype;
  prototype.getPropertyValue = function (name) {
    return name === '-webkit-text-fill-color' ? '' : getPropertyValue.call(this, name);
  };
  return () => {
    prototype.getPropertyValue = getPropertyValue;
  };
}
