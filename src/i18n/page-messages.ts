import type { EmbedMessages } from './embed-messages.js';

/** Our own words on published pages, besides those of the card, of the full record and of the snippets. */
export interface PageMessages {
  readonly before: string;
  readonly after: string;
  readonly effective: (date: string) => string;
  /** Link from a frame to the record's page. */
  readonly wholeRecord: string;
  readonly machineReadable: string;
}

/** What a language says on published pages and in snippets only. */
export interface PublishedMessages {
  readonly embed: EmbedMessages;
  readonly page: PageMessages;
}
