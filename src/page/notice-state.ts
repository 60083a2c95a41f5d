import type { Difference } from '../provision/changes/difference.js';
import type { ShownRecord } from './shown-record.js';

/** Data of the notice: the differences since publication, and the state of the source. */
export interface NoticeState {
  readonly differences: readonly Difference[];
  readonly isLive: boolean;
  /** Whether the page was published with the complete record, not only with its wording. */
  readonly isComplete: boolean;
  readonly current: ShownRecord | undefined;
  /** The rendered record. */
  readonly shown: ShownRecord | undefined;
  readonly showsCurrent: boolean;
  /** Time of the last answer of the source, in milliseconds since the epoch. */
  readonly asOf: number | undefined;
  /** Whether the last request to the source failed. */
  readonly isStale: boolean;
  readonly announcement: string;
  /** Formats a time. The notice sets it, so that the time alone can be updated. */
  formatTime: ((at: number) => string) | undefined;
  toggle(): void;
}
