import type { ParsedFeed, Provision } from '../feed/types.js';
import type { Localization } from '../i18n/localization.js';

/** A record, and the feed that it stands in. */
export interface ShownRecord extends ParsedFeed {
  readonly provision: Provision;
  /** Heading of the clause, where it is not the document's present wording (default: the usual one). */
  readonly clauseHeading?: (words: Localization) => string;
}
