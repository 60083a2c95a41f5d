import type { ProvisionDetails } from '../../feed/types.js';

/** An entry of a record's `changes`. */
export type Change = NonNullable<ProvisionDetails['changes']>[number];

/**
 * The kinds of change. `substantive` changes the meaning of the clause. All others leave it: typography (`cosmetic`,
 * `technical`), a date (`date-only`), another region's edition of the same document, or the analysis. An unknown kind
 * counts as `substantive`, because it may be one.
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

/** Returns the kind of a feed's change; `substantive` for an unknown or missing one. */
export function natureOf(kind: string | undefined): ChangeNature {
  return changeKinds.find((changeKind) => changeKind === kind) ?? 'substantive';
}
