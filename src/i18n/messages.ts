import type { Count } from './format.js';

/** Our own words that a card is first painted with. The feed's are shown as given. A locale is complete or it does not compile. */
export interface Messages {
  /** BCP 47 tag of these words. */
  readonly locale: string;
  /** Between a name and what it is: "Severity: High". */
  readonly colon: string;
  readonly severity: string;
  readonly confidence: string;
  readonly basis: string;
  /** Heading of a record that names neither itself nor its platform. */
  readonly untitled: string;
  readonly why: string;
  readonly impact: string;
  /** Heading over the platform's own words. */
  readonly clause: string;
  readonly comparison: string;
  readonly unnamedPlatform: string;
  readonly excerptCut: string;
  readonly weakMatch: string;
  /** How many rows of all are shown. */
  readonly rowsShown: (shown: Count, total: Count) => string;
  /** How many platforms have it, of how many where that is known; for a feed that gives figures and no words. */
  readonly platforms: (count: Count, total: Count | undefined) => string;
  /** Button that opens all rows of a comparison; how many, where that is known. */
  readonly allRows: (count: Count | undefined) => string;
  readonly captured: (date: string) => string;
  readonly lastUpdated: (date: string) => string;
  readonly from: (source: string) => string;
  /** Label of the analyst's voice. */
  readonly analysisBy: (names: string) => string;
  /** Label of who collected the data that the record was made from. */
  readonly dataFrom: (source: string) => string;
  readonly record: (id: string) => string;
  readonly fullRecord: string;
  readonly corrected: string;
  readonly withdrawn: string;
  /** Label of the publisher's voice. */
  readonly note: string;
  readonly methodology: string;
  readonly showRecord: string;
  readonly cite: string;
  readonly share: string;
  readonly print: string;
  /** Checks the evidence in the reader's browser. */
  readonly verify: string;
  /** Something that the reader asked for could not be had. */
  readonly failed: string;
  readonly showAll: string;
  readonly showLess: string;
  /** Opens a clause of which only the first lines are seen. */
  readonly readClause: string;
  /** Opens another platform's words on the same thing. */
  readonly excerpt: string;
  /** Stands where a record should be, on a page that brought nothing to show instead. */
  readonly unavailable: string;
  readonly openSource: string;
  readonly source: string;
  readonly archivedCopy: string;
  /** In the record line: a comparison with what the page carries could not be made. */
  readonly unchecked: string;
}
