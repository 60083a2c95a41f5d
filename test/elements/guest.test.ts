import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import clausewatch from '../../demo/feeds/clausewatch.json';
import { asHeard, heard } from './support/heard.js';
import { clear, next, part, show } from './support/page.js';
import { record } from './support/records.js';

// A column of a phone and of a desktop, with 16 px of padding at each side, in a common article font.
beforeEach(() => {
  document.body.style.font = '16px/1.5 Georgia, serif';
});
afterEach(() => {
  clear();
  document.body.removeAttribute('style');
});

async function heights(inlineSize: string, layout?: string): Promise<Record<string, number>> {
  const found: Record<string, number> = {};
  for (const item of clausewatch.items) {
    const card = await show('provision-card', { ...clausewatch, items: [item] }, { layout });
    card.style.inlineSize = inlineSize;
    // The chart loads after the first paint.
    await expect.poll(() => card.shadowRoot!.querySelector('.comparison > svg')).toBeNull();
    found[item.id] = card.offsetHeight;
    clear();
  }
  return found;
}

describe('the height of a card in an article', () => {
  it('is at most 1,180 px in the 360 px of a phone, for each record of the sample feed', async () => {
    expect(Object.entries(await heights('328px')).filter(([, height]) => height > 1180)).toEqual([]);
  });

  it('is at most 910 px in 700 px, for each record of the sample feed', async () => {
    expect(Object.entries(await heights('668px')).filter(([, height]) => height > 910)).toEqual([]);
  });

  it('is at most 400 px in the 360 px of a phone if it is compact, except with a withdrawal or a title of ten lines', async () => {
    const exceptions = ['CW-0006', 'CW-0013'];
    const tall = Object.entries(await heights('328px', 'compact')).filter(([, height]) => height > 400);
    // Whether the exceptions fit depends on the fonts of the machine.
    expect(tall.filter(([id]) => !exceptions.includes(id))).toEqual([]);
  });
});

const long = Array.from({ length: 90 }, (_, index) => `word${index}`).join(' ');
const guest = record(
  {
    status: 'corrected',
    status_note: `status ${long}`,
    why_it_matters: `why ${long}`,
    consumer_impact: `impact ${long}`,
    clauses: [{ text: `clause ${long}` }],
    comparisons: { items: [{ platform: { name: 'Other' }, excerpt: `excerpt ${long}`, captured: '2026-05-12' }] },
  },
  { content_text: `summary ${long}` },
);

describe('the folded text of a card in an article', () => {
  it('is complete in the accessibility tree, in the order of the record', async () => {
    const words = heard(await show('provision-card', guest));
    const places = ['status', 'summary', 'clause', 'impact', 'why', 'excerpt'].map((name) =>
      words.indexOf(asHeard(`${name} ${long}`)),
    );
    expect(places.every((at) => at >= 0)).toBe(true);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  it.each([
    ['status', 'status'],
    ['summary', 'summary'],
    ['quotation', 'clause'],
    ['why', 'why'],
    ['excerpt', 'comparison-0'],
  ])('opens when find-in-page or a text fragment scrolls into its %s', async (name, section) => {
    const card = await show('provision-card', guest);
    const opened = next(card, 'provision-toggle');
    const anchor = document.createElement('span');
    part(card, name).querySelector('p:last-of-type')!.append(anchor);
    anchor.scrollIntoView();
    expect(await opened).toMatchObject({ section, open: true });
  });

  it('shows why it matters after one press, behind two lines of the impact on the reader', async () => {
    const card = await show('provision-card', guest);
    const before = part(card, 'impact').getBoundingClientRect().height;
    await page.getByRole('button', { name: 'Why it matters' }).click();
    await expect.element(page.getByRole('button', { name: 'Show less' })).toBeVisible();
    expect(part(card, 'impact').getBoundingClientRect().height).toBeGreaterThan(before * 2);
  });

  it('is folded in the full record and in chosen sections only if it is very long', async () => {
    for (const properties of [{ layout: 'full' }, { sections: 'summary why impact clause comparison' }]) {
      const card = await show('provision-card', guest, properties);
      await expect.poll(() => card.shadowRoot!.querySelectorAll('.section').length).toBeGreaterThan(3);
      expect(card.shadowRoot!.querySelector('.fold:is(.brief, .line, .shut)')).toBeNull();
      clear();
    }
  });
});
