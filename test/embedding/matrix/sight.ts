import { expect } from 'vitest';
import { settled, type Visit } from '../visit.js';
import type { Sight } from './table.js';

/**
 * Expects a part of the page to show a card, once it is painted, or anything else, two frames after the script has run.
 */
export async function expectSight({ page }: Visit, within: string, expected: Sight, message: string): Promise<void> {
  const cards = () =>
    page.evaluate((selector) => {
      const painted = (root: ParentNode): number =>
        [...root.querySelectorAll('*')].reduce(
          (sum, element) =>
            sum +
            Number(element.localName === 'provision-card' && !!element.shadowRoot?.querySelector('[part~="base"]')) +
            (element.shadowRoot ? painted(element.shadowRoot) : 0),
          0,
        );
      return painted(document.querySelector(selector)!);
    }, within);
  if (expected === 'card') {
    await expect.poll(cards, { message, timeout: 60_000 }).toBe(1);
    return;
  }
  await settled(page);
  expect(await cards(), message).toBe(0);
  expect(await page.locator(`${within} iframe`).count(), message).toBe(expected === 'frame' ? 1 : 0);
  // Neither hidden nor without size.
  expect((await page.locator(within).innerText()).length, message).toBeGreaterThan(20);
}
