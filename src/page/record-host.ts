import type { Feed, Provision } from '../feed/types.js';
import type { LocalizedHost } from './localized-host.js';
import type { ShownRecord } from './shown-record.js';

/** The properties of an element that a controller reads. Types are `unknown`, because a page may assign anything. */
export interface RecordHost extends LocalizedHost {
  readonly src: unknown;
  readonly record: unknown;
  readonly provision: unknown;
  readonly redirects: unknown;
  /** Part of the request, because it decides which record is chosen. */
  readonly clauseType?: unknown;
  readonly mode: unknown;
  readonly refresh: unknown;
  readonly cache: unknown;
  /** The quotation that the host replaces. It holds the page's wording instead of the host. */
  readonly quotation?: HTMLElement | undefined;
  /** Chooses the record if the page named none. Default: the feed's only record. */
  choose?(feed: Feed): Provision | undefined;
  /** Whether the page's wording may differ from the record's. Only hosts with this method report changes. */
  differs?(shown: ShownRecord): Promise<boolean>;
}
