import { afterEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { severityLevels } from '../../src/provision/severity.js';
import { heard, violations } from './support/heard.js';
import { clear, next, part, place, show, tags } from './support/page.js';
import { feed, full, record } from './support/records.js';

afterEach(clear);

const long = Array.from({ length: 400 }, (_, index) => `word${index}`).join(' ');

const schemes = [
  ['light', 'white', '#1a1a1a'],
  ['dark', 'black', '#eee'],
] as const;

function scheme([name, background, color]: readonly string[]): void {
  Object.assign(document.body.style, { colorScheme: name, background, color });
}

/** Builds an article with a heading, because axe requires one above ours. */
function article(): void {
  document.documentElement.lang = 'en';
  document.title = 'An article';
  document.body.insertAdjacentHTML('beforeend', '<h1>News</h1><h2>Paragraph</h2>');
}

it('axe finds a violation in a shadow root, so the checks below are effective', async () => {
  const card = await show('provision-card', full);
  part(card, 'permalink').replaceChildren();
  expect(await violations(card)).toEqual([expect.stringContaining('link-name')]);
});

describe.each(schemes)('axe finds nothing in the %s scheme in', (...colours) => {
  it.each(tags)('<%s>', async (tag) => {
    scheme(colours);
    article();
    expect(await violations(await show(tag, full, {}, '<p slot="note">Ours.</p>'))).toEqual([]);
  });

  it.each(tags)('<%s> while it has no record and after an error', async (tag) => {
    scheme(colours);
    article();
    const waiting = place(tag, {}, '<p>Own words.</p>');
    const failed = place(tag, { provision: {} });
    await next(failed, 'provision-error');
    expect(await violationsOrNothing(waiting)).toEqual([]);
    expect(await violationsOrNothing(failed)).toEqual([]);
  });

  it('the compact card, a card with only an id, and a card of long texts, open and closed', async () => {
    scheme(colours);
    article();
    expect(await violations(await show('provision-card', full, { layout: 'compact' }))).toEqual([]);
    expect(await violations(await show('provision-card', { id: 'x' }))).toEqual([]);
    const card = await show(
      'provision-card',
      record({
        why_it_matters: long,
        clauses: [{ text: long, language: 'de' }],
        status: 'withdrawn',
        status_note: 'Sorry.',
      }),
    );
    expect(await violations(card)).toEqual([]);
    await page.getByRole('button', { name: 'Show all' }).first().click();
    expect(await violations(card)).toEqual([]);
  });

  it('the full record, an open menu, and the results of a check', async () => {
    scheme(colours);
    article();
    const card = await show('provision-card', full, { layout: 'full' });
    await expect.element(page.getByRole('heading', { name: 'Provision details' })).toBeVisible();
    await card.verify();
    expect(await violations(card)).toEqual([]);
    await page.getByRole('button', { name: 'Cite' }).click();
    await expect.element(page.getByRole('menu')).toBeVisible();
    expect(await violations(card)).toEqual([]);
  });

  it('the badges of all levels', async () => {
    scheme(colours);
    article();
    for (const level of severityLevels) {
      expect(
        await violations(await show('provision-severity', record({ severity: { level, label: level } }))),
        level,
      ).toEqual([]);
    }
  });

  it('an open explanation', async () => {
    scheme(colours);
    article();
    const severity = await show(
      'provision-severity',
      feed([full], { methodology_url: 'https://observatory.example/how' }),
    );
    await page.getByRole('button').click();
    await expect.element(page.getByRole('group', { name: 'Severity' })).toBeVisible();
    expect(await violations(severity)).toEqual([]);
  });
});

/** Returns the violations. An element that shows its own content may have nothing to check in its shadow root. */
async function violationsOrNothing(element: Element): Promise<readonly string[]> {
  try {
    return await violations(element);
  } catch (error) {
    if (error instanceof Error && error.message.includes('not looked')) return [];
    throw error;
  }
}

describe('targets', () => {
  it.each([
    ['provision-card', full],
    ['provision-clause', full],
    ['provision-severity', full],
    ['provision-card', record({ why_it_matters: long })],
  ] as const)('of every button in <%s> are at least 24 px', async (tag, provision) => {
    const element = await show(tag, provision);
    for (const button of element.shadowRoot!.querySelectorAll('button')) {
      const { left, right, top, bottom } = button.getBoundingClientRect();
      const [x, middle] = [(left + right) / 2, (top + bottom) / 2];
      for (const y of [middle - 11.5, middle + 11.5]) {
        const hit = element.shadowRoot!.elementFromPoint(x, y);
        expect(hit && button.contains(hit), `${button.textContent.trim()} at ${y - middle}`).toBe(true);
      }
    }
  });
});

describe('a narrow page with wide text spacing', () => {
  it.each(tags)('does not make <%s> scroll sideways at 320 px or clip its text (WCAG 1.4.12)', async (tag) => {
    document.body.style.setProperty('width', '320px');
    const element = await show(
      tag,
      record({
        platform: { name: 'x'.repeat(80) },
        document: { title: 'https://a.example/'.repeat(8) },
        severity: { level: 'high', label: 'An unusually long word for a severity, as some feeds have it'.repeat(2) },
        clauses: [{ text: 'y'.repeat(500) }],
        comparisons: {
          items: [
            { platform: { name: 'z'.repeat(80) }, severity: { label: 'Potentially unfair' }, excerpt: 'w'.repeat(200) },
          ],
        },
      }),
    );
    const root = part(element, 'base');
    const rooms = [{}, { lineHeight: '1.5', letterSpacing: '0.12em', wordSpacing: '0.16em' }];
    for (const room of rooms) {
      Object.assign(root.style, room);
      expect(root.scrollWidth).toBeLessThanOrEqual(320);
      for (const piece of root.querySelectorAll('p, .title, .word, dd')) {
        expect(piece.scrollWidth, piece.textContent.slice(0, 30)).toBeLessThanOrEqual(320);
      }
    }
  });

  it('text keeps the article’s size on a page whose rem is 10 px', async () => {
    document.documentElement.style.setProperty('font-size', '62.5%');
    document.body.style.setProperty('font-size', '18px');
    const card = await show('provision-card', full);
    expect(getComputedStyle(part(card, 'why').querySelector('p')!).fontSize).toBe('16.92px');
  });

  it('text is at least 12 px, whatever the article’s size', async () => {
    document.body.style.setProperty('font-size', '10px');
    const card = await show('provision-card', full);
    for (const piece of card.shadowRoot!.querySelectorAll(
      '.facts, .label, .kicker, .badge, .footer, .ratings, .byline',
    )) {
      expect(parseFloat(getComputedStyle(piece).fontSize), piece.className).toBeGreaterThanOrEqual(12);
    }
  });
});

describe('adjacent words', () => {
  it('are separated for screen readers and copies, not only visually', async () => {
    const words = heard(await show('provision-card', full));
    expect(words).toMatch(/Terms of Use\W+Captured/);
    expect(words).toMatch(/Rare\W+2 of 90 platforms/);
    expect(words).toMatch(/Excerpt cut\W+Weak match/);
  });
});
