import type { RecordHost } from './record-host.js';
import type { ShownRecord } from './shown-record.js';

/** A request for a record, with the data that the page published of it. */
export interface RecordRequest {
  readonly host: RecordHost;
  readonly src: string;
  readonly record: string | undefined;
  readonly redirects: 'follow' | undefined;
  /** The record of the `application/json` child; already rendered. */
  readonly published: ShownRecord | undefined;
  /** The record from its source, if it has already been fetched. */
  readonly found: ShownRecord | undefined;
  readonly find: () => Promise<ShownRecord>;
  /** Whether the page called `reload()`. */
  readonly isReload: boolean;
  /** Aborted when another request replaces this one. */
  readonly signal: AbortSignal;
}
