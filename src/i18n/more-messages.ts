import type { ChangeMessages } from './change-messages.js';
import type { ComparisonMessages } from './comparison-messages.js';
import type { RecordMessages } from './record-messages.js';
import type { ToolMessages } from './tool-messages.js';

/** Our own words in what is loaded later: one table for each part. English ones come with their part, other languages' together. */
export interface MoreMessages {
  readonly record: RecordMessages;
  readonly tools: ToolMessages;
  readonly comparison: ComparisonMessages;
  readonly changes: ChangeMessages;
}
