/** Every element in every open state, in a small window, with wide text spacing and for touch. */
import { describe, expect, it } from 'vitest';
import { cut, readersStyles, sideways, smallTargets, textSpacing } from '../embedding/room.js';
import { settled } from '../embedding/visit.js';
import { openInState, states } from './support/states.js';

const none = { pixels: 0, pieces: [] };

describe.each(states)('the element in the state $name', (state) => {
  it('fits into 320 px, at 400 % zoom and with wide text spacing too, and has targets of sufficient size', async () => {
    const reader = await openInState(state, { viewport: { width: 320, height: 568 } });
    expect(await sideways(reader)).toEqual(none);
    expect(await cut(reader)).toEqual([]);
    expect(await smallTargets(reader)).toEqual([]);
    // 1280 × 1024 at 400 %.
    await reader.page.setViewportSize({ width: 320, height: 256 });
    await settled(reader.page);
    expect(await sideways(reader)).toEqual(none);
    await readersStyles(reader, textSpacing);
    expect(await cut(reader)).toEqual([]);
    expect(await sideways(reader)).toEqual(none);
  });

  it('has targets of sufficient size in a wide window', async () => {
    expect(await smallTargets(await openInState(state))).toEqual([]);
  });
});
