/** On paper every fold is open, addresses are written out, and nothing needs a click. */
import { describe, expect, it } from 'vitest';
import { card, provision, records } from './feeds.js';
import { feed, site } from './site.js';
import { painted, visitor, type Visit } from './visit.js';

const sentence = 'What stands in this clause goes on for longer than a reader will go on reading it. ';

/** The feed with one clause, one summary and one excerpt that are long enough to fold. */
const long = {
  ...records,
  items: [
    {
      ...provision,
      content_text: sentence.repeat(30),
      _provision: {
        ...provision._provision,
        clauses: [{ text: sentence.repeat(40), language: 'en' }],
        comparisons: {
          items: [{ platform: { name: 'Flint' }, excerpt: sentence.repeat(30), url: 'https://flint.example/terms' }],
        },
      },
    },
  ],
};

async function openLong(): Promise<Visit> {
  const [paper, publisher] = [await site(), await site()];
  const src = publisher.serve('/feed.json', feed(long));
  const reader = await visitor();
  await reader.open(
    paper.page(card(src, 'T-1', { inside: '<p>Own words.</p>' }), {
      head: `<style>body { font: 16px/1.5 serif }</style><script src="${paper.scripts()}"></script>`,
    }),
  );
  await painted(reader.page).waitFor();
  return reader;
}

interface Fold {
  readonly shown: number;
  readonly whole: number;
}

function folds({ page }: Visit): Promise<Fold[]> {
  return page
    .locator('provision-card .fold')
    .evaluateAll((all) => all.map((fold) => ({ shown: fold.clientHeight, whole: fold.scrollHeight })));
}

/** The address of each link, and the text of its pseudo-element. */
function written({ page }: Visit): Promise<[href: string, behind: string][]> {
  return page
    .locator('provision-card [part~="base"] a:visible')
    .evaluateAll((all) =>
      all.map((link) => [(link as HTMLAnchorElement).href, getComputedStyle(link, '::after').content]),
    );
}

describe('a printed card', () => {
  // The rows' own, shorter fold must not override the print style.
  it('opens every fold, and hides the buttons of folds', async () => {
    const reader = await openLong();
    const onScreen = await folds(reader);
    expect(onScreen).toHaveLength(3);
    for (const { shown, whole } of onScreen) expect(shown).toBeLessThan(whole);
    const buttons = reader.page.locator('provision-card [part~="more"]:visible');
    expect(await buttons.count()).toBe(3);
    await reader.page.emulateMedia({ media: 'print' });
    for (const { shown, whole } of await folds(reader)) expect(shown).toBeGreaterThanOrEqual(whole);
    expect(await buttons.count()).toBe(0);
  });

  it('writes the address after every link', async () => {
    const reader = await openLong();
    for (const [, behind] of await written(reader)) expect(behind).toBe('none');
    await reader.page.emulateMedia({ media: 'print' });
    const links = await written(reader);
    expect(links.length).toBeGreaterThanOrEqual(4);
    for (const [href, behind] of links) expect(behind).toContain(href);
  });

  it('hides an open popover', async () => {
    const reader = await openLong();
    await reader.page.getByRole('button', { name: 'Severity: Medium' }).click();
    const panel = reader.page.locator('[part~="popover"]');
    await panel.getByText('You can say no to a part of it.').waitFor();
    await reader.page.emulateMedia({ media: 'print' });
    expect(await panel.isVisible()).toBe(false);
  });

  it('keeps the word, the shape and the border of a level without a background', async () => {
    const reader = await openLong();
    await reader.page.emulateMedia({ media: 'print' });
    const badge = reader.page.locator('[part~="badge-medium"]').first();
    expect(await badge.locator('.word').isVisible()).toBe(true);
    expect(await badge.locator('[part~="shape"]').isVisible()).toBe(true);
    expect(await badge.evaluate((element) => getComputedStyle(element).borderTopStyle)).toBe('solid');
    // On the screen the bar above the card is a background, which printers leave out.
    const bar = await painted(reader.page).evaluate((element) => getComputedStyle(element, '::before').borderTopStyle);
    expect(bar).toBe('solid');
  });

  it('contains all texts of the record', async () => {
    const reader = await openLong();
    await reader.page.emulateMedia({ media: 'print' });
    const text = await painted(reader.page).innerText();
    for (const part of [
      provision.title,
      provision._provision.why_it_matters,
      'No legal advice.',
      'The Desk',
      'Record T-1',
    ]) {
      expect(text).toContain(part);
    }
    expect(text.split(sentence.trim())).toHaveLength(30 + 40 + 30 + 1);
  });
});
