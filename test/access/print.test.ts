/**
 * On paper everything that opens is open, and addresses and hashes are written out. The folds of the card are tested in
 * test/embedding.
 */
import { expect, it } from 'vitest';
import { article } from './support/article.js';
import { openInState, states } from './support/states.js';

it.each(states)(
  'prints $name without controls, with the address of every link, and with nothing cut off',
  async (state) => {
    const { page } = await openInState(state);
    await page.emulateMedia({ media: 'print' });
    const seen = await page.evaluate(() => {
      const pieces = [...document.querySelectorAll('*')]
        .flatMap(({ shadowRoot }) => [...(shadowRoot?.querySelectorAll<HTMLElement>('*') ?? [])])
        .filter((piece) => piece.checkVisibility() && !piece.closest('.sr'));
      const name = ({ localName, className, textContent }: HTMLElement) =>
        `${localName}.${className} ${(textContent ?? '').trim().slice(0, 40)}`;
      return {
        looked: pieces.length,
        // A rating keeps its word. Its explanation needs a click, so it is not printed.
        controls: pieces
          .filter((piece) => piece.matches('button, input, select, [role=menuitem]'))
          .filter((piece) => !piece.querySelector('.badge, .level'))
          .map(name),
        mute: pieces
          .filter((piece): piece is HTMLAnchorElement => piece.matches('a[href]'))
          .filter((link) => !(link.textContent + getComputedStyle(link, '::after').content).includes(link.href))
          .map(name),
        cut: pieces
          .filter((piece) => getComputedStyle(piece).overflow !== 'visible' && !piece.matches('svg'))
          .filter((piece) => piece.scrollWidth > piece.clientWidth + 1 || piece.scrollHeight > piece.clientHeight + 1)
          .map(name),
      };
    });
    expect(seen.looked).toBeGreaterThan(0);
    expect(seen).toMatchObject({ controls: [], mute: [], cut: [] });
  },
);

it('prints the complete history although most of it was folded', async () => {
  const { page, element } = await article((write) => write('provision-changes'));
  await page.getByText('Typography only').waitFor();
  const folded = await element.locator('[part~="base"]').innerText();
  await page.emulateMedia({ media: 'print' });
  const printed = await element.locator('[part~="base"]').innerText();
  expect(printed.length).toBeGreaterThan(folded.length);
  expect(printed).not.toContain('words unchanged');
  expect(printed).toContain('Curly quotation marks, and letters in place of numbers.');
});

it('prints the hashes of the full record in full, and the complete text of a collapsed clause', async () => {
  const { page } = await article(
    (write) =>
      write('provision-card', { attributes: 'layout="full"' }) + write('provision-clause', { attributes: 'collapsed' }),
    { loaded: 2 },
  );
  await page.getByRole('heading', { name: 'Provision details' }).waitFor();
  await page.emulateMedia({ media: 'print' });
  const hash = page.locator('.hash').first();
  const [shown, whole] = await hash.evaluate((one) => [one.clientWidth, one.scrollWidth]);
  expect(shown).toBe(whole);
  expect(await hash.innerText()).toMatch(/^[0-9a-f]{64}$/);
  const fold = page.locator('provision-clause .fold');
  const [height, content] = await fold.evaluate((one) => [one.clientHeight, one.scrollHeight]);
  expect(content).toBeLessThanOrEqual(height + 1);
});
