/**
 * A live refresh while somebody is reading: the focus, open parts, typed text and the scroll position all stay.
 * That the content below an element does not move is tested in test/embedding/live.test.ts.
 */
import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { article, nextAnswer, type Article } from './support/article.js';
import { focused, focusOn } from './support/focus.js';

const before = 'The setting looks like a refusal but works as a preference.';
const after = 'The setting looks like a refusal and is none.';

/** A live element. `refresh` publishes a new version of its feed with a different analysis. */
async function live(
  tag: string,
  attributes = '',
): Promise<{ opened: Article; page: Page; refresh: () => Promise<void> }> {
  const opened = await article(
    (write) =>
      `<p style="block-size: 300px">Far above.</p>${write(tag, { attributes: `mode="live" ${attributes}` })}<p style="block-size: 900px">Far below.</p>`,
    {
      before: async ({ page }) => {
        await page.clock.install();
      },
    },
  );
  const { page, publish } = opened;
  await page.locator(`${tag} [part~="base"]`).waitFor();
  const refresh = async () => {
    publish((text) => text.replaceAll(before, after).replace('"generated": "2026-06-', '"generated": "2026-07-'));
    await nextAnswer(page);
    await page.clock.runFor(1000);
    await page
      .getByText('The analysis has been revised since you opened this page.')
      .first()
      .waitFor({ state: 'attached' });
    await page.clock.runFor(100);
  };
  return { opened, page, refresh };
}

const scroll = (page: Page) => page.evaluate(() => scrollY);

describe('a refreshed card', () => {
  it.each(['Severity: Medium', 'Cite', 'Show less', 'Check the evidence', 'Copy the whole hash'])(
    'keeps the focus on “%s”, and the record open',
    async (name) => {
      const { page, refresh } = await live('provision-card');
      await page.getByRole('button', { name: 'Show the full record' }).click();
      await page.getByRole('heading', { name: 'Provision details' }).waitFor();
      await focusOn(page, name);
      const where = await focused(page);
      await refresh();
      expect(await focused(page)).toBe(where);
      expect(await page.getByRole('heading', { name: 'Provision details' }).isVisible()).toBe(true);
    },
  );

  it('keeps the focus on a link', async () => {
    const { page, refresh } = await live('provision-card');
    await focusOn(page, 'Archived copy', 'link');
    await refresh();
    expect(await focused(page)).toBe('link Archived copy');
  });

  it('keeps a menu open, with the focus on the same choice', async () => {
    const { page, refresh } = await live('provision-card');
    await focusOn(page, 'Cite');
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem').first().waitFor();
    await page.keyboard.press('ArrowDown');
    await refresh();
    expect(await focused(page)).toBe('menuitem APA, 7th edition');
    await page.keyboard.press('ArrowDown');
    expect(await focused(page)).toBe('menuitem Chicago note, 17th edition');
  });

  it('keeps an explanation open, with the focus inside it', async () => {
    const { page, refresh } = await live('provision-card');
    await focusOn(page, 'Severity: Medium');
    await page.keyboard.press('Enter');
    await page.getByRole('group', { name: 'Severity' }).waitFor();
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('link How the ratings are made');
    await refresh();
    expect(await page.getByRole('group', { name: 'Severity' }).isVisible()).toBe(true);
    expect(await focused(page)).toBe('link How the ratings are made');
  });
});

describe('a refreshed comparison', () => {
  it('keeps the typed text with its selection, the rows and the scroll position', async () => {
    const { page, refresh } = await live('provision-card');
    await page.getByRole('button', { name: 'Show all 44 platforms' }).click();
    const field = page.getByRole('searchbox');
    await field.fill('account');
    await page.clock.runFor(1000);
    await page
      .getByRole('status')
      .getByText(/of 43 others shown$/)
      .waitFor({ state: 'attached' });
    await field.evaluate((input) => {
      (input as HTMLInputElement).setSelectionRange(2, 4);
    });
    const [rows, place] = [await page.locator('.rows.all [part~="row"]').count(), await scroll(page)];
    await refresh();
    expect(await focused(page)).toBe('searchbox Search platforms and wording');
    const typed = await field.evaluate((input) => {
      const { value, selectionStart, selectionEnd } = input as HTMLInputElement;
      return [value, selectionStart, selectionEnd];
    });
    expect(typed).toEqual(['account', 2, 4]);
    expect(await page.locator('.rows.all [part~="row"]').count()).toBe(rows);
    // The notice above may push the comparison down; the browser then scrolls by the same distance.
    expect(await scroll(page)).toBeGreaterThanOrEqual(place);
  });
});
