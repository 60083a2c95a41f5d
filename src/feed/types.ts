/** The types of a feed, inferred from the schema. Member names are those of the format (docs/feed-format.md). */
import type { comparisonItem, details, feedHead, item } from './schema.js';
import type { FeedWarning } from './reading.js';
import type { Value } from './schema-types.js';

export type { FeedWarning } from './reading.js';

/** `_provision` of an item. */
export interface ProvisionDetails extends Value<typeof details> {}

/** A record: an item that the parser accepted. `_provision` always exists, but may be empty. */
export interface Provision extends Omit<Value<typeof item>, '_provision'> {
  readonly _provision: ProvisionDetails;
}

/** A complete feed, or one page of it. */
export interface Feed extends Value<typeof feedHead> {
  readonly items: readonly Provision[];
}

/** A row of a comparison. */
export interface ComparisonItem extends Value<typeof comparisonItem> {}

export type Rating = NonNullable<ProvisionDetails['severity']>;
export type Platform = NonNullable<ProvisionDetails['platform']>;
export type Clause = NonNullable<ProvisionDetails['clauses']>[number];

/** A parsed feed, and its warnings. */
export interface ParsedFeed {
  readonly feed: Feed;
  readonly warnings: readonly FeedWarning[];
}
