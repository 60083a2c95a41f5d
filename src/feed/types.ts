/** The typed feed, inferred from the schema. Member names are those of the format (feed.md). */
import type { comparisonItem, details, feedHead, item } from './schema.js';
import type { FeedWarning } from './reading.js';
import type { Value } from './schema-types.js';

export type { FeedWarning } from './reading.js';

/** `_provision` of one item. */
export interface ProvisionDetails extends Value<typeof details> {}

/** One item: a record about one provision. `_provision` is always there, if need be empty. */
export interface Provision extends Omit<Value<typeof item>, '_provision'> {
  readonly _provision: ProvisionDetails;
}

/** A whole feed, or one page of it. */
export interface Feed extends Value<typeof feedHead> {
  readonly items: readonly Provision[];
}

/** One row of a comparison. */
export interface ComparisonItem extends Value<typeof comparisonItem> {}

export type Rating = NonNullable<ProvisionDetails['severity']>;
export type Platform = NonNullable<ProvisionDetails['platform']>;
export type Clause = NonNullable<ProvisionDetails['clauses']>[number];

/** A feed that could be read, and all that was wrong with it. */
export interface ParsedFeed {
  readonly feed: Feed;
  readonly warnings: readonly FeedWarning[];
}
