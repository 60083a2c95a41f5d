import type { ProvisionDetails } from '../../feed/types.js';

/** An entry of a record's `changes`. */
export type Change = NonNullable<ProvisionDetails['changes']>[number];

/**
 * What a change is about. `substantive` is a change of what the clause says; the `quiet` ones leave that as it was: typing
 * (`cosmetic`, `technical`), a date (`date-only`), another region's edition of the same document, or our own analysis.
 * A kind that nobody knows may be a change of substance, and counts as one.
 */
export const changeKinds = [
  'substantive',
  'cosmetic',
  'technical',
  'date-only',
  'regional-variant',
  'analysis',
] as const;
export type ChangeNature = (typeof changeKinds)[number];

/** What the kind of a feed's change means; a feed may say anything, or nothing. */
export function natureOf(kind: string | undefined): ChangeNature {
  return changeKinds.find((known) => known === kind) ?? 'substantive';
}
