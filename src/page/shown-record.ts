import type { ParsedFeed, Provision } from '../feed/types.js';
import type { Spoken } from '../i18n/spoken.js';

/** A record, and the feed that it stands in. */
export interface ShownRecord extends ParsedFeed {
  readonly provision: Provision;
  /** Heading of the clause, where it is not the document's present wording (default: the usual one). */
  readonly clauseHeading?: (words: Spoken) => string;
}
