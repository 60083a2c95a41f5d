/** With reduced motion nothing moves, in any state and in no transition to it. */
import { expect, it } from 'vitest';
import { openInState, states } from './support/states.js';

it.each(states)('shows $name without motion', async (state) => {
  const { page } = await openInState(state, { reducedMotion: 'reduce' });
  const moving = await page.evaluate(() => {
    const roots = [...document.querySelectorAll('*')].flatMap(({ shadowRoot }) => shadowRoot ?? []);
    const pieces = roots.flatMap((root) => [...root.querySelectorAll('*')]);
    const styled = [null, '::before', '::after'].flatMap((pseudo) =>
      pieces.map((piece) => [piece, getComputedStyle(piece, pseudo)] as const),
    );
    return {
      looked: styled.length,
      running: roots.flatMap((root) => root.getAnimations()).length,
      styled: styled
        .filter(
          ([, { transitionDuration, animationName, scrollBehavior }]) =>
            !/^0s(, 0s)*$/.test(transitionDuration) || animationName !== 'none' || scrollBehavior !== 'auto',
        )
        .map(([{ localName, className }]) => `${localName}.${className}`),
    };
  });
  if (!state.fails) expect(moving.looked).toBeGreaterThan(20);
  expect(moving).toMatchObject({ running: 0, styled: [] });
});
