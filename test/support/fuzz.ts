/**
 * How many cases a property is tried with. Every day `usual`; `FUZZ_RUNS=n` makes every property n cases, divided by what one
 * case costs (1 is about a tenth of a millisecond): CI's slow part looks at more than a developer waits for, mutation testing at less.
 * 100,000 are three minutes of one core over all properties.
 */
export function runs(usual: number, cost = 1): number {
  const asked = Number(process.env['FUZZ_RUNS'] || NaN);
  return Number.isFinite(asked) ? Math.max(1, Math.trunc(asked / cost)) : usual;
}
