import { vi } from 'vitest';

/** `vi.waitFor`, which by itself gives up after one second: a busy machine may need several for what takes none. */
export function waitFor<Result>(check: () => Result | Promise<Result>): Promise<Result> {
  return vi.waitFor(check, { timeout: 60_000 });
}
