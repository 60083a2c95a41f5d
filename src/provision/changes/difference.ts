/** What has become of a record since an article was published, as data; `i18n` has the words for it. */
import type { Feed, Provision } from '../../feed/types.js';
import type { QuotationReading } from '../quotation/read-quotation.js';
import type { ChangeNature } from './kinds.js';

/**
 * The kinds of difference, the gravest first. `regional` is another region's edition, `cosmetic` a change of typography or of a
 * date, `document` a new version of the document with the same clause. `analysis` is anything else, which only a live element tells.
 */
export const differenceKinds = [
  'withdrawn',
  'corrected',
  'clause',
  'severity',
  'regional',
  'cosmetic',
  'document',
  'analysis',
] as const;
export type DifferenceKind = (typeof differenceKinds)[number];

/** A record and the feed that holds it. */
export interface RecordInFeed {
  readonly provision: Provision;
  readonly feed: Feed;
}

/** What an article carried of a record when it was published; each member where the page has it. */
export interface Published {
  /** The record itself, from the `application/json` child. */
  readonly record?: RecordInFeed | undefined;
  /** What the page quotes, as its reader sees it. */
  readonly reading?: QuotationReading | undefined;
  /** BCP 47 tag of the quotation's language. */
  readonly language?: string | undefined;
  /** SHA-256 hashes of the published clauses, in their order (`data-sha256`). */
  readonly sha256?: readonly string[] | undefined;
  /** When the published wording was captured. */
  readonly captured?: string | undefined;
}

/** One of two wordings. `text` is missing where only its hash is known. */
export interface Wording {
  readonly text?: string | undefined;
  readonly captured?: string | undefined;
  readonly effective?: string | undefined;
  readonly archive?: string | undefined;
}

export interface Difference {
  readonly kind: DifferenceKind;
  /**
   * How certain it is that the article carried another wording. `certain` comes from the record in the page or from a hash; only
   * then may a notice say "since this article was published". `likely` comes from the words of a quotation (default `certain`).
   */
  readonly evidence?: 'certain' | 'likely' | undefined;
  /** What the record's own history calls the change. */
  readonly nature?: ChangeNature | undefined;
  readonly from?: Wording | undefined;
  readonly to?: Wording | undefined;
  /** Whether `from.captured` is a date of the feed's history. Nobody knows whether the article carried that capture, or another of the same wording. */
  readonly isDatedByHistory?: true | undefined;
  /** Whether `from.text` is the page's words, so that a notice says who quotes it. Else it is a wording of the record or its history. */
  readonly isQuotation?: boolean | undefined;
  /** The whole wording of the history that a quotation is taken from. */
  readonly earlier?: string | undefined;
  /** Whether the quoted words still stand in the clause, so that another part of it has changed. */
  readonly isStillThere?: boolean | undefined;
}

export type ClauseDifference = Difference & { readonly evidence: 'certain' | 'likely' };
