import type { Count } from './format.js';

/** Our words in the part of a comparison that is loaded later: the picture, and the tools for many rows. */
export interface ComparisonMessages {
  /** Headings of the table that the picture is. */
  readonly severity: string;
  readonly platforms: string;
  readonly excerpts: string;
  /** Heading of the column that shows where the record stands; also stands for a record without a platform's name. */
  readonly place: string;
  /** Those that have no rating. */
  readonly unrated: string;
  /** How many of all are rated alike; or of the excerpts, where no more than these are known. */
  readonly rated: (count: Count, total: Count, label: string, excerpts: boolean) => string;

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
  readonly shown: (count: Count, total: Count, others: boolean) => string;
  readonly allShown: (count: Count, others: boolean) => string;
  readonly noneShown: string;
  readonly loading: string;
  readonly unavailable: string;
  readonly retry: string;

  /** Button of a row, seen; `of` follows it and is heard only: whose wording. */
  readonly compare: string;
  readonly of: (name: string) => string;
  /** Button that puts the record's own wording beside the chosen platform's; the name is the record's platform. */
  readonly compareWith: (name: string) => string;
  readonly sideBySide: string;
  readonly besides: (one: string, other: string) => string;
  readonly chooseSecond: string;
  /** Takes one of the two away; the name follows, heard only. */
  readonly remove: string;
  readonly closeSides: string;
  readonly linkToSides: string;
  /** Stands where a platform's wording should be. */
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
    /** Column of the source of the data and its licence. */
    readonly data: string;
  };
  readonly yes: string;
}
