/** Every action works with the keyboard alone, and the focus is never lost. */
import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { article } from './support/article.js';
import { focused, focusOn } from './support/focus.js';

/** Polls the focused element. */
const focus = (page: Page) => expect.poll(() => focused(page), { timeout: 60_000 });

describe.each(['Enter', 'Space'])('the %s key', (key) => {
  it('opens and closes the folds of a card and its full record', async () => {
    const { page } = await article((write) => write('provision-card', { record: 'CW-0004' }));
    const press = async (name: string, after: string) => {
      await focusOn(page, name);
      await page.keyboard.press(key);
      await page.getByRole('button', { name: after, exact: true }).first().waitFor();
      await focus(page).toBe(`button ${after}`);
    };
    await press('Show the full record', 'Show less');
    await page.getByRole('heading', { name: 'Provision details' }).waitFor();
    await focus(page).toBe('button Show less');
    await press('Show less', 'Show the full record');
  });

  it('opens the explanation of a badge, and closes it', async () => {
    const { page } = await article((write) => `<p>Rated ${write('provision-severity', { inside: 'medium' })}.</p>`);
    const panel = page.getByRole('group', { name: 'Severity' });
    await page.getByRole('link', { name: 'Before' }).focus();
    await page.keyboard.press('Tab');
    // The explanation opens on focus.
    await panel.waitFor();
    await page.keyboard.press(key);
    await page.keyboard.press(key);
    await panel.waitFor({ state: 'detached' });
    await focus(page).toBe('button Severity: Medium');
  });

  it('cites, shares, checks and copies, and the focus stays on the button', async () => {
    const { page } = await article((write) => write('provision-card', { attributes: 'layout="full"' }));
    await page.getByRole('heading', { name: 'Provision details' }).waitFor();
    const copied = () => page.evaluate(() => navigator.clipboard.readText());
    await focusOn(page, 'Cite');
    await page.keyboard.press(key);
    await focus(page).toBe('menuitem Citation record');
    await page.keyboard.press('End');
    await focus(page).toBe('menuitem CSL-JSON');
    await page.keyboard.press(key);
    await page.getByText('CSL-JSON copied').waitFor();
    await focus(page).toBe('button Cite');
    expect(await copied()).toContain('"type"');

    await focusOn(page, 'Share');
    await page.keyboard.press(key);
    await focus(page).toBe('menuitem Copy link');
    await page.keyboard.press(key);
    await page.getByText('Link copied').waitFor();
    await focus(page).toBe('button Share');
    expect(await copied()).toMatch(/\/r\/CW-0007$/);

    await focusOn(page, 'Check the evidence');
    await page.keyboard.press(key);
    await page.locator('[part~="check"]').first().waitFor();
    await focus(page).toBe('button Check the evidence');

    await focusOn(page, 'Copy the whole hash');
    await page.keyboard.press(key);
    await page.getByText('Hash copied').waitFor();
    await focus(page).toBe('button Copy the whole hash');
    expect(await copied()).toMatch(/^[0-9a-f]{64}$/);
  });

  it('follows a link of the share menu', async () => {
    const { page, context } = await article((write) => write('provision-card', { record: 'CW-0003' }));
    await context.route('https://x.com/**', (route) => route.fulfill({ contentType: 'text/html', body: 'Shared.' }));
    await focusOn(page, 'Share');
    await page.keyboard.press(key);
    await focus(page).toBe('menuitem Copy link');
    await page.keyboard.press('x');
    await focus(page).toBe('menuitem X');
    const opened = context.waitForEvent('page');
    await page.keyboard.press(key);
    expect((await opened).url()).toMatch(/^https:\/\/x\.com\/intent\/post\?/);
    await focus(page).toBe('button Share');
  });

  it('operates every tool of a comparison', async () => {
    const { page } = await article((write) => write('provision-comparison'));
    await focusOn(page, 'Show all 44 platforms');
    await page.keyboard.press(key);
    // The button has been removed, so the focus is at the start of its replacement.
    await focus(page).toBe('group All platforms');
    await page.getByText('All 43 others shown').first().waitFor();

    await focusOn(page, 'High');
    await page.keyboard.press(key);
    await page.getByRole('button', { name: 'High', pressed: true }).waitFor();
    await focus(page).toBe('button High');

    await page.keyboard.press('Tab');
    const compare = page.getByRole('button', { name: /^Compare wording of/ }).nth(2);
    const name = (await compare.innerText()).replace(/\s+/g, ' ').trim();
    await compare.focus();
    await page.keyboard.press(key);
    await focus(page).toMatch(/^group .*, side by side$/);
    await page
      .getByRole('button', { name: /^Remove/ })
      .last()
      .focus();
    await page.keyboard.press(key);
    // One side is no comparison, so the focus returns to the row where it began.
    await focus(page).toBe(`button ${name}`);
    await page.keyboard.press(key);
    await focus(page).toMatch(/^group .*, side by side$/);
    await page.getByRole('button', { name: 'Close', exact: true }).focus();
    await page.keyboard.press(key);
    await focus(page).toBe(`button ${name}`);

    const download = page.waitForEvent('download');
    await focusOn(page, 'Download as CSV');
    await page.keyboard.press(key);
    expect((await download).suggestedFilename()).toMatch(/\.csv$/);
    await focus(page).toBe('button Download as CSV');

    await focusOn(page, 'Clear search and filters');
    await page.keyboard.press(key);
    await focus(page).toBe('searchbox Search platforms and wording');

    await focusOn(page, 'Show fewer');
    await page.keyboard.press(key);
    await focus(page).toBe('button Show all 44 platforms');
  });

  it('retries rows that failed to load, and the focus is not lost', async () => {
    const { page, publisher } = await article((write) => write('provision-comparison'), {
      before: async ({ page: opening }) => {
        await opening.route('**/comparison/model-training.json', (route) => route.abort());
      },
    });
    expect(publisher.count('/feeds/comparison/model-training.json')).toBe(0);
    await focusOn(page, 'Show all 44 platforms');
    await page.keyboard.press(key);
    await page.getByRole('alert').waitFor();
    await page.unroute('**/comparison/model-training.json');
    await focusOn(page, 'Try again');
    await page.keyboard.press(key);
    await page.getByText('All 43 others shown').first().waitFor();
    await focus(page).toBe('group All platforms');
  });

  it('opens a folded change, and the unchanged parts inside it', async () => {
    const { page } = await article((write) => write('provision-changes'));
    await page.getByText('Typography only').waitFor();
    for (const part of ['more', 'unchanged']) {
      const button = page.locator(`[part~="${part}"][aria-expanded="false"]`).first();
      await button.evaluate((one) => one.setAttribute('id', 'pressed'));
      await button.focus();
      await page.keyboard.press(key);
      await page.locator('#pressed[aria-expanded="true"]').waitFor();
      expect(await page.locator('#pressed').evaluate((one) => one.matches(':focus-visible'))).toBe(true);
      await page.keyboard.press(key);
      await page.locator('#pressed[aria-expanded="false"]').waitFor();
      await page.locator('#pressed').evaluate((one) => one.removeAttribute('id'));
    }
  });
});

