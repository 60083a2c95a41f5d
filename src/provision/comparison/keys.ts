import type { ComparisonItem } from '../../feed/types.js';
import { platformName } from '../names.js';

/**
 * A name for each row by which it is known again: in a refreshed feed, and in a link. Its platform's where it has one;
 * of several rows with one name the later ones have a number.
 */
export function keysOf(rows: readonly ComparisonItem[]): ReadonlyMap<ComparisonItem, string> {
  const keys = new Map<ComparisonItem, string>();
  const taken = new Map<string, number>();
  for (const row of rows) {
    const name = (row.platform?.slug ?? platformName(row.platform) ?? row.record_id ?? 'row')
      .normalize()
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-');
    const times = (taken.get(name) ?? 0) + 1;
    taken.set(name, times);
    keys.set(row, times === 1 ? name : `${name}~${times}`);
  }
  return keys;
}
