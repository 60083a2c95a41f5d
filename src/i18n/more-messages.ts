import type { ChangeMessages } from './change-messages.js';
import type { ComparisonMessages } from './comparison-messages.js';
import type { EmbedMessages } from './embed-messages.js';
import type { PageMessages } from './page-messages.js';
import type { RecordMessages } from './record-messages.js';
import type { ToolMessages } from './tool-messages.js';

/** The messages of lazily loaded parts. In English, each part brings its own; the other languages have one chunk for all parts. */
export interface MoreMessages {
  readonly record: RecordMessages;
  readonly tools: ToolMessages;
  readonly comparison: ComparisonMessages;
  readonly changes: ChangeMessages;
}

/** The messages that only published pages and snippets use. */
export interface PublishedMessages {
  readonly embed: EmbedMessages;
  readonly page: PageMessages;
}
