/** Code that is loaded at need, for an element of a page that its browser keeps while the reader is elsewhere. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { LazyCode } from '../../src/controllers/lazy-code.js';
import { clear, show } from '../elements/support/page.js';
import { full } from '../elements/support/records.js';

beforeEach(() => vi.spyOn(console, 'warn').mockImplementation(() => undefined));
afterEach(() => {
  clear();
  vi.restoreAllMocks();
});

const comeBack = (persisted: boolean) => dispatchEvent(new PageTransitionEvent('pageshow', { persisted }));

/** Code that did not come at first, and would now. */
async function missed() {
  const card = await show('provision-card', full);
  const code = {};
  const load = vi
    .fn(() => Promise.resolve(code))
    .mockRejectedValueOnce(new TypeError('Importing a module script failed.'));
  const lazy = new LazyCode(card, load);
  await lazy.ask();
  expect(lazy.failed).toBe(true);
  return { card, code, lazy, load };
}

it('what did not come is asked for when the reader comes back, and then no more', async () => {
  const { code, lazy, load } = await missed();
  comeBack(false);
  expect(load).toHaveBeenCalledTimes(1);
  comeBack(true);
  await vi.waitFor(() => {
    expect(lazy.code).toBe(code);
  });
  expect(lazy.failed).toBe(false);
  comeBack(true);
  expect(load).toHaveBeenCalledTimes(2);
});

it('an element that has gone asks for nothing, and asks again where it is needed', async () => {
  const { card, code, lazy, load } = await missed();
  card.remove();
  comeBack(true);
  expect(load).toHaveBeenCalledTimes(1);
  document.body.append(card);
  await lazy.ask();
  expect(lazy.code).toBe(code);
});

it('what was dropped as the reader left does not undo what has come since', async () => {
  const card = await show('provision-card', full);
  const code = {};
  let drop: (error: Error) => void = () => undefined;
  const dropped = new Promise<typeof code>((_, reject) => (drop = reject));
  const lazy = new LazyCode(card, vi.fn(() => Promise.resolve(code)).mockReturnValueOnce(dropped));
  const asked = lazy.ask();
  comeBack(true);
  await asked;
  drop(new TypeError('Importing a module script failed.'));
  await dropped.catch(() => undefined);
  // Whoever was told of it before us has been told.
  await new Promise((done) => setTimeout(done));
  expect(lazy).toMatchObject({ code, failed: false });
});
