import type { ComparisonItem } from '../../feed/types.js';
import { platformName } from '../display-names.js';

/**
 * Returns a stable key for each row, for refreshed feeds and for links: the platform's name where there is one. Of
 * several rows with one name, the later ones get a number.
 */
export function keysOf(rows: readonly ComparisonItem[]): ReadonlyMap<ComparisonItem, string> {
  const keys = new Map<ComparisonItem, string>();
  const countByName = new Map<string, number>();
  for (const row of rows) {
    const name = (row.platform?.slug ?? platformName(row.platform) ?? row.record_id ?? 'row')
      .normalize()
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-');
    const times = (countByName.get(name) ?? 0) + 1;
    countByName.set(name, times);
    keys.set(row, times === 1 ? name : `${name}~${times}`);
  }
  return keys;
}
