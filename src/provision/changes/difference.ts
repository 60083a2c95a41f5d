/** The data of a difference between a published record and the present one. `i18n` holds the messages for it. */
import type { Feed, Provision } from '../../feed/types.js';
import type { QuotationReading } from '../quotation/source-line.js';
import type { ChangeNature } from './change-kinds.js';

/**
 * The kinds of difference, the most severe first. `regional` is another region's edition, `cosmetic` a change of
 * typography or of a date, `document` a new version of the document with the same clause. `analysis` is any other
 * change, which only a live element reports.
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

/** The parts of a record that an article was published with. Each is missing where the page does not hold it. */
export interface Published {
  /** The record, from the `application/json` child. */
  readonly record?: RecordInFeed | undefined;
  /** The quoted words, as the page renders them. */
  readonly reading?: QuotationReading | undefined;
  /** BCP 47 tag of the quotation's language. */
  readonly language?: string | undefined;
  /** SHA-256 hashes of the published clauses, in their order (`data-sha256`). */
  readonly sha256?: readonly string[] | undefined;
  /** When the published wording was captured. */
  readonly captured?: string | undefined;
}

/** A wording of a clause. `text` is missing where only the hash is known. */
export interface Wording {
  readonly text?: string | undefined;
  readonly captured?: string | undefined;
  readonly effective?: string | undefined;
  readonly archive?: string | undefined;
}

export interface Difference {
  readonly kind: DifferenceKind;
  /**
   * How certain it is that the article was published with another wording (default `certain`). `certain` is based on
   * the record in the page or on a hash; only then may a notice claim "since this article was published". `likely` is
   * based on the words of a quotation.
   */
  readonly evidence?: 'certain' | 'likely' | undefined;
  /** The kind of the change in the record's own history. */
  readonly nature?: ChangeNature | undefined;
  readonly from?: Wording | undefined;
  readonly to?: Wording | undefined;
  /**
   * Whether `from.captured` is a date of the feed's history. The article may have used another capture of the same
   * wording.
   */
  readonly isDatedByHistory?: true | undefined;
  /**
   * Whether `from.text` is the page's quotation, which a notice attributes to the page. Otherwise it is a wording of
   * the record or of its history.
   */
  readonly isQuotation?: boolean | undefined;
  /** The complete wording in the history that the quotation is a part of. */
  readonly earlier?: string | undefined;
  /** Whether the clause still contains the quoted words, so that another part of it has changed. */
  readonly isStillThere?: boolean | undefined;
}

export type ClauseDifference = Difference & { readonly evidence: 'certain' | 'likely' };
