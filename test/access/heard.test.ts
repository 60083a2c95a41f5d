/** What a screen reader gets of every element, kept as files that can be read: `-u` writes them anew. */
import { describe, expect, it } from 'vitest';
import { article } from './support/article.js';
import { inState, states } from './support/states.js';

/** What a screen reader offers to jump to, between the articles of a page: a card is none of it. */
const landmark = /^\s*- (banner|complementary|contentinfo|form|main|navigation|region|search)\b/m;

describe.each(states)('$name', (state) => {
  it('is what its file says, without a landmark or a picture', async () => {
    const { element, named } = await inState(state);
    // What the page has brought for readers without a script is in no slot, and is heard by nobody.
    const heard = named(await (state.fails ? element : element.locator('[part~="base"]')).ariaSnapshot());
    await expect(`${heard}\n`).toMatchFileSnapshot(`heard/${state.name}.aria.yml`);
    expect(heard).not.toMatch(landmark);
    // Words are words: no picture of a text, and no picture that would need one.
    expect(heard).not.toMatch(/^\s*- (img|figure)\b/m);
  });
});

it('a card has one name, its title, whatever it shows', async () => {
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

describe.each([2, 3, 4, 5, 6])('with headings at level %i', (level) => {
  it('no level is left out, and none is deeper than six', async () => {
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
