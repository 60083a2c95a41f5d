import type { ParsedFeed, Provision } from '../feed/types.js';
import type { Spoken } from '../i18n/spoken.js';

/** A record together with its feed. */
export interface ShownRecord extends ParsedFeed {
  readonly provision: Provision;
  /** Returns the heading of a clause that is not the document's current wording. Default: the usual heading. */
  readonly clauseHeading?: (words: Spoken) => string;
}
