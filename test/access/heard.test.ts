/** The accessibility tree of every element, kept as readable files: `-u` updates them. */
import { describe, expect, it } from 'vitest';
import { article } from './support/article.js';
import { openInState, states } from './support/states.js';

/** Landmarks, between which a screen reader can jump. A card contains none. */
const landmark = /^\s*- (banner|complementary|contentinfo|form|main|navigation|region|search)\b/m;

describe.each(states)('the element in the state $name', (state) => {
  it('matches the accessibility tree in its file, without a landmark or a picture', async () => {
    const { element, named } = await openInState(state);
    // The fallback is in no slot, so no screen reader reads it.
    const tree = named(await (state.fails ? element : element.locator('[part~="base"]')).ariaSnapshot());
    await expect(`${tree}\n`).toMatchFileSnapshot(`heard/${state.name}.aria.yml`);
    expect(tree).not.toMatch(landmark);
    // No text is a picture, and no picture lacks a text.
    expect(tree).not.toMatch(/^\s*- (img|figure)\b/m);
  });
});

it('gives a card one name, its title, in every layout', async () => {
  const { page } = await article(
    (write) =>
      ['compact', 'article', 'full']
        .map((layout) => write('provision-card', { attributes: `layout="${layout}"` }))
        .join(''),
    { loaded: 3 },
  );
  const cards = page.getByRole('article');
  await expect.poll(() => cards.count(), { timeout: 60_000 }).toBe(3);
  for (const card of await cards.all()) {
    const title = await card.getByRole('heading').first().innerText();
    expect(await card.ariaSnapshot()).toContain(`article "${title}"`);
  }
  expect(await page.getByRole('main').count()).toBe(1);
});

describe.each([2, 3, 4, 5, 6])('headings that start at level %i', (level) => {
  it('skip no level, and go no deeper than six', async () => {
    const { page } = await article(
      (write) =>
        `${write('provision-card', { attributes: `layout="full" heading-level="${level}"` })}
${write('provision-comparison', { attributes: `heading-level="${level}"` })}
${write('provision-clause', { attributes: `heading-level="${level}"` })}
${write('provision-changes', { attributes: `heading-level="${level}"` })}`,
      { loaded: 4 },
    );
    await page.getByRole('heading', { name: 'Provision details' }).waitFor();
    await page.locator('provision-changes').getByRole('heading', { name: 'What has changed' }).waitFor();
    const levels = await page
      .locator('[src]:not(script) >> role=heading')
      .evaluateAll((all) => all.map((one) => Number(one.ariaLevel)));
    expect(levels.length).toBeGreaterThan(15);
    expect(levels[0]).toBe(level);
    for (const [index, one] of levels.entries()) {
      expect(one).toBeGreaterThanOrEqual(level);
      expect(one).toBeLessThanOrEqual(Math.min(6, (levels[index - 1] ?? level) + 1));
    }
  });
});
