/** Our own words in snippets, besides those of the card. The feed's words are shown as given. */
export interface EmbedMessages {
  /** The severity in a line of text. The label is the feed's: it need not be an adjective, nor name a severity. */
  readonly rated: (label: string) => string;
  /** Where the wording stands, and as of when. */
  readonly sourceCaptured: (source: string, date: string) => string;
  /** Title of an iframe: what is in it, and whose it is. */
  readonly frameTitle: (title: string, publisher: string) => string;
  /** Text of a link to the record where neither its document nor its title is known. */
  readonly record: string;
  /** The platform's words in plain text, in quotation marks. */
  readonly quoted: (words: string) => string;
  /** Makes a sentence of words that have no mark at their end. */
  readonly sentence: (words: string) => string;
}
