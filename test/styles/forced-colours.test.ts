import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { cdp, page, server } from 'vitest/browser';
import { severityLevels } from '../../src/provision/severity.js';
import { contrast, grounds, painted } from '../elements/support/colours.js';
import { clear, part, place, show } from '../elements/support/page.js';
import { feed, full } from '../elements/support/records.js';

afterEach(clear);

/** Only Chromium's protocol can enable forced colours. */
const chromium = server.provider === 'playwright' && server.browser === 'chromium';

async function emulate(...features: readonly { readonly name: string; readonly value: string }[]): Promise<void> {
  await cdp().send('Emulation.setEmulatedMedia', { features: [...features] });
}

describe.skipIf(!chromium).each(['light', 'dark'])('in forced colours, %s', (scheme) => {
  const style = document.createElement('style');

  beforeAll(async () => {
    await emulate({ name: 'forced-colors', value: 'active' }, { name: 'prefers-color-scheme', value: scheme });
    style.textContent = 'html { color-scheme: light dark; background: Canvas; color: CanvasText }';
    document.head.append(style);
  });
  afterAll(async () => {
    style.remove();
    await emulate();
  });

  it('the mode is active', () => {
    expect(matchMedia('(forced-colors: active)').matches).toBe(true);
  });

  it.each(severityLevels)('the level %s keeps its shape, its border and its word', async (level) => {
    const severity = place('provision-severity', { level, label: 'Word' });
    await severity.updateComplete;
    const badge = part(severity, 'badge');
    const layers = grounds(badge);
    const ground = painted(...layers);
    const seen = [
      getComputedStyle(badge).color,
      getComputedStyle(badge).borderTopColor,
      getComputedStyle(badge.querySelector('[part=shape] .outline')!).stroke,
    ];
    for (const colour of seen) expect(contrast(ground, painted(...layers, colour))).toBeGreaterThanOrEqual(4.5);
    expect(getComputedStyle(badge).borderTopStyle).toBe('solid');
  });

  it('a card’s bar and the edge of an explanation stay visible', async () => {
    const card = await show('provision-card', feed([full]));
    const bar = getComputedStyle(part(card, 'base'), '::before').backgroundColor;
    const layers = grounds(document.body);
    expect(contrast(painted(...layers), painted(...layers, bar))).toBeGreaterThanOrEqual(3);
    await page.getByRole('button', { name: 'Severity: High' }).click();
    await expect.element(page.getByRole('group', { name: 'Severity' })).toBeVisible();
    const panel = getComputedStyle(part(card, 'popover'));
    expect(panel.borderTopStyle).toBe('solid');
    expect(
      contrast(painted(panel.backgroundColor), painted(panel.backgroundColor, panel.borderTopColor)),
    ).toBeGreaterThanOrEqual(3);
  });
});

describe.skipIf(!chromium)('in print', () => {
  beforeAll(async () => {
    await cdp().send('Emulation.setEmulatedMedia', { media: 'print' });
  });
  afterAll(async () => {
    await cdp().send('Emulation.setEmulatedMedia', { media: '' });
  });

  it('folded text is open, and its button is hidden', async () => {
    const card = await show('provision-card', { id: 'x', content_text: 'word '.repeat(900) });
    const fold = part(card, 'summary').querySelector('.fold')!;
    expect(fold.scrollHeight).toBeLessThanOrEqual(fold.clientHeight + 1);
    expect(part(card, 'more').checkVisibility()).toBe(false);
  });

  it('links print their address', async () => {
    const card = await show('provision-card', full);
    expect(getComputedStyle(part(card, 'permalink'), '::after').content).toContain('https://observatory.example/r/1');
  });

  it.each(severityLevels)('the level %s keeps its shape and border without printed backgrounds', async (level) => {
    const severity = place('provision-severity', { level });
    await severity.updateComplete;
    expect(part(severity, 'shape').checkVisibility()).toBe(true);
    expect(getComputedStyle(part(severity, 'badge')).borderTopStyle).toBe('solid');
  });

  it('an open explanation does not cover the text', async () => {
    const severity = await show('provision-severity', full);
    part(severity, 'badge-button').click();
    await expect.poll(() => part(severity, 'badge-button').getAttribute('aria-expanded')).toBe('true');
    expect(part(severity, 'popover').checkVisibility()).toBe(false);
  });
});
