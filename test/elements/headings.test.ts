import { afterEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { clear, show } from './support/page.js';
import { full } from './support/records.js';

afterEach(clear);

const levels = () =>
  page
    .getByRole('heading')
    .elements()
    .map((heading) => Number(heading.getAttribute('aria-level')));

it.each([
  ['nothing', undefined, 3],
  ['2', '2', 2],
  ['3', 3, 3],
  ['4', '4', 4],
  ['5', 5, 5],
  ['6', '6', 6],
  ['1, which is the article’s own', '1', 3],
  ['7', 7, 3],
  ['0', 0, 3],
  ['-2', '-2', 3],
  ['words', 'two', 3],
  ['the empty string', '', 3],
  ['null', null, 3],
  ['NaN', NaN, 3],
  ['infinity', 1e999, 3],
  ['an object', {}, 3],
  ['a function', () => 2, 3],
])(
  'the level %s is heading level %s → %i, with the sections one level deeper, at most 6',
  async (_, headingLevel, level) => {
    await show('provision-card', full, { headingLevel }, '<p slot="note">Ours.</p>');
    const [own, ...sections] = levels();
    expect(own).toBe(level);
    expect(sections).toEqual(Array.from({ length: 5 }, () => Math.min(6, level + 1)));
  },
);

it('the comparison’s heading has the level itself', async () => {
  await show('provision-comparison', full, { headingLevel: 2 });
  expect(levels()).toEqual([2]);
});

it('the badge adds no heading to a sentence', async () => {
  await show('provision-severity', full);
  expect(levels()).toEqual([]);
});

it('the attribute sets the level, and its removal resets it', async () => {
  const card = await show('provision-card', full);
  card.setAttribute('heading-level', '5');
  await card.updateComplete;
  expect(levels()[0]).toBe(5);
  card.removeAttribute('heading-level');
  await card.updateComplete;
  expect(levels()[0]).toBe(3);
});

describe('accessible names', () => {
  it('of an article consist of its title, once', async () => {
    await show('provision-card', full);
    expect(page.getByRole('article', { name: 'Broad licence', exact: true }).elements()).toHaveLength(1);
    expect(page.getByRole('heading', { name: 'Broad licence' }).elements()).toHaveLength(1);
  });

  it('of two cards on a page are independent', async () => {
    await show('provision-card', full);
    await show('provision-card', { id: 'r-2', title: 'Forced arbitration' });
    await expect.element(page.getByRole('article', { name: 'Broad licence', exact: true })).toBeVisible();
    await expect.element(page.getByRole('article', { name: 'Forced arbitration', exact: true })).toBeVisible();
  });

  it('no card is a landmark, so that ten cards do not add ten landmarks to an article', async () => {
    await show('provision-card', full);
    await show('provision-comparison', full);
    for (const role of ['region', 'complementary', 'navigation', 'banner', 'contentinfo', 'main']) {
      expect(page.getByRole(role).elements(), role).toEqual([]);
    }
  });
});
