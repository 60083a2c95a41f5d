import { afterEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { severityLevels } from '../../src/provision/severity.js';
import { contrast, grounds, painted, textContrasts } from '../elements/support/colours.js';
import { clear, hasPart, part, place, show, tags } from '../elements/support/page.js';
import { feed, full, record } from '../elements/support/records.js';

afterEach(clear);

/** Typical newspaper pages without any token. */
const pages = [
  ['white', { background: '#fff', color: '#1a1a1a', colorScheme: 'light' }],
  ['cream', { background: '#fbf6e9', color: '#222', colorScheme: 'light' }],
  ['grey', { background: '#e5e5e5', color: '#111', colorScheme: 'light' }],
  ['black, in the dark scheme', { background: '#000', color: '#eee', colorScheme: 'dark' }],
  ['black, without a dark colour scheme', { background: '#000', color: '#eee', colorScheme: 'light' }],
  ['dark grey, in the dark scheme', { background: '#1b1b1f', color: '#ddd', colorScheme: 'dark' }],
] as const;

const text = { needed: 4.5, aimed: 7 };
const graphics = 3;

it('measures 21 for black on white, and the grey of half-transparent black on white', () => {
  expect(contrast(painted('white'), painted('black'))).toBeCloseTo(21, 5);
  expect(contrast(painted('white', 'color-mix(in srgb, black 50%, transparent)'), painted('#808080'))).toBeCloseTo(
    1,
    1,
  );
});

describe.each(pages)('on a page that is %s', (_, look) => {
  describe.each(severityLevels)('the badge %s', (level) => {
    async function badge(): Promise<HTMLElement> {
      Object.assign(document.body.style, look);
      const severity = place('provision-severity', { level, label: 'Word' });
      await severity.updateComplete;
      return part(severity, 'badge');
    }

    it('has a word with 7:1 on its tint', async () => {
      const found = await badge();
      const layers = grounds(found);
      const ratio = contrast(painted(...layers), painted(...layers, getComputedStyle(found).color));
      expect(ratio).toBeGreaterThanOrEqual(text.aimed);
    });

    it('has a shape and a border with 3:1 on its tint', async () => {
      const found = await badge();
      const layers = grounds(found);
      const shape = getComputedStyle(found.querySelector('[part=shape]')!).color;
      for (const colour of [shape, getComputedStyle(found).borderTopColor]) {
        expect(contrast(painted(...layers), painted(...layers, colour))).toBeGreaterThanOrEqual(graphics);
      }
    });
  });

  it.each(tags)('all text of <%s> has 7:1', async (tag) => {
    Object.assign(document.body.style, look);
    const element = await show(tag, full, {}, '<p slot="note">Ours.</p>');
    const found = textContrasts(element);
    expect(found.length).toBeGreaterThan(0);
    for (const { text: words, ratio } of found) expect(ratio, words).toBeGreaterThanOrEqual(text.aimed);
  });

  it('an error, a correction and folded text have 4.5:1', async () => {
    Object.assign(document.body.style, look);
    const failed = place('provision-card', { provision: record(), record: 'nobody', src: 'https://a.example/' });
    await failed.updateComplete;
    expect(hasPart(failed, 'unavailable')).toBe(true);
    const corrected = await show(
      'provision-card',
      record({ status: 'corrected', status_note: 'A date.' }, { content_text: 'word '.repeat(400) }),
    );
    for (const element of [failed, corrected]) {
      for (const { text: words, ratio } of textContrasts(element))
        expect(ratio, words).toBeGreaterThanOrEqual(text.needed);
    }
  });

  it('an open explanation has 7:1', async () => {
    Object.assign(document.body.style, look);
    const severity = await show('provision-severity', feed([full], { methodology_url: 'https://a.example/' }));
    await page.getByRole('button', { name: 'Severity: High' }).click();
    await expect.element(page.getByRole('group', { name: 'Severity' })).toBeVisible();
    const found = textContrasts(severity);
    expect(found.map(({ text: words }) => words)).toContain('How the ratings are made');
    for (const { text: words, ratio } of found) expect(ratio, words).toBeGreaterThanOrEqual(text.aimed);
  });

  it('the focus ring has 3:1', async () => {
    Object.assign(document.body.style, look);
    const card = await show('provision-card', full);
    for (const control of card.shadowRoot!.querySelectorAll<HTMLElement>('a, button')) {
      control.focus({ focusVisible: true });
      if (!control.checkVisibility()) continue;
      const { outlineColor, outlineStyle, outlineWidth } = getComputedStyle(control);
      expect(outlineStyle, control.textContent).toBe('solid');
      expect(parseFloat(outlineWidth)).toBeGreaterThanOrEqual(2);
      const layers = grounds(control.parentElement!);
      expect(contrast(painted(...layers), painted(...layers, outlineColor))).toBeGreaterThanOrEqual(graphics);
    }
  });
});
