// @ts-check
/**
 * What axe-core has to say of a story, in every look that a reader may have it in. A story that shows something wrong on
 * purpose says so where Storybook's own check looks too: `parameters: { a11y: { test: 'off' } }`, or for one rule
 * `parameters: { a11y: { options: { rules: { 'rule-id': { enabled: false } } } } }`.
 */
import { createRequire } from 'node:module';

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/**
 * @typedef {object} Look
 * @property {'light' | 'dark'} scheme
 * @property {'active' | 'none'} forced
 * @property {'ltr' | 'rtl'} direction
 */

/** @type {Record<string, Look>} */
export const looks = {
  light: { scheme: 'light', forced: 'none', direction: 'ltr' },
  // Colours have no direction, and places no colour.
  'dark, right to left': { scheme: 'dark', forced: 'none', direction: 'rtl' },
  'forced colours': { scheme: 'dark', forced: 'active', direction: 'ltr' },
};

/** Of WCAG 2.2 what a machine can tell up to AA, and what the authors of axe hold to be good practice besides. */
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What a look can change: colours and places. Names, roles and their order are the same in all of them, and asked for once. */
const rulesOfLooks = ['color-contrast', 'link-in-text-block', 'scrollable-region-focusable', 'target-size'];

/**
 * Looks at a story in every look, without loading or rendering it again.
 *
 * @param {import('playwright').Page} page  with one story that has played, and nothing of Storybook's around it
 * @returns {Promise<string[]>}  each violation: the look, the rule, and where
 */
export async function violationsOfStory(page) {
  const wished = await page.evaluate(wishesOfStory);
  if (wished.off) return [];
  if (!(await page.evaluate(() => 'axe' in window))) await page.addScriptTag({ path: axe });
  await page.evaluate(layOutAll);
  /** @type {string[]} */
  const found = [];
  const off = Object.keys(wished.rules).filter((rule) => wished.rules[rule]?.enabled === false);
  for (const [name, look] of Object.entries(looks)) {
    await page.emulateMedia({ colorScheme: look.scheme, forcedColors: look.forced });
    /** @type {import('axe-core').RunOnly} */
    const runOnly =
      name === 'light'
        ? { type: 'tag', values: tags }
        : { type: 'rule', values: rulesOfLooks.filter((rule) => !off.includes(rule)) };
    const wish = { look, runOnly, rules: name === 'light' ? wished.rules : {} };
    for (const line of await page.evaluate(check, wish)) found.push(`${name}: ${line}`);
  }
  // The next story plays in this page, too: it shall not find the last look's colours.
  await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none' });
  return found;
}

/**
 * Spoils the story on the page as a careless change would, in the shadow root of its first element, for a check of the
 * check: grey on grey, and a button without a name.
 *
 * @param {import('playwright').Page} page
 */
export async function spoil(page) {
  await page.evaluate(() => {
    const element = [...document.querySelectorAll('#storybook-root *')].find(({ shadowRoot }) => shadowRoot);
    const base = element?.shadowRoot?.querySelector('[part~="base"]');
    const spoilt = document.createElement('p');
    spoilt.textContent = 'Grey on grey';
    Object.assign(spoilt.style, { color: '#777', backgroundColor: '#666', forcedColorAdjust: 'none' });
    base?.append(spoilt, document.createElement('button'));
    console.error('Spoilt');
  });
}

// What follows runs in the page.

/** @returns {{ off: boolean, rules: Record<string, { enabled: boolean }> }} */
function wishesOfStory() {
  const { a11y } = Reflect.get(window, '__STORYBOOK_PREVIEW__').currentRender.story?.parameters ?? {};
  return { off: a11y?.test === 'off' || a11y?.disable === true, rules: a11y?.options?.rules ?? {} };
}

/** What `content-visibility` has left out has no place yet, so that none of its targets could be said to be too near. */
function layOutAll() {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('* { content-visibility: visible !important }');
  for (const { shadowRoot } of document.querySelectorAll('*')) shadowRoot?.adoptedStyleSheets.push(sheet);
}

/**
 * @param {{ look: Look, runOnly: import('axe-core').RunOnly, rules: Record<string, { enabled: boolean }> }} wish
 * @returns {Promise<string[]>}
 */
async function check({ look, runOnly, rules }) {
  const page = document.documentElement;
  page.dir = look.direction;
  // As the stories' own decorator has it: a page in the reader's scheme.
  page.style.colorScheme = look.scheme;
  page.style.backgroundColor = look.scheme === 'dark' ? '#121212' : '#fff';
  page.style.color = look.scheme === 'dark' ? '#eee' : '#111';
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  /** @type {typeof import('axe-core')} */
  const axe = Reflect.get(window, 'axe');
  // A node, not a selector: what is in shadow roots below it is looked at, and rules for whole pages are not asked.
  const story = document.getElementById('storybook-root') ?? page;
  // axe asks for this colour before it asks for `color`, and Chromium says what it would be without forced colours. It paints the forced one.
  const { getPropertyValue } = CSSStyleDeclaration.prototype;
  if (look.forced === 'active') {
    CSSStyleDeclaration.prototype.getPropertyValue = function (/** @type {string} */ name) {
      return name === '-webkit-text-fill-color' ? '' : getPropertyValue.call(this, name);
    };
  }
  const { violations } = await axe.run(story, { runOnly, rules, resultTypes: ['violations'], preload: false });
  CSSStyleDeclaration.prototype.getPropertyValue = getPropertyValue;
  return violations.map(
    ({ id, nodes }) =>
      `${id} at ${nodes
        .slice(0, 5)
        .map(({ target }) => target.flat().join(' » '))
        .join(', ')}${nodes.length > 5 ? ` and ${nodes.length - 5} more places` : ''}`,
  );
}
