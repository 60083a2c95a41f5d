import type { Formats } from './format.js';
import type { Messages } from './messages.js';
import type { MoreMessages } from './more-messages.js';

/** The messages and formats that an element renders with. */
export interface Localization {
  readonly words: Messages;
  readonly formats: Formats;
  /** Whether the messages of the lazily loaded parts are loaded, too. */
  readonly isComplete: boolean;
  /** Returns the messages of a lazily loaded part. The English ones come with that part, and stand in for messages that cannot be loaded. */
  readonly say: <Part extends keyof MoreMessages>(part: Part, english: MoreMessages[Part]) => MoreMessages[Part];
}
