/** A day of the calendar, without a time zone. */
export interface CalendarDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** A year, a month or a day. A citation never shows more precision than the source. */
export interface PartialDay {
  readonly year: number;
  readonly month?: number;
  readonly day?: number;
}

/** A date, or a text in its place: "Spring 2026". */
export type CitationDate = PartialDay | { readonly literal: string };

/**
 * A name from a feed is a literal, because it may be an organisation's. Only `citation.csl` separates the family name.
 */
export type CitationName = { readonly literal: string } | { readonly family: string; readonly given: string };

/** The members of `citation.csl` that citations use, each valid for CSL-JSON. */
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

/** The data of all citation forms. Every text is one line without control characters; missing data is undefined. */
export interface CitationData {
  readonly id: string;
  readonly title: string;
  /** The analysts, not the platform, because the citation is of the record. */
  readonly authors: readonly CitationName[];
  /** The site. Styles that print no name twice use `siteName` instead. */
  readonly container?: string;
  readonly issued?: CitationDate;
  readonly accessed?: CalendarDay;
  readonly url?: string;
  readonly recordId?: string;
  /** The number of the work that a style prints: the record's id, unless it is a URL. */
  readonly number?: string;
  readonly platform?: string;
  readonly document?: string;
  readonly documentId?: string;
  /** Platform and document as one text, without a repeated platform name. */
  readonly subject?: string;
  /** When the platform's document was captured, in the feed's format. */
  readonly captured?: string;
  /** SHA-256 of the captured document. */
  readonly sha256?: string;
  /** Address of the platform's document. */
  readonly sourceUrl?: string;
  /** Address of an archived copy of the platform's document. It is not a copy of the record. */
  readonly archiveUrl?: string;
  readonly language?: string;
  /** The publisher's notice on citing its records. */
  readonly notice?: string;
  /** The source of the record's data, with the licence that requires naming it. */
  readonly credit?: string;
  /** `citation.csl`, for members that only CSL-JSON has a field for. */
  readonly csl: CslMembers;
}
