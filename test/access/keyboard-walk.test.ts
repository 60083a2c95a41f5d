/** Tab moves from the first control of every element to its last and back, in reading order, with a visible focus. */
import { describe, expect, it } from 'vitest';
import { focused, hidden } from './support/focus.js';
import { openInState, states } from './support/states.js';
import type { Article } from './support/article.js';

const most = 400;

interface Walk {
  readonly stops: string[];
  readonly wrong: string[];
}

/** Presses Tab from one link of the article to the other, through everything between them. */
async function walk({ page }: Article, from: string, to: string, key: string): Promise<Walk> {
  await page.getByRole('link', { name: from, exact: true }).focus();
  const stops: string[] = [];
  const wrong: string[] = [];
  for (let count = 0; count < most; count++) {
    await page.keyboard.press(key);
    const at = await focused(page);
    // The explanation is loaded now, and its content is the next stop.
    if (at.startsWith('button Severity: ')) await page.getByRole('group', { name: 'Severity' }).first().waitFor();
    if (at === `link ${to}`) return { stops, wrong };
    stops.push(at);
    wrong.push(...(await hidden(page)).map((what) => `${at}: ${what}`));
  }
  throw new Error(`The walk does not end: ${stops.slice(-5).join(', ')}`);
}

/** A menu closes when the focus leaves it, and arrow keys move inside it, so menus are left out. */
const walked = states.filter(({ name }) => !name.startsWith('menu'));

describe.each(walked)('the element in the state $name', (state) => {
  it('receives the focus in the order of its file, and back', async () => {
    const article = await openInState(state, { viewport: { width: 700, height: 500 } });
    const there = await walk(article, 'Before', 'After', 'Tab');
    await expect(article.named(`${there.stops.join('\n')}\n`)).toMatchFileSnapshot(`heard/${state.name}.tab.txt`);
    expect(there.wrong).toEqual([]);
    const back = await walk(article, 'After', 'Before', 'Shift+Tab');
    expect(back.wrong).toEqual([]);
    // The content of a popover is a stop only on the way there: on the way back the popover opens at its button, which
    // comes before its content.
    const main = (stops: readonly string[]) => stops.filter((stop) => stop !== 'link How the ratings are made');
    expect(main(back.stops).reverse()).toEqual(main(there.stops));
  });
});

it.each([
  ['dark', 'none'],
  ['light', 'active'],
  ['dark', 'active'],
] as const)('shows a visible focus in %s with forced colours %s', async (colorScheme, forcedColors) => {
  for (const name of ['card-full', 'comparison-side-by-side']) {
    const article = await openInState(
      states.find((one) => one.name === name)!,
      { colorScheme, forcedColors },
    );
    await article.page.addStyleTag({
      content: `:root { color-scheme: ${colorScheme} } body { ${colorScheme === 'dark' ? 'background: #121212; color: #eee' : ''} }`,
    });
    expect((await walk(article, 'Before', 'After', 'Tab')).wrong, name).toEqual([]);
  }
});

describe('the probe itself', () => {
  it('detects a focus that is not visible', async () => {
    const { page } = await openInState(states[0]!);
    // The focus ring is drawn only if the last input came from the keyboard.
    await page.keyboard.press('Tab');
    await page.getByRole('button', { name: 'Severity: Medium' }).focus();
    expect(await hidden(page)).toEqual([]);
    await page.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync('button:focus-visible { outline-color: #ddd !important }');
      document.querySelector('provision-card')!.shadowRoot!.adoptedStyleSheets.push(sheet);
    });
    expect(await hidden(page)).toEqual([expect.stringMatching(/^contrast 1\.\d$/)]);
    await page.evaluate(() => {
      const over = document.body.appendChild(document.createElement('div'));
      over.style.cssText = 'position: fixed; inset: 0; background: #fff';
    });
    expect(await hidden(page)).toContain('covered');
  });
});
