import { afterEach, describe, expect, it, vi } from 'vitest';
import { yieldToPage, TimeSlices } from '../../src/page/time-slices.js';

afterEach(() => {
  vi.restoreAllMocks();
});

/** A clock that the test moves. */
function clock() {
  let at = 1000;
  vi.spyOn(performance, 'now').mockImplementation(() => at);
  return (milliseconds: number) => {
    at += milliseconds;
  };
}

describe('time slices', () => {
  it('let other tasks run', async () => {
    const done: string[] = [];
    const work = yieldToPage().then(() => done.push('the work'));
    setImmediate(() => done.push('what waited'));
    await work;
    await new Promise((resolve) => setImmediate(resolve));
    expect(done.sort()).toEqual(['the work', 'what waited']);
  });

  it('run for eight milliseconds between two pauses', async () => {
    const pass = clock();
    const slices = new TimeSlices(new AbortController().signal);
    expect(slices.over).toBe(false);
    pass(8);
    expect(slices.over).toBe(false);
    pass(1);
    expect(slices.over).toBe(true);
    await slices.pause();
    expect(slices.over).toBe(false);
    pass(9);
    expect(slices.over).toBe(true);
  });

  it('stop at a pause after an abort, and not before', async () => {
    const pass = clock();
    const abort = new AbortController();
    const slices = new TimeSlices(abort.signal);
    abort.abort(new Error('gone'));
    await slices.pause();
    pass(9);
    await expect(slices.pause()).rejects.toThrow('gone');
  });

  it('resume after tasks that were queued during a pause', async () => {
    const pass = clock();
    const slices = new TimeSlices(new AbortController().signal);
    pass(9);
    let turn = false;
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      turn = true;
      port1.close();
    };
    port2.postMessage(undefined);
    await slices.pause();
    expect(turn).toBe(true);
  });
});
