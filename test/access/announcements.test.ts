/**
 * Announcements for readers who do not see the page: one polite message per completed action, and none without a
 * change.
 */
import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { article, nextAnswer, sampleItem } from './support/article.js';
import { announced, listen, readThrough } from './support/reader.js';

const words = (page: Page) => expect.poll(() => announced(page), { timeout: 60_000 });

describe('an action of the reader', () => {
  it('announces a copied citation once, and again when it is copied again', async () => {
    const opened = await article((write) => write('provision-card', { record: 'CW-0003' }));
    await listen(opened);
    const { page } = opened;
    const copy = async (form: string) => {
      await page.getByRole('button', { name: 'Cite' }).click();
      await page.getByRole('menuitem', { name: form }).click();
    };
    await copy('BibTeX');
    await words(page).toEqual(['polite: BibTeX copied']);
    await copy('BibTeX');
    await words(page).toEqual(['polite: BibTeX copied', 'polite: BibTeX copied']);
    await copy('RIS');
    await words(page).toHaveLength(3);
    expect((await announced(page)).at(-1)).toBe('polite: RIS copied');
  });

  it('announces a copied link and a copied hash', async () => {
    const opened = await article((write) => write('provision-card', { attributes: 'layout="full"' }));
    const { page } = opened;
    await page.getByRole('heading', { name: 'Provision details' }).waitFor();
    await listen(opened);
    await page.getByRole('button', { name: 'Share' }).click();
    await page.getByRole('menuitem', { name: 'Copy link' }).click();
    await words(page).toEqual(['polite: Link copied']);
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
      sampleItem().url.replace('https://clausewatch.example', opened.publisher.origin()),
    );
    await page.getByRole('button', { name: 'Copy the whole hash' }).first().click();
    await words(page).toEqual(['polite: Link copied', 'polite: Hash copied']);
  });

  it('announces that the evidence was checked, without each result', async () => {
    const opened = await article((write) => write('provision-clause'));
    const { page } = opened;
    await listen(opened);
    await page.getByRole('button', { name: 'Check the evidence' }).click();
    await page.locator('[part~="check"]').first().waitFor();
    await words(page).toEqual(['polite: Evidence checked; the results are in the record']);
  });

  it('announces that copying failed', async () => {
    const opened = await article((write) => write('provision-card', { record: 'CW-0003' }));
    const { page } = opened;
    await listen(opened);
    // After `listen`, because the screen reader installs its own clipboard.
    await page.evaluate(() => {
      Object.assign(navigator.clipboard, { writeText: () => Promise.reject(new Error('Not allowed')) });
      Object.assign(document, { execCommand: () => false });
    });
    await page.getByRole('button', { name: 'Cite' }).click();
    await page.getByRole('menuitem', { name: 'RIS' }).click();
    await words(page).toEqual(['polite: Could not be copied']);
  });

  it('announces the number of remaining rows once per search, not once per key', async () => {
    const opened = await article((write) => write('provision-comparison'));
    const { page } = opened;
    await listen(opened);
    await page.getByRole('button', { name: 'Show all 44 platforms' }).click();
    await words(page).toEqual(['polite: All 43 others shown']);
    await page.getByRole('searchbox').pressSequentially('account');
    await words(page).toEqual([
      'polite: All 43 others shown',
      expect.stringMatching(/^polite: \d+ of 43 others shown$/),
    ]);
    await page.getByRole('searchbox').fill('no platform says this');
    await words(page).toHaveLength(3);
    expect((await announced(page)).at(-1)).toBe('polite: Nothing matches.');
    await page.getByRole('button', { name: 'Clear search and filters' }).click();
    await words(page).toHaveLength(4);
    expect((await announced(page)).at(-1)).toBe('polite: All 43 others shown');
  });
});

describe('a live record', () => {
  const older = 'to train and test the systems that detect misuse';
  const newer = 'to train and test any system of ours';

  it('announces a change once, and nothing without a change', async () => {
    const opened = await article((write) => write('provision-card', { attributes: 'mode="live"' }), {
      before: async ({ page }) => {
        await page.clock.install();
      },
    });
    const { page, publish } = opened;
    await page.locator('[part~="as-of"]').waitFor();
    await listen(opened);
    const look = async () => {
      await nextAnswer(page);
      await page.clock.runFor(100);
    };
    await look();
    await look();
    expect(await announced(page)).toEqual([]);
    publish((text) => text.replaceAll(older, newer).replace('"generated": "2026-06-', '"generated": "2026-07-'));
    await look();
    await page.getByText('This clause has changed since you opened this page.').first().waitFor();
    await page.clock.runFor(100);
    await words(page).toEqual(['polite: This clause has changed since you opened this page.']);
    await look();
    await look();
    expect(await announced(page)).toHaveLength(1);
  });
});

describe('reading through an element', () => {
  it('reads severity as a word, on its own scale, and the action of its button', async () => {
    const opened = await article(
      (write) => `<p>It was rated ${write('provision-severity', { inside: 'medium' })}, they say.</p>`,
    );
    await listen(opened);
    const said = (await readThrough(opened.page)).map(({ words: phrase }) => phrase);
    expect(said.join('\n')).toMatch(/^button, Severity: Medium, not expanded/m);
  });

  it.each([
    ['CW-0007', 'en'],
    ['CW-0011', 'es'],
    ['CW-0012', 'ar'],
  ])('reads the quotation of %s in its own language, and our words in ours', async (record, language) => {
    const opened = await article((write) => write('provision-card', { record }));
    await listen(opened);
    const said = await readThrough(opened.page);
    const { text } = sampleItem(record)._provision.clauses[0]!;
    const quoted = said.filter(({ words: phrase }) => phrase.includes(text));
    expect(quoted.length).toBeGreaterThan(0);
    for (const one of quoted) expect(one.language).toBe(language);
    const titled = said.filter(({ words: phrase }) => phrase.includes(sampleItem(record).title));
    expect(titled.map((one) => one.language)).toContain(language);
    const ours = said.filter(({ words: phrase }) => /What the document says|View in the document/.test(phrase));
    expect(ours.length).toBeGreaterThanOrEqual(2);
    for (const one of ours) expect(one.language).toBe('en');
    expect(said.filter(({ words: phrase }) => /^(img|image|figure|graphics)/.test(phrase))).toEqual([]);
  });

  it('shows no text as a picture', async () => {
    const { page } = await article((write) => write('provision-card', { attributes: 'layout="full"' }));
    await page.getByRole('heading', { name: 'Provision details' }).waitFor();
    const pictures = await page
      .locator('provision-card')
      .evaluate((card) =>
        [...card.shadowRoot!.querySelectorAll('*')]
          .filter(
            (piece) =>
              piece.matches('img, picture, canvas, object, svg:not([aria-hidden="true"]), svg text') ||
              getComputedStyle(piece).backgroundImage !== 'none',
          )
          .map(({ outerHTML }) => outerHTML.slice(0, 80)),
      );
    expect(pictures).toEqual([]);
  });
});
