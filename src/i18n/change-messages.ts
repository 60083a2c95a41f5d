import type { DifferenceKind } from '../provision/changes/difference.js';
import type { ChangeNature } from '../provision/changes/change-kinds.js';
import type { Count } from './format.js';

/** Our own words about changes: a lazy table of its own. */
export interface ChangeMessages {
  /** Heading of a record's history. */
  readonly history: string;
  /** What a change in the history is called. */
  readonly natures: Readonly<Record<ChangeNature, string>>;
  /** What a change says that is folded away. */
  readonly quiet: Readonly<Partial<Record<ChangeNature, string>>>;
  /** What has happened since the article was published. */
  readonly sincePublished: Readonly<Record<DifferenceKind, string>>;
  /** What has happened since the reader opened the page. */
  readonly sinceOpened: Readonly<Record<DifferenceKind, string>>;
  /** The quiet ones, where the record's history says more. */
  readonly dateOnly: string;
  /** The severity then and now. */
  readonly fromTo: (from: string, to: string) => string;
  /** When the two wordings were captured. */
  readonly publishedCaptured: (date: string) => string;
  /** Likewise, of what a live card has shown before. */
  readonly earlierCaptured: (date: string) => string;
  readonly currentCaptured: (date: string) => string;
  readonly capturedBoth: (from: string, to: string) => string;
  readonly inForce: (date: string) => string;
  readonly updated: (date: string) => string;
  /** The page's quotation was once the clause, or a part of it. No time is named, because nobody knows when it was quoted. */
  readonly quotedGone: string;
  /** The quoted words stand in the clause still; another part of it has changed. */
  readonly quotedStands: string;
  /** Heading of the clause where it is the page's quotation. */
  readonly quotedHere: string;
  /** The wording is the page's quotation, the rest of the card is today's. */
  readonly quotedRest: string;
  /** Button that goes back from the current wording to the quoted one. */
  readonly showQuoted: string;
  /** Stands before the current record, where the page quotes another wording. */
  readonly currentNotQuoted: string;
  /** The quotation is the published one, the rest of the card is not. */
  readonly rest: string;
  /** Only a hash of the published wording is known. */
  readonly wordingUnknown: string;
  readonly showDifference: string;
  readonly showCurrent: string;
  readonly showPublished: string;
  /** Stands before a record that is not the published one. */
  readonly currentShown: string;
  readonly removed: string;
  readonly added: string;
  readonly movedAway: string;
  readonly movedHere: string;
  /** How many words of a clause are folded away. */
  readonly unchanged: (words: Count) => string;
  readonly earlierCopy: string;
  readonly laterCopy: string;
  readonly asOf: (date: string) => string;
  /** The same, and that the source cannot be reached at present. */
  readonly asOfStale: (date: string) => string;
  /** A change that was taken back while the page was open. */
  readonly changedBack: string;
  /** Announced once for all cards of a page that have changed; two or more. */
  readonly announced: (count: Count) => string;
}
