/**
 * A live refresh comes while somebody reads: the focus, what is open, what is typed and where the page stands all stay.
 * That what is read below an element holds still is tested in test/embedding/live.test.ts.
 */
import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { article, nextAnswer, type Article } from './support/article.js';
import { focused, focusOn } from './support/focus.js';

const before = 'The setting looks like a refusal but works as a preference.';
const after = 'The setting looks like a refusal and is none.';

/** A live element; `refresh` brings another reading of it, with another analysis. */
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

describe('in a card', () => {
  it.each(['Severity: Medium', 'Cite', 'Show less', 'Check the evidence', 'Copy the whole hash'])(
    'the focus stays on “%s”, the record stays open',
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

  it('the focus stays on a link', async () => {
    const { page, refresh } = await live('provision-card');
    await focusOn(page, 'Archived copy', 'link');
    await refresh();
    expect(await focused(page)).toBe('link Archived copy');
  });

  it('an open menu stays open, at the choice where the reader is', async () => {
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

  it('an open explanation stays open, and the focus in it', async () => {
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

describe('in a comparison', () => {
  it('what is typed stays, with the cursor in it, and so do the rows and the place on the page', async () => {
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
    // The notice above may push it down; the browser then scrolls by as much.
    expect(await scroll(page)).toBeGreaterThanOrEqual(place);
  });
});
