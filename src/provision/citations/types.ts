/** A day of the calendar, in nobody's time zone. */
export interface CalendarDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** A year, a month of a year, or a day. A citation never shows more than was written. */
export interface PartialDay {
  readonly year: number;
  readonly month?: number;
  readonly day?: number;
}

/** A date, or what stands in its place: "Spring 2026". */
export type CitationDate = PartialDay | { readonly literal: string };

/** Names from a feed are literals: whether one is a person's is not known. Only `citation.csl` can tell a family name. */
export type CitationName = { readonly literal: string } | { readonly family: string; readonly given: string };

/** The members of `citation.csl` that a citation can use, each valid for CSL-JSON. */
export interface CslMembers {
  readonly id?: string;
  readonly type?: string;
  readonly title?: string;
  readonly 'title-short'?: string;
  readonly 'container-title'?: string;
  readonly publisher?: string;
  readonly genre?: string;
  readonly number?: string;
  readonly version?: string;
  readonly note?: string;
  readonly language?: string;
  readonly URL?: string;
  readonly archive?: string;
  readonly archive_location?: string;
  readonly author?: readonly CitationName[];
  readonly issued?: CitationDate;
}

/** What all forms are made of. Every text is one line without control characters; what is not known is not there. */
export interface CitationData {
  readonly id: string;
  readonly title: string;
  /** The analysts, not the platform: what is cited is the record. */
  readonly authors: readonly CitationName[];
  /** The site. Styles that do not say a name twice ask `siteName`. */
  readonly container?: string;
  readonly issued?: CitationDate;
  readonly accessed?: CalendarDay;
  readonly url?: string;
  readonly recordId?: string;
  /** What a style prints as the number of the work: the record's id, where that is not a URL. */
  readonly number?: string;
  readonly platform?: string;
  readonly document?: string;
  readonly documentId?: string;
  /** Platform and document in one, the platform not said twice. */
  readonly subject?: string;
  /** When the platform's document was captured, as the feed writes it. */
  readonly captured?: string;
  /** Of the captured document. */
  readonly sha256?: string;
  /** The platform's document. */
  readonly sourceUrl?: string;
  /** An archived copy of the platform's document. It is none of the record. */
  readonly archiveUrl?: string;
  readonly language?: string;
  /** What the publisher says about its citation record. */
  readonly notice?: string;
  /** Whose data the record was made from, with the licence that asks to be named. */
  readonly credit?: string;
  /** `citation.csl`, for the members that only CSL-JSON has a place for. */
  readonly csl: CslMembers;
}
