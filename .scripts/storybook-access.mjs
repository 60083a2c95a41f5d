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
  dark: { scheme: 'dark', forced: 'none', direction: 'ltr' },
  'forced colours': { scheme: 'dark', forced: 'active', direction: 'ltr' },
  'right to left': { scheme: 'light', forced: 'none', direction: 'rtl' },
};

/** Of WCAG 2.2 what a machine can tell up to AA, and what the authors of axe hold to be good practice besides. */
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** How long a story may take to play, in milliseconds: a guard, and no measure. */
const patience = 60_000;

/**
 * Waits until the story on the page has played, and looks at it in every look, without loading it again.
 *
 * @param {import('playwright').Page} page  with one story, and nothing of Storybook's around it
 * @returns {Promise<string[]>}  each violation: the look, the rule, and where
 */
export async function violationsOfStory(page) {
  await page.waitForFunction(hasPlayed, undefined, { timeout: patience });
  const wished = await page.evaluate(wishesOfStory);
  if (wished.off) return [];
  await page.addScriptTag({ path: axe });
  await page.evaluate(layOutAll);
  /** @type {string[]} */
  const found = [];
  for (const [name, look] of Object.entries(looks)) {
    await page.emulateMedia({ colorScheme: look.scheme, forcedColors: look.forced });
    for (const line of await page.evaluate(check, { look, tags, rules: wished.rules })) found.push(`${name}: ${line}`);
  }
  return found;
}

// What follows runs in the page.

function hasPlayed() {
  const { currentRender } = Reflect.get(window, '__STORYBOOK_PREVIEW__') ?? {};
  return ['completed', 'finished', 'errored', 'aborted'].includes(currentRender?.phase);
}

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
 * @param {{ look: Look, tags: string[], rules: Record<string, { enabled: boolean }> }} wish
 * @returns {Promise<string[]>}
 */
async function check({ look, tags, rules }) {
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
  const { violations, passes } = await axe.run(story, {
    runOnly: { type: 'tag', values: tags },
    rules,
    resultTypes: ['violations', 'passes'],
  });
  const found = violations.map(
    ({ id, nodes }) =>
      `${id} at ${nodes
        .slice(0, 5)
        .map(({ target }) => target.flat().join(' » '))
        .join(', ')}${nodes.length > 5 ? ` and ${nodes.length - 5} more places` : ''}`,
  );
  // A target in a shadow root is a list; without one nothing of ours has been seen.
  const hasElements = [...story.querySelectorAll('*')].some((one) => one.shadowRoot?.querySelector('[part~="base"]'));
  const looked = [...passes, ...violations].some(({ nodes }) => nodes.some(({ target }) => Array.isArray(target[0])));
  return hasElements && !looked ? [...found, 'axe has not looked into a shadow root'] : found;
}