describe('the Escape key', () => {
  it('closes an explanation from its button and from inside it, and returns the focus to the button', async () => {
    const { page } = await article((write) => `<p>Rated ${write('provision-severity', { inside: 'medium' })}.</p>`);
    const panel = page.getByRole('group', { name: 'Severity' });
    await page.getByRole('link', { name: 'Before' }).focus();
    await page.keyboard.press('Tab');
    await panel.waitFor();
    await page.keyboard.press('Escape');
    await panel.waitFor({ state: 'detached' });
    await focus(page).toBe('button Severity: Medium');
    await page.keyboard.press('Enter');
    await panel.waitFor();
    await page.keyboard.press('Tab');
    await focus(page).toBe('link How the ratings are made');
    await page.keyboard.press('Escape');
    await panel.waitFor({ state: 'detached' });
    await focus(page).toBe('button Severity: Medium');
  });

  it.each(['Cite', 'Share'])('closes the menu of %s, and leaves the page’s own dialog open', async (tool) => {
    const { page } = await article((write) => `<dialog>${write('provision-card', { record: 'CW-0003' })}</dialog>`);
    await page.evaluate(() => {
      document.querySelector('dialog')!.showModal();
    });
    await focusOn(page, tool);
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem').first().waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('menu').waitFor({ state: 'detached' });
    await focus(page).toBe(`button ${tool}`);
    expect(await page.locator('dialog').evaluate((dialog) => (dialog as HTMLDialogElement).open)).toBe(true);
  });
});

describe('in a menu', () => {
  it('arrows wrap around, Home and End go to the ends, a letter to the next match, and Tab leaves the menu', async () => {
    const { page } = await article((write) => write('provision-card', { record: 'CW-0003' }));
    const keys = async (...pressed: string[]) => {
      for (const key of pressed) await page.keyboard.press(key);
      return focused(page);
    };
    await focusOn(page, 'Cite');
    await page.keyboard.press('ArrowUp');
    await focus(page).toBe('menuitem CSL-JSON');
    expect(await keys('ArrowDown')).toBe('menuitem Citation record');
    expect(await keys('ArrowUp')).toBe('menuitem CSL-JSON');
    expect(await keys('Home')).toBe('menuitem Citation record');
    expect(await keys('ArrowDown', 'ArrowDown')).toBe('menuitem Chicago note, 17th edition');
    expect(await keys('b')).toBe('menuitem Bluebook, 21st edition');
    expect(await keys('b')).toBe('menuitem BibTeX');
    expect(await keys('End')).toBe('menuitem CSL-JSON');
    expect(await keys('Tab')).toBe('button Share');
    await page.getByRole('menu').waitFor({ state: 'detached' });
  });
});

describe('a chunk that loads late', () => {
  it('leaves the focus where the reader has moved it meanwhile', async () => {
    const { page } = await article((write) => write('provision-card', { record: 'CW-0004' }));
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    await page.route('**/chunks/full-record*', async (route) => {
      await held;
      await route.continue();
    });
    await focusOn(page, 'Show the full record');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await focus(page).toBe('button Cite');
    release();
    await page.getByRole('heading', { name: 'Provision details' }).waitFor();
    await focus(page).toBe('button Cite');
  });
});
