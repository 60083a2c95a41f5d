/** Lazily loaded code of an element on a page that the browser restores from its back/forward cache. */
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

/** A host whose first attempt to load failed; the second would succeed. */
async function missed() {
  const card = await show('provision-card', full);
  const code = {};
  const load = vi
    .fn(() => Promise.resolve(code))
    .mockRejectedValueOnce(new TypeError('Importing a module script failed.'));
  const lazy = new LazyCode(card, load);
  await lazy.load();
  expect(lazy.failed).toBe(true);
  return { card, code, lazy, load };
}

it('LazyCode loads again when the browser restores the page, and then stops listening', async () => {
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

it('LazyCode loads nothing for a removed element until the element calls load again', async () => {
  const { card, code, lazy, load } = await missed();
  card.remove();
  comeBack(true);
  expect(load).toHaveBeenCalledTimes(1);
  document.body.append(card);
  await lazy.load();
  expect(lazy.code).toBe(code);
});

it('LazyCode ignores the failure of a dropped request after a later one has succeeded', async () => {
  const card = await show('provision-card', full);
  const code = {};
  let drop: (error: Error) => void = () => undefined;
  const dropped = new Promise<typeof code>((_, reject) => (drop = reject));
  const lazy = new LazyCode(card, vi.fn(() => Promise.resolve(code)).mockReturnValueOnce(dropped));
  const asked = lazy.load();
  comeBack(true);
  await asked;
  drop(new TypeError('Importing a module script failed.'));
  await dropped.catch(() => undefined);
  // Let the listeners that were added before ours run.
  await new Promise((done) => setTimeout(done));
  expect(lazy).toMatchObject({ code, failed: false });
});
