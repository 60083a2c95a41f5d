import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { Progress } from '../../src/cli/progress.js';

/** Returns all messages for a task of `total` steps. */
function messages(total: number, { isTTY = false, isSlow = false } = {}): string[] {
  const written: string[] = [];
  const io = {
    stdout: { write: () => true },
    stderr: { write: (text: string) => written.push(text), isTTY },
    stdin: Readable.from([]),
    signal: new AbortController().signal,
  };
  const progress = new Progress(io, total, 'records', isSlow);
  for (let step = 0; step < total; step++) progress.step();
  progress.end();
  return written;
}

describe('Progress', () => {
  it('reports nothing for a short task', () => {
    expect(messages(500)).toEqual([]);
    expect(messages(3, { isSlow: true, isTTY: true })).toEqual([]);
  });

  it('writes a line every 500 steps when standard error is not a terminal', () => {
    expect(messages(1200)).toEqual(['500 of 1200 records\n', '1000 of 1200 records\n']);
  });

  it('updates one line on a terminal and clears it at the end', () => {
    const written = messages(501, { isTTY: true });
    expect(written[0]).toBe('\r25 of 501 records');
    expect(written).toHaveLength(21);
    expect(written.at(-1)).toBe('\r\u001b[K');
  });

  it('reports each slow step on a terminal', () => {
    expect(messages(4, { isSlow: true, isTTY: true })).toEqual([
      '\r1 of 4 records',
      '\r2 of 4 records',
      '\r3 of 4 records',
      '\r4 of 4 records',
      '\r\u001b[K',
    ]);
  });
});
