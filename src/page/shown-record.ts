import type { ParsedFeed, Provision } from '../feed/types.js';
import type { Localization } from '../i18n/localization.js';

/** A record together with its feed. */
export interface ShownRecord extends ParsedFeed {
  readonly provision: Provision;
  /** Returns the heading of a clause that is not the document's current wording. Default: the usual heading. */
  readonly clauseHeading?: (words: Localization) => string;
}
