import type { Feed, Provision } from '../../feed/types.js';
import type { Comparison, ComparisonSort } from '../../provision/comparison/comparison.js';
import type { View } from '../templates/view.js';

/** What is known of the comparison that is shown. */
export interface Compared {
  readonly view: View;
  readonly comparison: Comparison;
  /** The record that is compared; undefined for a clause type as such. */
  readonly provision: Provision | undefined;
  readonly feed: Feed;
  /** The order that the page asks for. */
  readonly sort: ComparisonSort;
}
