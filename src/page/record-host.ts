import type { Feed, Provision } from '../feed/types.js';
import type { LocalizedHost } from './localized-host.js';
import type { ShownRecord } from './shown-record.js';

/** What a page asks of an element; anything may have been assigned to any of it. */
export interface RecordHost extends LocalizedHost {
  readonly src: unknown;
  readonly record: unknown;
  readonly provision: unknown;
  readonly redirects: unknown;
  /** What else decides which record it is. */
  readonly clauseType?: unknown;
  readonly mode: unknown;
  readonly refresh: unknown;
  readonly cache: unknown;
  /** What carries the page's own words, where it is not the host: the quotation in whose place it stands. */
  readonly quotation?: HTMLElement | undefined;
  /** Picks the record where the page named none; without it, it is the feed's only one. */
  choose?(feed: Feed): Provision | undefined;
  /** Whether the page may carry another wording than the record's. A host with this method says what has changed. */
  differs?(shown: ShownRecord): Promise<boolean>;
}
