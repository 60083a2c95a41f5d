/**
 * The number of cases for a property: `usual` by default. `FUZZ_RUNS=n` gives every property n cases, divided by the
 * cost of one case (1 is about a tenth of a millisecond). The slow part of CI runs more, mutation testing fewer.
 * 100,000 take three minutes of one core over all properties.
 */
export function runs(usual: number, cost = 1): number {
  const asked = Number(process.env['FUZZ_RUNS'] || NaN);
  return Number.isFinite(asked) ? Math.max(1, Math.trunc(asked / cost)) : usual;
}
