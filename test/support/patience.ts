import { vi } from 'vitest';

/** `vi.waitFor` with a timeout of a minute instead of a second, because a busy machine needs several seconds. */
export function waitFor<Result>(check: () => Result | Promise<Result>): Promise<Result> {
  return vi.waitFor(check, { timeout: 60_000 });
}
