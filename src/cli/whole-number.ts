import { UsageError } from './errors.js';

/** Parses an option's value as a whole number. Throws a `UsageError` when it is not one. */
export function wholeNumber(option: string, value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  if (!/^\d{1,6}$/.test(value)) throw new UsageError(`--${option} "${value}": a whole number is expected`);
  return Number(value);
}
