/**
 * Our words in the part of a comparison that is loaded later: the picture, and the tools for many rows. A count comes as
 * a number, for the plural form, and as it is written.
 */
export interface ComparisonMessages {
  /** BCP 47 tag of these words. */
  readonly locale: string;
  /** Headings of the table that the picture is. */
  readonly severity: string;
  readonly platforms: string;
  readonly excerpts: string;
  readonly place: string;
  /** Those that have no rating. */
  readonly unrated: string;
  /** How many of all are rated alike; or of the excerpts, where no more than these are known. */
  readonly rated: (count: number, shown: string, total: string, label: string, excerpts: boolean) => string;

  /** Name of the whole, to screen readers. */
  readonly tools: string;
  readonly search: string;
  readonly sort: string;
  readonly sorts: { readonly given: string; readonly severity: string; readonly platform: string };
  readonly download: string;
  readonly close: string;
  /** Takes search and filters away. */
  readonly clear: string;
  /** How many are shown, of how many; `others` where the record itself, which the picture counts, is none of them. */
  readonly shown: (count: number, shown: string, total: string, others: boolean) => string;
  readonly allShown: (count: number, shown: string, others: boolean) => string;
  readonly noneShown: string;
  readonly loading: string;
  readonly unavailable: string;
  readonly retry: string;

  /** Button of a row; whose wording is said to screen readers. */
  readonly compare: string;
  readonly compareWith: (name: string) => string;
  readonly of: (name: string) => string;
  readonly sideBySide: string;
  readonly besides: (one: string, other: string) => string;
  readonly chooseSecond: string;
  readonly remove: string;
  readonly closeSides: string;
  readonly linkToSides: string;
  readonly noWording: string;

  /** Head of the columns of the file. */
  readonly columns: {
    readonly platform: string;
    readonly level: string;
    readonly severity: string;
    readonly excerpt: string;
    readonly cut: string;
    readonly match: string;
    readonly language: string;
    readonly captured: string;
    readonly source: string;
    readonly record: string;
    readonly analyst: string;
  };
  readonly yes: string;
}
