import type { Feed, Provision } from '../../feed/types.js';
import type { Comparison, ComparisonSort } from '../../provision/comparison/comparison.js';
import type { View } from '../templates/view.js';

/** A comparison with its data and the state of its element. */
export interface ComparisonContext {
  readonly view: View;
  readonly comparison: Comparison;
  /** The record that is compared; undefined for a comparison of a clause type. */
  readonly provision: Provision | undefined;
  readonly feed: Feed;
  /** The order that the page sets. */
  readonly sort: ComparisonSort;
}
