import type { Formats } from './format.js';
import type { Messages } from './messages.js';
import type { MoreMessages } from './more-messages.js';

/** What an element says its words with. */
export interface Spoken {
  readonly words: Messages;
  readonly formats: Formats;
  /** Whether it has the words of the parts that are loaded later. */
  readonly isWhole: boolean;
  /** The words of such a part; the English ones come with the part, and stand in for what cannot be loaded. */
  readonly say: <Part extends keyof MoreMessages>(part: Part, english: MoreMessages[Part]) => MoreMessages[Part];
}
